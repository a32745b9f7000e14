/** The known callers as CSV. */

import { admitting } from '@/app/api/admission';
import { exportContacts } from '@/desk/export-contacts';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return admitting(request, async (desk, by) => {
    const lines = await exportContacts(desk, by, desk.clock());
    const utf8 = new TextEncoder();
    const body = new ReadableStream({
      async pull(controller) {
        const { done, value } = await lines.next();
        if (done) controller.close();
        else controller.enqueue(utf8.encode(value));
      },
      async cancel() {
        await lines.return(undefined);
      },
    });
    return new Response(body, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="contacts.csv"',
        'cache-control': 'private, no-store',
      },
    });
  });
}
