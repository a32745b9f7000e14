import { CallersNotShown } from '@/app/callers-not-shown';
import { DeskPage } from '@/app/desk-page';
import { theMessages } from '@/app/language';
import { loadPageFrame } from '@/app/page-frame';
import { signedIn } from '@/app/signed-in';
import { loadKnownCallers } from '@/desk/known-callers';
import { mayDo } from '@/domain/person';
import { LiveCallers } from './live-callers';

type Asked = Promise<Record<string, string | string[] | undefined>>;

/** Who has a name, by the alphabet; or who is marked as spam. */
export default async function CallersPage({ searchParams }: { searchParams: Asked }) {
  const { q, only } = await searchParams;
  const asked = { q: textIn(q), onlySpam: only === 'spam' };
  const { desk, by } = await signedIn('/callers');
  if (!mayDo(by, 'know callers')) return <CallersNotShown />;
  const { callers } = await theMessages();
  const first = await loadKnownCallers(desk, by, { ...asked, after: null });
  return (
    <DeskPage page="callers" heading={callers.heading} {...(await loadPageFrame(desk, by))}>
      <LiveCallers key={JSON.stringify(asked)} {...asked} first={first} />
    </DeskPage>
  );
}

function textIn(value: string | string[] | undefined): string | null {
  const text = Array.isArray(value) ? value[0] : value;
  return text?.replaceAll('\0', '').trim().slice(0, 100) || null;
}
