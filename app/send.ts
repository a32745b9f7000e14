/** Sends JSON to the desk and says what came of it. */

export type Sent<Good> =
  | { is: 'done'; good: Good }
  | ({ is: 'refused' } & Refusal)
  /** Nobody knows whether it was heard. */
  | { is: 'unanswered' };

type Refusal = {
  /** The desk's own, in English. */
  sentence: string | null;
  /** `status` and `code` are the answer's own; `field` is the one that is wrong. */
  status: number;
  code: string | null;
  field: string | null;
  /** After how many seconds one may try again; 0 where it does not say. */
  waitSeconds: number;
};

const patienceMs = 30_000;

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
    const { status, headers } = response;
    if (status >= 500) return { is: 'unanswered' };
    const waitSeconds = Number(headers.get('retry-after') ?? 0);
    if (status === 429)
      return { is: 'refused', sentence: null, status, code: null, field: null, waitSeconds };
    const answer = (await response.json()) as Record<string, unknown> | null;
    if (response.ok) return { is: 'done', good: answer as Good };
    const { error, message, code, field } = answer ?? {};
    return {
      is: 'refused',
      sentence: textIn(error) ?? textIn(message),
      status,
      code: textIn(code),
      field: textIn(field),
      waitSeconds,
    };
  } catch {
    return { is: 'unanswered' };
  }
}

function textIn(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
