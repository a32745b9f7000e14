import { PlainPage } from '@/components/plain-page';
import { caseQuery, placeOf } from '@/components/views';
import { parseBoardQuery } from '@/domain/board-query';
import { LiveBoard } from './live-board';
import { signedIn } from './signed-in';

type Asked = Promise<Record<string, string | string[] | undefined>>;

/** The board, with its rows in the first paint. */
export default async function BoardPage({ searchParams }: { searchParams: Asked }) {
  const { desk, by } = await signedIn('/');

  const address = caseQuery(placeOf(queryOf(await searchParams)));
  const parsed = parseBoardQuery(address);
  if ('error' in parsed) return <PlainPage heading={parsed.error} />;

  const first = { query: address.toString(), board: await desk.board.load(by, parsed.query) };
  return (
    <LiveBoard
      first={first}
      firstNow={desk.clock()}
      by={by}
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
