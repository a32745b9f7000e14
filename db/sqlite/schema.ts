/** The tables in SQLite; `postgres/schema.ts` has the same names, keys and JS types. */

import { sql } from 'drizzle-orm';
import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { AlertKind, AlertState, ChannelKind } from '@/domain/alert';
import type { Case } from '@/domain/case';
import type { DecisionKind, Outcome } from '@/domain/decision';
import type { DigestEvery } from '@/domain/digest';
import type { Direction, Leg } from '@/domain/leg';
import type { Role } from '@/domain/person';
import type { Verdict } from '@/domain/verdict';

/** One row: the number that every change raises, and on Postgres the lock of the writers. */
export const pulse = sqliteTable('pulse', {
  id: integer('id').primaryKey(),
  revision: integer('revision').notNull(),
  /** The version of the rules by which the projections were folded (`desk/rebuild.ts`). */
  foldedBy: integer('folded_by').notNull().default(0),
});

/** Every HTTP request that reached the webhook with a valid token, byte for byte. */
export const deliveries = sqliteTable('deliveries', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  receivedAt: integer('received_at').notNull(),
  token: text('token').notNull(),
  method: text('method').notNull(),
  contentType: text('content_type'),
  body: blob('body', { mode: 'buffer' }).notNull(),
  outcome: text('outcome').$type<'understood' | 'partly' | 'quarantined'>().notNull(),
});

/** What could not be understood: the place in its delivery, and why. */
export const quarantine = sqliteTable(
  'quarantine',
  {
    deliveryId: integer('delivery_id').notNull(),
    position: integer('position').notNull(),
    reason: text('reason').notNull(),
    at: integer('at').notNull(),
    settledAt: integer('settled_at'),
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
export const legs = sqliteTable(
  'legs',
  {
    copy: text('copy').notNull(),
    id: text('id').notNull(),
    callId: text('call_id').notNull(),
    deliveryId: integer('delivery_id').notNull(),
    firstReceivedAt: integer('first_received_at').notNull(),
    appId: text('app_id'),
    conversation: text('conversation').notNull(),
    hasConversation: integer('has_conversation', { mode: 'boolean' }).notNull(),
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
    time: integer('time'),
    startedAt: integer('started_at'),
    answeredAt: integer('answered_at'),
    endedAt: integer('ended_at'),
    durationSeconds: integer('duration_seconds'),
    waitedSeconds: integer('waited_seconds'),
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
export const calls = sqliteTable(
  'calls',
  {
    id: text('id').primaryKey(),
    conversation: text('conversation').notNull(),
    direction: text('direction').$type<Direction>().notNull(),
    caller: text('caller').notNull(),
    callerRaw: text('caller_raw'),
    did: text('did').notNull(),
    didRaw: text('did_raw'),
    startedAt: integer('started_at').notNull(),
    firstReceivedAt: integer('first_received_at').notNull(),
    ringMs: integer('ring_ms'),
    verdict: text('verdict').$type<Verdict>().notNull(),
    rule: integer('rule').notNull(),
    mark: text('mark'),
    decidesAt: integer('decides_at'),
    isShort: integer('is_short', { mode: 'boolean' }).notNull(),
    isOutOfHours: integer('is_out_of_hours', { mode: 'boolean' }).notNull(),
    callerAnswered: integer('caller_answered', { mode: 'boolean' }),
    talkSeconds: integer('talk_seconds'),
    other: text('other'),
    otherAnswered: integer('other_answered', { mode: 'boolean' }),
    otherTalkSeconds: integer('other_talk_seconds'),
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
export const cases = sqliteTable(
  'cases',
  {
    id: text('id').primaryKey(),
    caller: text('caller').notNull(),
    callerRaw: text('caller_raw'),
    did: text('did').notNull(),
    didRaw: text('did_raw'),
    state: text('state').$type<Case['state']>().notNull(),
    outcome: text('outcome').$type<Outcome>(),
    callsTotal: integer('calls_total').notNull(),
    missedCount: integer('missed_count').notNull(),
    firstMissedAt: integer('first_missed_at').notNull(),
    lastMissedAt: integer('last_missed_at').notNull(),
    clockStartsAt: integer('clock_starts_at').notNull(),
    dueAt: integer('due_at').notNull(),
    isShort: integer('is_short', { mode: 'boolean' }).notNull(),
    attempts: integer('attempts').notNull(),
    lastAttemptAt: integer('last_attempt_at'),
    lastAttemptBy: text('last_attempt_by'),
    triedAt: integer('tried_at'),
    reachedAt: integer('reached_at'),
    claimedBy: text('claimed_by'),
    claimLapsesAt: integer('claim_lapses_at'),
    wakesAt: integer('wakes_at'),
    closedAt: integer('closed_at'),
    closedBy: text('closed_by'),
    closedByCall: text('closed_by_call'),
    expiresAt: integer('expires_at').notNull(),
    endsAt: integer('ends_at'),
    visibleFrom: integer('visible_from').notNull(),
    spansFrom: integer('spans_from').notNull(),
    spansTo: integer('spans_to').notNull(),
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
export const dids = sqliteTable('dids', {
  did: text('did').primaryKey(),
});

/** What people said: rows of their own, never a flag on a call (rules.md 21). */
export const decisions = sqliteTable('decisions', {
  id: text('id').primaryKey(),
  at: integer('at').notNull(),
  kind: text('kind').$type<DecisionKind>().notNull(),
  by: text('by').notNull(),
  note: text('note'),
  until: integer('until'),
  undoneAt: integer('undone_at'),
  undoneBy: text('undone_by'),
});

/** What people say of a caller: a name, and whether to expect nothing of them. One row for each caller. */
export const callers = sqliteTable(
  'callers',
  {
    caller: text('caller').primaryKey(),
    name: text('name'),
    isSpam: integer('is_spam', { mode: 'boolean' }).notNull().default(false),
    savedAt: integer('saved_at').notNull(),
    by: text('by').notNull(),
  },
  (table) => [index('callers_by_name').on(sql`lower(${table.name})`, table.caller)],
);

/** Notes about a caller, whatever the case. */
export const callerNotes = sqliteTable(
  'caller_notes',
  {
    id: text('id').primaryKey(),
    caller: text('caller').notNull(),
    at: integer('at').notNull(),
    by: text('by').notNull(),
    text: text('text').notNull(),
    removedAt: integer('removed_at'),
    removedBy: text('removed_by'),
  },
  (table) => [index('notes_of_caller').on(table.caller, table.at)],
);

/** The ends of every caller's number, from each digit on, so that any part of it is found by an index. */
export const numberParts = sqliteTable(
  'number_parts',
  {
    part: text('part').notNull(),
    caller: text('caller').notNull(),
  },
  (table) => [primaryKey({ columns: [table.part, table.caller] })],
);

/** Places on the desk that a person comes back to. */
export const savedViews = sqliteTable(
  'saved_views',
  {
    id: text('id').primaryKey(),
    personId: text('person_id').notNull(),
    name: text('name').notNull(),
    /** The query of the page's address. */
    query: text('query').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [index('views_of_person').on(table.personId, table.at)],
);

/** What people set, as rows that hold from a time on (`domain/settings.ts`). */
export const settings = sqliteTable('settings', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  scope: text('scope').$type<'desk' | 'did'>().notNull(),
  did: text('did'),
  from: integer('from').notNull(),
  savedAt: integer('saved_at').notNull(),
  by: text('by').notNull(),
  settings: text('settings').notNull(),
});

/** The calls that a person saw when deciding. */
export const decisionCalls = sqliteTable(
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
export const invitations = sqliteTable('invitations', {
  id: text('id').primaryKey(),
  digest: text('digest').notNull().unique(),
  role: text('role').$type<Role>().notNull(),
  dids: text('dids'),
  at: integer('at').notNull(),
  by: text('by').notNull(),
  expiresAt: integer('expires_at').notNull(),
  usedAt: integer('used_at'),
});

/** The tokens of the webhook, of programs and of walls; only their digests are kept. */
export const tokens = sqliteTable('tokens', {
  id: text('id').primaryKey(),
  kind: text('kind').$type<'webhook' | 'api' | 'wall'>().notNull(),
  name: text('name').notNull(),
  /** Of a wall: the one number of ours that it shows; null for all. */
  did: text('did'),
  digest: text('digest').notNull().unique(),
  createdAt: integer('created_at').notNull(),
  createdBy: text('created_by').notNull(),
  lastUsedAt: integer('last_used_at'),
  revokedAt: integer('revoked_at'),
  revokedBy: text('revoked_by'),
});

/** Who did what: rows that are only ever added. */
export const audit = sqliteTable(
  'audit',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    at: integer('at').notNull(),
    personId: text('person_id'),
    by: text('by').notNull(),
    what: text('what').notNull(),
    about: text('about').notNull(),
  },
  (table) => [index('audit_by_time').on(table.at)],
);

/** What admins chose for the desk as a whole and no rule reads: how long rows are kept, which balance is low. */
export const choices = sqliteTable('choices', {
  name: text('name').primaryKey(),
  value: text('value').notNull(),
  savedAt: integer('saved_at').notNull(),
  by: text('by').notNull(),
});

/** Work of which only one server does each: who has it keeps it until it is done, or its lease is over. */
export const jobs = sqliteTable('jobs', {
  name: text('name').primaryKey(),
  startedAt: integer('started_at').notNull(),
  leaseEndsAt: integer('lease_ends_at').notNull(),
  doneAt: integer('done_at'),
});

/** Where alerts go, what about, and when not (`domain/alert.ts`). */
export const alertChannels = sqliteTable('alert_channels', {
  id: text('id').primaryKey(),
  kind: text('kind').$type<ChannelKind>().notNull(),
  name: text('name').notNull(),
  /** A URL, an e-mail address, or a browser's subscription as JSON. */
  target: text('target').notNull(),
  /** Of a signed webhook: what it is signed with. */
  secret: text('secret'),
  /** JSON. */
  rules: text('rules').notNull(),
  createdAt: integer('created_at').notNull(),
  createdBy: text('created_by').notNull(),
});

/** The outbox: once for each channel, kind and what it is about. It holds no number and no text: these are read when it is sent. */
export const alerts = sqliteTable(
  'alerts',
  {
    /** Goes out with every try, so that a receiver can tell a double. */
    id: text('id').primaryKey(),
    channelId: text('channel_id').notNull(),
    kind: text('kind').$type<AlertKind>().notNull(),
    /** The id of a case, or a silent DID and since when. */
    about: text('about').notNull(),
    at: integer('at').notNull(),
    state: text('state').$type<AlertState>().notNull(),
    tries: integer('tries').notNull(),
    /** The next try; while one is under way, the end of its lease. */
    nextAt: integer('next_at').notNull(),
    doneAt: integer('done_at'),
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
export const alertLook = sqliteTable('alert_look', {
  id: text('id').primaryKey(),
  deliveryId: integer('delivery_id').notNull(),
  at: integer('at').notNull(),
});

/** Who wants a digest: how often, in which language, and by which clock. */
export const digests = sqliteTable('digests', {
  personId: text('person_id').primaryKey(),
  every: text('every').$type<DigestEvery>().notNull(),
  language: text('language').$type<'en' | 'hi'>().notNull(),
  zone: text('zone').notNull(),
  savedAt: integer('saved_at').notNull(),
});
