/** The webhook's bytes, opened into the records they hold, whatever form the provider gave them (piopiy.md). */

/** A body may hold this many records; one with more is quarantined whole, so that a batch stays bounded. */
export const mostRecords = 5000;

export type Opened = { records: unknown[] } | { reason: string };

/** Opens a JSON or form-encoded body. Never throws: what cannot be opened comes back as a reason. */
export function openBody(sent: string): Opened {
  // Some put the mark of the order of its bytes before UTF-8.
  const text = sent.startsWith('\uFEFF') ? sent.slice(1) : sent;
  const value = jsonIn(text) ?? formIn(text);
  if (value === undefined) return { reason: 'The body is neither JSON nor form-encoded.' };
  const records = recordsIn(value);
  if (!records) return { reason: 'The JSON is not a record, nor a list of records.' };
  if (records.length === 0) return { reason: 'The list of records is empty.' };
  if (records.length > mostRecords) return { reason: `The list holds more than ${mostRecords} records.` };
  return { records };
}

/** Opens the query of a GET that carries a record; undefined where none does. */
export function openQuery(query: URLSearchParams): Opened | undefined {
  if (!query.has('cmiuuid') && !query.has('cmiuid')) return undefined;
  return { records: [Object.fromEntries([...query].filter(([name]) => name !== 'token'))] };
}

function jsonIn(text: string): unknown {
  for (const attempt of [() => text, () => quoteLeadingZeros(text)]) {
    try {
      const value: unknown = JSON.parse(attempt());
      return typeof value === 'string' ? jsonIn(value) : value;
    } catch {
      // Not JSON in this reading; the next one, or a form, may open it.
    }
  }
  return undefined;
}

/** Older records print `"from": 04471000000`, which is not JSON: such a number becomes text. */
function quoteLeadingZeros(text: string): string {
  // Strings are stepped over, an unclosed one to the end: no text makes the expression look twice at a place.
  const parts = /"(?:[^"\\]|\\[\s\S])*(?:"|\\?$)|([:[,]\s*)(0\d+)(?=\s*[,}\]])/g;
  return text.replace(parts, (part, before?: string, number?: string) =>
    number === undefined ? part : `${before}"${number}"`,
  );
}

const ofRecords = ['status', 'direction', 'cmiuuid', 'cmiuid', 'conversation_uuid'];

/** A form is the record's own properties as fields, or JSON inside one field. */
function formIn(text: string): unknown {
  if (!/^[^\s{}[\]"]+=/.test(text)) return undefined;
  const fields = new URLSearchParams(text.trim());
  if (ofRecords.some((name) => fields.has(name))) return Object.fromEntries(fields);
  const json = [...fields.values()].find((value) => /^\s*[[{]/.test(value));
  return json === undefined ? Object.fromEntries(fields) : jsonIn(json);
}

function recordsIn(value: unknown): unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  const inside = 'cdr' in value ? value.cdr : value;
  return Array.isArray(inside) ? inside : [inside];
}
