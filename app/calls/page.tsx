import { DeskPage } from '@/app/desk-page';
import { theMessages } from '@/app/language';
import { loadPageFrame } from '@/app/page-frame';
import { signedIn } from '@/app/signed-in';
import { PlainPage } from '@/components/plain-page';
import { loadCallPage } from '@/desk/calls';
import { parseCallQuery } from '@/domain/call-query';
import { CallsList } from './calls-list';

type Asked = Promise<Record<string, string | string[] | undefined>>;

/** Every call, whatever became of it. */
export default async function CallsPage({ searchParams }: { searchParams: Asked }) {
  const asked = queryOf(await searchParams);
  const { desk, by } = await signedIn(asked.size > 0 ? `/calls?${asked}` : '/calls');
  const parsed = parseCallQuery(asked);
  if ('error' in parsed) return <PlainPage heading={parsed.error} />;
  const frame = await loadPageFrame(desk, by);
  const first = await loadCallPage(desk, by, parsed.query, desk.clock());
  return (
    <DeskPage page="calls" heading={(await theMessages()).find.allCalls} {...frame}>
      <CallsList
        key={asked.toString()}
        asked={asked.toString()}
        first={first}
        dids={frame.first.board.dids}
      />
    </DeskPage>
  );
}

/** What is empty in the form is not asked for. */
function queryOf(asked: Awaited<Asked>): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) {
    const first = Array.isArray(value) ? value[0] : value;
    if (first) params.set(name, first);
  }
  return params;
}
