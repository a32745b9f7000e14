/** The tables in PostgreSQL; `sqlite/schema.ts` has the same names, keys and JS types. */

import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  boolean,
  customType,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { AlertKind, AlertState, ChannelKind } from '@/domain/alert';
import type { Case } from '@/domain/case';
import type { DecisionKind, Outcome } from '@/domain/decision';
import type { DigestEvery } from '@/domain/digest';
import type { Direction, Leg } from '@/domain/leg';
import type { Role } from '@/domain/person';
import type { Verdict } from '@/domain/verdict';

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** One row: the number that every change raises, and on Postgres the lock of the writers. */
export const pulse = pgTable('pulse', {
  id: bigint('id', { mode: 'number' }).primaryKey(),
  revision: bigint('revision', { mode: 'number' }).notNull(),
  /** The version of the rules by which the projections were folded (`desk/rebuild.ts`). */
  foldedBy: bigint('folded_by', { mode: 'number' }).notNull().default(0),
});

/** Every HTTP request that reached the webhook with a valid token, byte for byte. */
export const deliveries = pgTable('deliveries', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  receivedAt: bigint('received_at', { mode: 'number' }).notNull(),
  token: text('token').notNull(),
  method: text('method').notNull(),
  contentType: text('content_type'),
  body: bytes('body').notNull(),
  outcome: text('outcome').$type<'understood' | 'partly' | 'quarantined'>().notNull(),
});

/** What could not be understood: the place in its delivery, and why. */
export const quarantine = pgTable(
  'quarantine',
  {
    deliveryId: bigint('delivery_id', { mode: 'number' }).notNull(),
    position: bigint('position', { mode: 'number' }).notNull(),
    reason: text('reason').notNull(),
    at: bigint('at', { mode: 'number' }).notNull(),
    settledAt: bigint('settled_at', { mode: 'number' }),
    settledBy: text('settled_by'),
    settledAs: text('settled_as').$type<'read' | 'discarded'>(),
    note: text('note'),
    /** Who took it out of the legs, of a record that was understood before (`desk/withdraw.ts`). */
    withdrawnBy: text('withdrawn_by'),
  },
  (table) => [
    primaryKey({ columns: [table.deliveryId, table.position] }),
    index('quarantine_waiting').on(table.deliveryId, table.position).where(sql`settled_at is null`),
  ],
);

/** Every distinct copy of a call detail record, as `domain/leg.ts` has it. */
export const legs = pgTable(
  'legs',
  {
    copy: text('copy').notNull(),
    id: text('id').notNull(),
    callId: text('call_id').notNull(),
    deliveryId: bigint('delivery_id', { mode: 'number' }).notNull(),
    firstReceivedAt: bigint('first_received_at', { mode: 'number' }).notNull(),
    appId: text('app_id'),
    conversation: text('conversation').notNull(),
    hasConversation: boolean('has_conversation').notNull(),
    legUuid: text('leg_uuid'),
    requestId: text('request_id'),
    side: text('side').$type<'a' | 'b'>(),
    direction: text('direction').$type<Direction>(),
    status: text('status').$type<Leg['status']>().notNull(),
    statusText: text('status_text'),
    from: text('from'),
    to: text('to'),
    virtualNumber: text('virtual_number'),
    callerId: text('caller_id'),
    time: bigint('time', { mode: 'number' }),
    startedAt: bigint('started_at', { mode: 'number' }),
    answeredAt: bigint('answered_at', { mode: 'number' }),
    endedAt: bigint('ended_at', { mode: 'number' }),
    durationSeconds: bigint('duration_seconds', { mode: 'number' }),
    waitedSeconds: bigint('waited_seconds', { mode: 'number' }),
    params: text('params'),
    hangupReason: text('hangup_reason'),
    user: text('user'),
    team: text('team'),
    menu: text('menu'),
    voicemail: text('voicemail'),
    recording: text('recording'),
    recordType: text('record_type'),
    rate: text('rate'),
    balance: text('balance'),
  },
  (table) => [
    // By call first, though a copy tells itself: so the legs of a call are found by it, and one index serves for both.
    primaryKey({ columns: [table.callId, table.copy] }),
    index('legs_of_delivery').on(table.deliveryId),
  ],
);

/** Projection: the legs of a conversation folded into one call (`domain/call.ts`). */
export const calls = pgTable(
  'calls',
  {
    id: text('id').primaryKey(),
    conversation: text('conversation').notNull(),
    direction: text('direction').$type<Direction>().notNull(),
    caller: text('caller').notNull(),
    callerRaw: text('caller_raw'),
    did: text('did').notNull(),
    didRaw: text('did_raw'),
    startedAt: bigint('started_at', { mode: 'number' }).notNull(),
    firstReceivedAt: bigint('first_received_at', { mode: 'number' }).notNull(),
    ringMs: bigint('ring_ms', { mode: 'number' }),
    verdict: text('verdict').$type<Verdict>().notNull(),
    rule: bigint('rule', { mode: 'number' }).notNull(),
    mark: text('mark'),
    decidesAt: bigint('decides_at', { mode: 'number' }),
    isShort: boolean('is_short').notNull(),
    isOutOfHours: boolean('is_out_of_hours').notNull(),
    callerAnswered: boolean('caller_answered'),
    talkSeconds: bigint('talk_seconds', { mode: 'number' }),
    other: text('other'),
    otherAnswered: boolean('other_answered'),
    otherTalkSeconds: bigint('other_talk_seconds', { mode: 'number' }),
    staff: text('staff'),
    caseId: text('case_id'),
  },
  (table) => [
    // All that a caller's figures are counted by: calls of one caller lie far apart.
    index('calls_of_caller').on(
      table.caller,
      table.startedAt,
      table.id,
      table.did,
      table.direction,
      table.verdict,
      table.decidesAt,
      table.callerAnswered,
      table.talkSeconds,
      table.otherAnswered,
      table.otherTalkSeconds,
    ),
    index('calls_to_other').on(table.other, table.startedAt).where(sql`other is not null`),
    index('calls_by_start').on(table.startedAt),
    // Most calls belong to no case.
    index('calls_of_case').on(table.caseId, table.startedAt).where(sql`case_id is not null`),
    index('calls_of_did').on(table.did, table.startedAt),
    index('calls_by_verdict').on(table.verdict, table.startedAt),
    index('calls_of_staff').on(table.staff, table.startedAt).where(sql`staff is not null`),
    index('calls_by_deciding').on(table.decidesAt).where(sql`decides_at is not null`),
  ],
);

/** Projection: the work, one caller about one DID (`domain/case.ts`). */
export const cases = pgTable(
  'cases',
  {
    id: text('id').primaryKey(),
    caller: text('caller').notNull(),
    callerRaw: text('caller_raw'),
    did: text('did').notNull(),
    didRaw: text('did_raw'),
    state: text('state').$type<Case['state']>().notNull(),
    outcome: text('outcome').$type<Outcome>(),
    callsTotal: bigint('calls_total', { mode: 'number' }).notNull(),
    missedCount: bigint('missed_count', { mode: 'number' }).notNull(),
    firstMissedAt: bigint('first_missed_at', { mode: 'number' }).notNull(),
    lastMissedAt: bigint('last_missed_at', { mode: 'number' }).notNull(),
    clockStartsAt: bigint('clock_starts_at', { mode: 'number' }).notNull(),
    dueAt: bigint('due_at', { mode: 'number' }).notNull(),
    isShort: boolean('is_short').notNull(),
    attempts: bigint('attempts', { mode: 'number' }).notNull(),
    lastAttemptAt: bigint('last_attempt_at', { mode: 'number' }),
    lastAttemptBy: text('last_attempt_by'),
    triedAt: bigint('tried_at', { mode: 'number' }),
    reachedAt: bigint('reached_at', { mode: 'number' }),
    claimedBy: text('claimed_by'),
    claimLapsesAt: bigint('claim_lapses_at', { mode: 'number' }),
    wakesAt: bigint('wakes_at', { mode: 'number' }),
    closedAt: bigint('closed_at', { mode: 'number' }),
    closedBy: text('closed_by'),
    closedByCall: text('closed_by_call'),
    expiresAt: bigint('expires_at', { mode: 'number' }).notNull(),
    endsAt: bigint('ends_at', { mode: 'number' }),
    visibleFrom: bigint('visible_from', { mode: 'number' }).notNull(),
    spansFrom: bigint('spans_from', { mode: 'number' }).notNull(),
    spansTo: bigint('spans_to', { mode: 'number' }).notNull(),
  },
  (table) => [
    index('cases_of_caller').on(table.caller, table.spansTo),
    index('cases_open_of_caller').on(table.caller, table.state),
    index('cases_in_turn').on(table.caller, table.did, table.spansFrom),
    index('cases_by_end').on(table.state, table.endsAt, table.did),
    // Few have no number: what is asked of these alone costs the others nothing.
    index('cases_uncallable').on(table.state, table.lastMissedAt, table.id).where(sql`state = 'uncallable'`),
    index('cases_uncallable_by_did')
      .on(table.state, table.did, table.visibleFrom)
      .where(sql`state = 'uncallable'`),
    index('cases_by_due').on(table.state, table.dueAt),
    index('cases_by_last_end').on(table.endsAt, table.id),
    index('cases_by_waking').on(table.wakesAt).where(sql`wakes_at is not null`),
    index('cases_by_lapse').on(table.claimLapsesAt).where(sql`claim_lapses_at is not null`),
    index('cases_by_clock').on(table.clockStartsAt),
    index('cases_by_missed').on(table.lastMissedAt, table.id),
    index('cases_of_did_by_missed').on(table.did, table.lastMissedAt, table.id),
    index('cases_of_did_by_end').on(table.did, table.endsAt, table.id),
    index('cases_by_outcome').on(table.outcome, table.endsAt, table.id).where(sql`outcome is not null`),
    index('cases_by_closer').on(table.closedBy, table.endsAt, table.id).where(sql`closed_by is not null`),
    index('cases_by_trier')
      .on(table.lastAttemptBy, table.endsAt, table.id)
      .where(sql`last_attempt_by is not null`),
    index('cases_by_length')
      .on(sql`(${table.lastMissedAt} - ${table.firstMissedAt})`)
      .where(sql`missed_count > 1`),
  ],
);

/** Projection: our numbers, known by their first call. */
export const dids = pgTable('dids', {
  did: text('did').primaryKey(),
});

/** What people said: rows of their own, never a flag on a call (rules.md 21). */
export const decisions = pgTable('decisions', {
  id: text('id').primaryKey(),
  at: bigint('at', { mode: 'number' }).notNull(),
  kind: text('kind').$type<DecisionKind>().notNull(),
  by: text('by').notNull(),
  note: text('note'),
  until: bigint('until', { mode: 'number' }),
  undoneAt: bigint('undone_at', { mode: 'number' }),
  undoneBy: text('undone_by'),
});

/** What people say of a caller: a name, and whether to expect nothing of them. One row for each caller. */
export const callers = pgTable(
  'callers',
  {
    caller: text('caller').primaryKey(),
    name: text('name'),
    isSpam: boolean('is_spam').notNull().default(false),
    savedAt: bigint('saved_at', { mode: 'number' }).notNull(),
    by: text('by').notNull(),
  },
  (table) => [index('callers_by_name').on(sql`lower(${table.name})`, table.caller)],
);

/** Notes about a caller, whatever the case. */
export const callerNotes = pgTable(
  'caller_notes',
  {
    id: text('id').primaryKey(),
    caller: text('caller').notNull(),
    at: bigint('at', { mode: 'number' }).notNull(),
    by: text('by').notNull(),
    text: text('text').notNull(),
    removedAt: bigint('removed_at', { mode: 'number' }),
    removedBy: text('removed_by'),
  },
  (table) => [index('notes_of_caller').on(table.caller, table.at)],
);

/** The ends of every caller's number, from each digit on, so that any part of it is found by an index. */
export const numberParts = pgTable(
  'number_parts',
  {
    part: text('part').notNull(),
    caller: text('caller').notNull(),
  },
  (table) => [primaryKey({ columns: [table.part, table.caller] })],
);

/** Places on the desk that a person comes back to. */
export const savedViews = pgTable(
  'saved_views',
  {
    id: text('id').primaryKey(),
    personId: text('person_id').notNull(),
    name: text('name').notNull(),
    /** The query of the page's address. */
    query: text('query').notNull(),
    at: bigint('at', { mode: 'number' }).notNull(),
  },
  (table) => [index('views_of_person').on(table.personId, table.at)],
);

/** What people set, as rows that hold from a time on (`domain/settings.ts`). */
export const settings = pgTable('settings', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  scope: text('scope').$type<'desk' | 'did'>().notNull(),
  did: text('did'),
  from: bigint('from', { mode: 'number' }).notNull(),
  savedAt: bigint('saved_at', { mode: 'number' }).notNull(),
  by: text('by').notNull(),
  settings: text('settings').notNull(),
});

/** The calls that a person saw when deciding. */
export const decisionCalls = pgTable(
  'decision_calls',
  {
    decisionId: text('decision_id').notNull(),
    callId: text('call_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.decisionId, table.callId] }),
    index('decisions_of_call').on(table.callId),
  ],
);

/** A link by which somebody makes an account for themselves; only the digest of its secret is kept. */
export const invitations = pgTable('invitations', {
  id: text('id').primaryKey(),
  digest: text('digest').notNull().unique(),
  role: text('role').$type<Role>().notNull(),
  dids: text('dids'),
  at: bigint('at', { mode: 'number' }).notNull(),
  by: text('by').notNull(),
  expiresAt: bigint('expires_at', { mode: 'number' }).notNull(),
  usedAt: bigint('used_at', { mode: 'number' }),
});

/** The tokens of the webhook, of programs and of walls; only their digests are kept. */
export const tokens = pgTable('tokens', {
  id: text('id').primaryKey(),
  kind: text('kind').$type<'webhook' | 'api' | 'wall'>().notNull(),
  name: text('name').notNull(),
  /** Of a wall: the one number of ours that it shows; null for all. */
  did: text('did'),
  digest: text('digest').notNull().unique(),
  createdAt: bigint('created_at', { mode: 'number' }).notNull(),
  createdBy: text('created_by').notNull(),
  lastUsedAt: bigint('last_used_at', { mode: 'number' }),
  revokedAt: bigint('revoked_at', { mode: 'number' }),
  revokedBy: text('revoked_by'),
});

/** Who did what: rows that are only ever added. */
export const audit = pgTable(
  'audit',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    at: bigint('at', { mode: 'number' }).notNull(),
    personId: text('person_id'),
    by: text('by').notNull(),
    what: text('what').notNull(),
    about: text('about').notNull(),
  },
  (table) => [index('audit_by_time').on(table.at)],
);

/** What admins chose for the desk as a whole and no rule reads: how long rows are kept, which balance is low. */
export const choices = pgTable('choices', {
  name: text('name').primaryKey(),
  value: text('value').notNull(),
  savedAt: bigint('saved_at', { mode: 'number' }).notNull(),
  by: text('by').notNull(),
});

/** Work of which only one server does each: who has it keeps it until it is done, or its lease is over. */
export const jobs = pgTable('jobs', {
  name: text('name').primaryKey(),
  startedAt: bigint('started_at', { mode: 'number' }).notNull(),
  leaseEndsAt: bigint('lease_ends_at', { mode: 'number' }).notNull(),
  doneAt: bigint('done_at', { mode: 'number' }),
});

/** Where alerts go, what about, and when not (`domain/alert.ts`). */
export const alertChannels = pgTable('alert_channels', {
  id: text('id').primaryKey(),
  kind: text('kind').$type<ChannelKind>().notNull(),
  name: text('name').notNull(),
  /** A URL, an e-mail address, or a browser's subscription as JSON. */
  target: text('target').notNull(),
  /** Of a signed webhook: what it is signed with. */
  secret: text('secret'),
  /** JSON. */
  rules: text('rules').notNull(),
  createdAt: bigint('created_at', { mode: 'number' }).notNull(),
  createdBy: text('created_by').notNull(),
});

/** The outbox: once for each channel, kind and what it is about. It holds no number and no text: these are read when it is sent. */
export const alerts = pgTable(
  'alerts',
  {
    /** Goes out with every try, so that a receiver can tell a double. */
    id: text('id').primaryKey(),
    channelId: text('channel_id').notNull(),
    kind: text('kind').$type<AlertKind>().notNull(),
    /** The id of a case, or a silent DID and since when. */
    about: text('about').notNull(),
    at: bigint('at', { mode: 'number' }).notNull(),
    state: text('state').$type<AlertState>().notNull(),
    tries: bigint('tries', { mode: 'number' }).notNull(),
    /** The next try; while one is under way, the end of its lease. */
    nextAt: bigint('next_at', { mode: 'number' }).notNull(),
    doneAt: bigint('done_at', { mode: 'number' }),
    /** What the last try came to, where it did not succeed. */
    trouble: text('trouble'),
  },
  (table) => [
    uniqueIndex('alerts_once').on(table.about, table.kind, table.channelId),
    index('alerts_by_next').on(table.channelId, table.state, table.nextAt),
    index('alerts_by_time').on(table.at, table.id),
  ],
);

/** One row: how far the desk has looked for what to alert about. */
export const alertLook = pgTable('alert_look', {
  id: text('id').primaryKey(),
  deliveryId: bigint('delivery_id', { mode: 'number' }).notNull(),
  at: bigint('at', { mode: 'number' }).notNull(),
});

/** Who wants a digest: how often, in which language, and by which clock. */
export const digests = pgTable('digests', {
  personId: text('person_id').primaryKey(),
  every: text('every').$type<DigestEvery>().notNull(),
  language: text('language').$type<'en' | 'hi'>().notNull(),
  zone: text('zone').notNull(),
  savedAt: bigint('saved_at', { mode: 'number' }).notNull(),
});
