/** Sends JSON to the desk and says what came of it, in a sentence where it is a no. */

export type Sent<Good> =
  | { is: 'done'; good: Good }
  /** `status` and `code` are the answer's own; `field` is the one that is wrong. */
  | { is: 'refused'; sentence: string; status: number; code: string | null; field: string | null }
  | { is: 'unanswered'; sentence: string };

const patienceMs = 30_000;
const noAnswer = 'The desk did not answer. Nothing is lost here: try again.';

export async function send<Good>(
  method: 'POST' | 'PATCH' | 'DELETE',
  address: string,
  body: object = {},
): Promise<Sent<Good>> {
  try {
    const response = await fetch(address, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patienceMs),
    });
    if (response.status === 429) return { ...refused(response, tooMany(response)), code: null, field: null };
    if (response.status >= 500) return { is: 'unanswered', sentence: noAnswer };
    const answer = (await response.json()) as Record<string, unknown> | null;
    if (response.ok) return { is: 'done', good: answer as Good };
    const { error, message, code, field } = answer ?? {};
    return {
      ...refused(response, String(error ?? message ?? 'The desk refused it.')),
      code: typeof code === 'string' ? code : null,
      field: typeof field === 'string' ? field : null,
    };
  } catch {
    return { is: 'unanswered', sentence: noAnswer };
  }
}

function refused({ status }: Response, sentence: string) {
  return { is: 'refused' as const, sentence, status };
}

function tooMany({ headers }: Response): string {
  const seconds = Number(headers.get('retry-after'));
  if (!(seconds > 0)) return 'Too many tries. Wait some minutes, then try again.';
  const minutes = Math.ceil(seconds / 60);
  const wait = seconds <= 90 ? `${Math.ceil(seconds)} seconds` : `${minutes} minutes`;
  return `Too many tries. Try again in ${wait}.`;
}
