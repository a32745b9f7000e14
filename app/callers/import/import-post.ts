/** Sends a list of contacts to the desk as it is: to be looked at, or to be imported. */

import type { ColumnRole } from '@/domain/column-roles';
import type { ImportJson } from '@/domain/import-json';

export type ImportAsked = {
  action: 'preview' | 'import';
  columns?: ColumnRole[];
  delimiter?: string;
  seen?: string;
  leaveOut?: 'yes';
};

/** `found` beside a refusal is how things stand now; `status` is the answer's, null where there was none. */
export type ImportAnswer =
  | { is: 'done'; found: ImportJson }
  | { is: 'refused'; status: number | null; sentence: string | null; found: ImportJson | null };

/** Reading fifty thousand lines takes some seconds. */
const patienceMs = 120_000;

export async function postContacts(
  list: Blob | string,
  { columns, ...asked }: ImportAsked,
): Promise<ImportAnswer> {
  const query = new URLSearchParams({ ...asked, ...(columns && { columns: columns.join(',') }) });
  try {
    const response = await fetch(`/api/callers/import?${query}`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/csv' },
      body: list,
      signal: AbortSignal.timeout(patienceMs),
    });
    const answer = await response.json();
    if (response.ok) return { is: 'done', found: answer as ImportJson };
    return { is: 'refused', status: response.status, sentence: answer.error, found: answer.found ?? null };
  } catch {
    return { is: 'refused', status: null, sentence: null, found: null };
  }
}
