import { caseIn } from '@/components/case-address';
import { PlainPage } from '@/components/plain-page';
import { caseQuery, placeOf } from '@/components/views';
import { loadCase } from '@/desk/case';
import { loadSavedViews } from '@/desk/saved-views';
import { parseBoardQuery } from '@/domain/board-query';
import { LiveBoard } from './live-board';
import { signedIn } from './signed-in';

type Asked = Promise<Record<string, string | string[] | undefined>>;

/** The board, with its rows in the first paint. */
export default async function BoardPage({ searchParams }: { searchParams: Asked }) {
  const { desk, by } = await signedIn('/');

  const asked = queryOf(await searchParams);
  const place = placeOf(asked, by.name);
  const address = caseQuery(place, by.name);
  const parsed = parseBoardQuery(address);
  if ('error' in parsed) return <PlainPage heading={parsed.error} />;

  const first = { query: address.toString(), board: await desk.board.load(by, parsed.query) };
  const caseId = caseIn(asked);
  const firstCase =
    caseId === null ? null : { id: caseId, case: await loadCase(desk, by, caseId, desk.clock()) };
  return (
    <LiveBoard
      first={first}
      firstCase={firstCase}
      firstFigures={{ did: place.did, figures: await desk.figures.load(by, place.did) }}
      firstNow={desk.clock()}
      by={by}
      views={await loadSavedViews(desk, by)}
      firstSilence={await desk.silence(by, desk.clock())}
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
