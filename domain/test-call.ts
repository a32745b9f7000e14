/** A test call, in the provider's spelling: a missed call between two numbers that its documentation made up. */

/**
 * No numbers of any country's plan, so that nobody is ever called by mistake (rules.md 5). Without the `+`, which the
 * provider leaves out, they are valid ones in Germany.
 */
const caller = '+440000000001';
const did = '+440000000000';

/** What the desk knows that number of ours by. */
export const testDid = '440000000000';

const rangMs = 15_000;

/** The body that would be posted for a call that rang until now (ms) and was missed; `id` names the conversation. */
export function testCall(id: string, now: number): string {
  return JSON.stringify({
    type: 'cdr',
    leg: 'a',
    direction: 'inbound',
    status: 'missed',
    from: caller,
    to: did,
    appid: 0,
    time: now,
    start_time: Math.floor((now - rangMs) / 1000),
    end_time: Math.floor(now / 1000),
    duration: 0,
    extra_params: '{"test":"sent from the setup of the desk"}',
    cmiuuid: id,
    conversation_uuid: id,
  });
}
