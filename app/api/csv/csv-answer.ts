/** A file that is written while it is sent: each page of rows once the one before has left. */

import type { AllMessages } from '@/messages/all';
import { type Language, languageOf } from '@/messages/languages';
import { wholeLanguages } from '@/messages/whole';
import { byteOrderMark, type Cell, csvText } from './csv-text';

/** A column: its head, and its cell in a row. */
export type Column<Row> = [head: string, cell: (row: Row) => Cell];

type Export<Row> = { zone: string; pages: AsyncGenerator<Row[]> };

export function csvAnswer<Row>(
  request: Request,
  name: string,
  { zone, pages }: Export<Row>,
  columnsOf: (zone: string, m: AllMessages) => Column<Row>[],
): Response {
  const columns = columnsOf(zone, wholeLanguages[languageIn(request.headers)]);
  const encoder = new TextEncoder();
  const head = byteOrderMark + csvText([columns.map(([head]) => head)]);
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(head)),
    async pull(controller) {
      const { done, value } = await pages.next();
      if (done) return controller.close();
      controller.enqueue(encoder.encode(csvText(value.map((row) => columns.map(([, cell]) => cell(row))))));
    },
    async cancel() {
      await pages.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
      'cache-control': 'private, no-store',
    },
  });
}

function languageIn(headers: Headers): Language {
  const cookies = (headers.get('cookie') ?? '').split(/;\s*/).map((pair) => pair.split('='));
  const chosen = cookies.find(([name]) => name === 'language')?.[1];
  return languageOf(chosen, headers.get('accept-language'));
}
