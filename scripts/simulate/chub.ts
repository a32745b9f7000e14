/** The records of one call as CHUB, TeleCMI's call-centre product, posts them: another shape, sent once. */

import { type Call, endOf } from './calls';
import { staff, userOf } from './people';
import type { Body } from './piopiy';
import { digits, isLucky, oneOf, type Random, requestId, uuid } from './random';

const chubApp = 2222223;

/** Leg a first; a call that came in has no leg b but for each of our people who did not pick up. */
export function chubRecords(random: Random, ids: Random, call: Call): Body[] {
  if (call.kind === 'answered') return [answered(random, ids, call)];
  if (call.kind === 'missed') return [missed(random, ids, call), ...notPickedUp(random, ids, call)];
  return [callback(random, ids, call)];
}

function missed(random: Random, ids: Random, call: Call): Body {
  const id = uuid(ids);
  const hasVoicemail = isLucky(random, 0.4);
  return {
    virtual_number: Number(call.did.number),
    custom: '{"crm":"true"}',
    appid: chubApp,
    type: 'cdr',
    direction: 'inbound',
    cmiuuid: id,
    status: 'missed',
    from: call.from,
    time: call.startsAt,
    waitedsec: call.ring,
    hangup_reason: 'recv_bye',
    ...(hasVoicemail && { voicemail: true, voicename: soundFile(ids, endOf(call)) }),
    conversation_uuid: id,
    ...queue(call),
  };
}

function answered(random: Random, ids: Random, call: Call): Body {
  const id = uuid(ids);
  return {
    virtual_number: Number(call.did.number),
    custom: '{"key":"value"}',
    appid: chubApp,
    type: 'cdr',
    direction: 'inbound',
    cmiuuid: id,
    user: userOf(random, chubApp),
    status: 'answered',
    to: Number(oneOf(random, staff)),
    from: call.from,
    time: call.startsAt,
    answeredsec: call.talk,
    team: queue(call).team,
    hangup_reason: oneOf(random, ['recv_bye', 'sent_bye']),
    record: true,
    filename: soundFile(ids, call.startsAt + call.ring * 1000),
    conversation_uuid: id,
    ivr_name: queue(call).ivr_name,
  };
}

function notPickedUp(random: Random, ids: Random, call: Call): Body[] {
  return Array.from({ length: call.rung }, () => ({
    custom: '{"crm":"true"}',
    appid: chubApp,
    type: 'cdr',
    direction: 'inbound',
    leg: 'b',
    cmiuuid: uuid(ids),
    user: userOf(random, chubApp),
    status: 'missed',
    to: Number(oneOf(random, staff)),
    from: Number(call.did.number),
    time: call.startsAt,
    team: queue(call).team,
    hangup_reason: 'recv_cancel',
  }));
}

function callback(random: Random, ids: Random, call: Call): Body {
  const wasAnswered = call.kind === 'callback answered';
  return {
    virtual_number: call.did.number,
    call_id: uuid(ids),
    custom: '{"crm":"true"}',
    leg: 'b',
    type: 'cdr',
    appid: chubApp,
    to: call.from,
    cmiuuid: uuid(ids),
    status: wasAnswered ? 'answered' : 'missed',
    user: userOf(random, chubApp),
    time: call.startsAt,
    direction: 'outbound',
    ...(wasAnswered && { answeredsec: call.talk }),
    hangup_reason: wasAnswered ? 'sent_bye' : 'recv_cancel',
    request_id: requestId(ids),
    extra_params: '{"click2call":"true"}',
    ...(wasAnswered && { record: true, filename: soundFile(ids, call.startsAt + call.ring * 1000) }),
  };
}

function queue(call: Call) {
  return { team: `${call.did.team}_${chubApp}`, ivr_name: `${call.did.team}ivr` };
}

function soundFile(ids: Random, at: number): string {
  return `${at}${digits(ids, 9)}_${chubApp}.mp3`;
}
