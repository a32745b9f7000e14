/** The live events of one call, taken from its records: what PIOPIY tells while the call is still going on. */

import { type Call, endOf, isCallback } from './calls';
import { type Body, piopiyApp } from './piopiy';
import { isLucky, type Random } from './random';

export function eventsOf(random: Random, call: Call, records: Body[]): Body[] {
  const pickedUpAt = call.startsAt + call.ring * 1000;
  const wasAnswered = call.talk > 0;
  const names: [string, number][] = isCallback(call.kind)
    ? [['out_started', call.startsAt]]
    : [[isLucky(random, 0.5) ? 'started' : 'waiting', call.startsAt]];
  if (wasAnswered) names.push([isCallback(call.kind) ? 'out_bridged' : 'in_answered', pickedUpAt]);
  names.push(['hangup', endOf(call)]);
  // Older accounts say that it is an event; newer ones leave the type out.
  const type = isLucky(random, 0.8) ? { type: 'event' } : {};
  return names.map(([status, time]) => {
    const record = (status === 'out_bridged' ? records[1] : records[0]) ?? {};
    return { ...identity(record), status, time, ...type };
  });
}

function identity(record: Body): Body {
  const { conversation_uuid, direction, from, leg, to, cmiuuid, extra_params } = record;
  const ours = 'request_id' in record && { request_id: record.request_id, callerid: record.callerid };
  return { appid: piopiyApp, conversation_uuid, direction, from, leg, to, cmiuuid, extra_params, ...ours };
}
