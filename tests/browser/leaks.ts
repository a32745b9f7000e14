/** What must never stand in a log, a bundle or an error page: the numbers of callers, and whatever opens the desk. */

/** Callers of the tests ring from one block of numbers (`aCaller`), however they are spelled. */
const callerNumber = /9884\d[ -]?\d{5}/g;

/** The marks that the text holds; `secrets` are those of the desk that the test knows. */
export function leaksIn(text: string, secrets: string[]): string[] {
  return [...(text.match(callerNumber) ?? []), ...secrets.filter((secret) => text.includes(secret))];
}

/** The log without what the start prints on purpose: the webhook's address, and the code for the first admin. */
export function withoutGreeting(log: string): string {
  return log
    .split('\n')
    .filter((line) => !/^(Webhook URL for PIOPIY|Make the first admin, once): /.test(line))
    .join('\n');
}

/** The lines of a log that are no JSON object. */
export function notJson(log: string): string[] {
  return log.split('\n').filter((line) => line !== '' && !isObject(line));
}

function isObject(line: string): boolean {
  try {
    const said: unknown = JSON.parse(line);
    return typeof said === 'object' && said !== null;
  } catch {
    return false;
  }
}
