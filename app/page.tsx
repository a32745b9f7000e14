import { headers } from 'next/headers';
import { connection } from 'next/server';
import { PlainPage } from '@/components/plain-page';
import { caseQuery, placeOf } from '@/components/views';
import { refuseStranger } from '@/desk/strangers';
import { theDesk } from '@/desk/the-desk';
import { parseBoardQuery } from '@/domain/board-query';
import { LiveBoard } from './live-board';

type Asked = Promise<Record<string, string | string[] | undefined>>;

/** The board, with its rows in the first paint. */
export default async function BoardPage({ searchParams }: { searchParams: Asked }) {
  await connection();
  const refusal = refuseStranger(await headers());
  if (refusal) return <PlainPage heading={refusal} />;

  const address = caseQuery(placeOf(queryOf(await searchParams)));
  const parsed = parseBoardQuery(address);
  if ('error' in parsed) return <PlainPage heading={parsed.error} />;

  const desk = await theDesk();
  const first = { query: address.toString(), board: await desk.board.load(parsed.query) };
  return (
    <LiveBoard
      first={first}
      firstNow={desk.clock()}
      zone={(await desk.settings(desk.store.read)).desk(desk.clock()).timeZone}
    />
  );
}

function queryOf(asked: Awaited<Asked>): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) {
    const first = Array.isArray(value) ? value[0] : value;
    if (first !== undefined) params.set(name, first);
  }
  return params;
}
