/** One record in the provider's spelling, read into a leg in ours; its words stop in this file. */

import { hash } from 'node:crypto';
import type { Leg } from './leg';

export type Read = { leg: Leg } | { event: string } | { reason: string };

/** What only call detail records have (rules.md 1). */
const onlyInCdrs = ['duration', 'answeredsec', 'waitedsec', 'end_time', 'hangup_reason', 'call_rate'];

const missedWords = ['missed', 'noanswer', 'busy', 'failed', 'cancel', 'rejected', 'voicemail'];

const longestText = 1000;

/** Text, number and boolean alike, as clean text; null where there is nothing (rules.md 2). */
const text = (value: unknown) => cleanText(value);

/** Milliseconds, whether the provider sent seconds, milliseconds or microseconds. */
const instant = (value: unknown) => {
  const number = numberIn(value);
  if (number === null || number <= 0 || number >= 1e17) return null;
  if (number < 1e11) return Math.round(number * 1000) || null;
  return Math.round(number < 1e14 ? number : number / 1000);
};

const seconds = (value: unknown) => {
  const number = numberIn(value);
  return number === null || number < 0 || number > 1e9 ? null : Math.round(number) || 0;
};

/** What neither names nor judges a call is taken as it comes: text, or JSON as text. */
const anything = (value: unknown) => cleanText(isObject(value) ? jsonOf(value) : value);

type Given = Partial<Record<string, unknown>>;
type Fields = ReturnType<typeof fieldsOf>;

/** Field by field, for every record comes through here: an object of one shape is what the engine is quick with. */
function fieldsOf(given: Given) {
  return {
    type: text(given.type),
    appid: text(given.appid),
    app_id: text(given.app_id),
    cmiuuid: text(given.cmiuuid),
    cmiuid: text(given.cmiuid),
    conversation_uuid: text(given.conversation_uuid),
    request_id: text(given.request_id),
    call_id: text(given.call_id),
    leg: text(given.leg),
    direction: text(given.direction),
    status: text(given.status),
    from: text(given.from),
    to: text(given.to),
    virtual_number: text(given.virtual_number),
    vn: text(given.vn),
    callerid: text(given.callerid),
    time: instant(given.time),
    start_time: instant(given.start_time),
    answer_time: instant(given.answer_time),
    end_time: instant(given.end_time),
    duration: seconds(given.duration),
    answeredsec: seconds(given.answeredsec),
    waitedsec: seconds(given.waitedsec),
    extra_params: anything(given.extra_params),
    custom: anything(given.custom),
    hangup_reason: anything(given.hangup_reason),
    user: anything(given.user),
    team: anything(given.team),
    ivr_name: anything(given.ivr_name),
    voicemail: anything(given.voicemail),
    voicename: anything(given.voicename),
    record: anything(given.record),
    filename: anything(given.filename),
    call_rate: anything(given.call_rate),
    balance: anything(given.balance),
  };
}

/** What is taken as it comes, an object, too. */
const mayHoldMore: (keyof Fields)[] = [
  'extra_params',
  'custom',
  'hangup_reason',
  'user',
  'team',
  'ivr_name',
  'voicemail',
  'voicename',
  'record',
  'filename',
  'call_rate',
  'balance',
];
const plain = new Set(
  Object.keys(fieldsOf({})).filter((name) => !mayHoldMore.includes(name as keyof Fields)),
);

/** Reads one record that was received at `receivedAt` (ms). What cannot be read comes back with the reason. */
export function readCdr(raw: unknown, receivedAt: number): Read {
  if (!isObject(raw) || Array.isArray(raw)) return { reason: 'Not a JSON object.' };
  const given = raw as Given;
  const nested = Object.keys(given).find((name) => isObject(given[name]) && plain.has(name));
  if (nested) return { reason: `\`${nested}\` is neither text nor a number.` };
  const fields = fieldsOf(given);
  const named = [fields.cmiuuid, fields.cmiuid, fields.conversation_uuid, fields.request_id, fields.call_id];
  const numbers = [fields.from, fields.to, fields.virtual_number];
  if (isCdr(raw, fields)) {
    if (![...named, ...numbers].some(Boolean)) return { reason: 'The record names no call and no number.' };
    return { leg: legOf(fields, receivedAt) };
  }
  if (fields.status && (fields.cmiuuid ?? fields.cmiuid ?? fields.conversation_uuid))
    return { event: fields.status };
  return { reason: 'Neither a call detail record nor a live event.' };
}

function isCdr(raw: object, fields: Fields): boolean {
  const type = fields.type?.toLowerCase();
  if (type === 'cdr' || type === 'event') return type === 'cdr';
  return onlyInCdrs.some((name) => Object.hasOwn(raw, name) && raw[name as keyof typeof raw] !== null);
}

function legOf(fields: Fields, receivedAt: number): Leg {
  const appId = fields.appid ?? fields.app_id;
  const legUuid = fields.cmiuuid ?? fields.cmiuid;
  // The order in which an id may name the call is rules.md 7.
  const named = fields.conversation_uuid ?? fields.request_id ?? fields.call_id ?? legUuid;
  const content = identityOf({ ...fields, call_rate: null, balance: null });
  return {
    id: named
      ? identityOf([appId, legUuid, fields.leg?.toLowerCase(), fields.conversation_uuid, fields.time])
      : content,
    copy: content,
    callId: identityOf([appId, named ?? content]),
    firstReceivedAt: receivedAt,
    appId,
    conversation: named ?? content,
    hasConversation: fields.conversation_uuid !== null,
    legUuid,
    requestId: fields.request_id,
    side: sideOf(fields.leg),
    direction: directionOf(fields.direction),
    status: statusOf(fields.status),
    statusText: fields.status,
    from: fields.from,
    to: fields.to,
    virtualNumber: fields.virtual_number ?? fields.vn,
    callerId: fields.callerid,
    time: fields.time,
    startedAt: fields.start_time,
    answeredAt: fields.answer_time,
    endedAt: fields.end_time,
    durationSeconds: fields.duration ?? fields.answeredsec,
    waitedSeconds: fields.waitedsec,
    params: fields.extra_params ?? fields.custom,
    hangupReason: fields.hangup_reason,
    user: fields.user,
    team: fields.team,
    menu: fields.ivr_name,
    voicemail: isYes(fields.voicemail) ? (fields.voicename ?? 'yes') : null,
    recording: isYes(fields.record) ? (fields.filename ?? 'yes') : null,
    recordType: fields.type,
    rate: fields.call_rate,
    balance: fields.balance,
  };
}

/** rules.md 4: without case, spaces, `-`, `_` and an in, out or user before it. */
function statusOf(word: string | null): Leg['status'] {
  const plain = (word ?? '')
    .toLowerCase()
    .replace(/[\s_-]/g, '')
    .replace(/^(in|out|user)/, '');
  if (plain === 'answered') return 'answered';
  return missedWords.includes(plain) ? 'missed' : 'other';
}

function sideOf(word: string | null): Leg['side'] {
  const side = word?.toLowerCase();
  return side === 'a' || side === 'b' ? side : null;
}

function directionOf(word: string | null): Leg['direction'] {
  const direction = word?.toLowerCase();
  return direction === 'inbound' || direction === 'outbound' ? direction : null;
}

function isYes(word: string | null): boolean {
  return word?.toLowerCase() === 'true' || word === '1';
}

/** Without what no database keeps (NUL, half of a surrogate pair), trimmed, of bounded length. */
function cleanText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : null;
  return String(value).replaceAll('\0', '').slice(0, longestText).toWellFormed().trim() || null;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** What is nested too deeply to be written again is left to the kept body. */
function jsonOf(value: object): string | null {
  try {
    return JSON.stringify(value);
  } catch {
    return null;
  }
}

function numberIn(value: unknown): number | null {
  const number = typeof value === 'number' ? value : Number(cleanText(value) ?? Number.NaN);
  return Number.isFinite(number) ? number : null;
}

function identityOf(parts: unknown): string {
  return hash('sha256', JSON.stringify(parts)).slice(0, 24);
}
