/** A list of contacts as CSV: told what it would change, or imported. */

import { admittingChange } from '@/app/api/admission';
import { json, refuse } from '@/app/api/answers';
import { readBody } from '@/app/api/body';
import { importContacts, previewContacts } from '@/desk/import-contacts';
import { delimiters } from '@/desk/read-csv';
import { type ColumnRole, columnRoles } from '@/domain/column-roles';

export const dynamic = 'force-dynamic';

const longestList = 5 * 1024 * 1024;
const statuses = { previewed: 200, imported: 200, 'changed since': 409, refused: 400 };

/** The body is the file as it is; what is asked of it stands in the address. */
export function POST(request: Request): Promise<Response> {
  return admittingChange(request, async (desk, by) => {
    const asked = new URL(request.url).searchParams;
    const columns = asked.get('columns')?.split(',') ?? null;
    if (columns && !columns.every(isRole)) {
      return refuse(400, `\`columns\` has ${columnRoles.join(', ')} for each column.`, 'columns');
    }
    const bytes = await readBody(request, longestList);
    if (!bytes) return refuse(413, 'A list has at most 5 MB.');
    const delimiter = delimiters.find((one) => one === asked.get('delimiter')) ?? null;
    const wish = { bytes, columns: columns as ColumnRole[] | null, delimiter };
    const consent = { seen: asked.get('seen'), leavesFaultyOut: asked.get('leaveOut') === 'yes' };
    const answer =
      asked.get('action') === 'import'
        ? await importContacts(desk, by, wish, consent, desk.clock())
        : await previewContacts(desk, by, wish, desk.clock());
    const status = statuses[answer.is];
    if (answer.is === 'changed since')
      return json(
        { error: 'Names have changed since you looked. Nothing was saved.', found: answer.found },
        status,
      );
    if (answer.is === 'refused') return json({ error: answer.error, found: answer.found }, status);
    return json(answer.found, status);
  });
}

function isRole(text: string): boolean {
  return (columnRoles as readonly string[]).includes(text);
}
