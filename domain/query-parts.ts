/** What the queries of the board and of the calls read alike. */

/** What somebody did wrong, with the field that it is about. */
export type BadQuery = { field: string; error: string };

/** The text, null where it is empty; PostgreSQL takes no NUL. */
export function textIn(params: URLSearchParams, name: string): string | null {
  return params.get(name)?.replaceAll('\0', '').trim() || null;
}

/** A DID's key; a `+` that nobody encoded reaches us as a space. */
export function didIn(params: URLSearchParams): string | null {
  const did = params.get('did')?.replaceAll('\0', '');
  return did?.replace(/^ (?=\d)/, '+').trim() || null;
}

export function isOneOf<Text extends string>(list: readonly Text[], text: string): text is Text {
  return (list as readonly string[]).includes(text);
}

export function bad(field: string, rule: string): BadQuery {
  return { field, error: `\`${field}\` ${rule}.` };
}
