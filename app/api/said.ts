/** What a door says, whoever puts it on the wire: a route module as the web's answer, the front door by itself. */

export type Said = {
  status: number;
  headers: Record<string, string>;
  body: string | Uint8Array<ArrayBuffer> | null;
};

/** JSON that nobody on the way may keep: it holds phone numbers. */
export function inJson(body: unknown, status = 200, headers: Record<string, string> = {}): Said {
  return {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'private, no-store',
      ...headers,
    },
    body: JSON.stringify(body),
  };
}

export function respond({ status, headers, body }: Said): Response {
  return new Response(body, { status, headers });
}
