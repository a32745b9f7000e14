import { AdminsOnly } from '@/app/admins-only';
import { DeskPage } from '@/app/desk-page';
import { theMessages } from '@/app/language';
import { loadPageFrame } from '@/app/page-frame';
import { signedIn } from '@/app/signed-in';
import { DeskLink } from '@/components/desk-link';
import { mayDo } from '@/domain/person';

const pages = [
  ['/data/tokens', 'tokens'],
  ['/data/withdrawal', 'withdrawal'],
  ['/data/retention', 'retention'],
  ['/data/erasure', 'erasure'],
  ['/costs', 'costs'],
] as const;

/** What the desk keeps, and what an admin can do about it. */
export default async function DataPage() {
  const m = await theMessages();
  const { desk, by } = await signedIn('/data');
  if (!mayDo(by, 'administer')) return <AdminsOnly />;
  return (
    <DeskPage page="data" heading={m.data.heading} {...(await loadPageFrame(desk, by))}>
      <ul className="flex w-full max-w-[820px] flex-col px-4 py-5 md:px-5">
        {pages.map(([to, page]) => (
          <li key={to} className="border-t border-line py-3 first:border-0">
            <DeskLink to={to} className="font-semibold text-strong underline">
              {m.data.pages[page].name}
            </DeskLink>
            <p className="text-middle">{m.data.pages[page].line}</p>
          </li>
        ))}
      </ul>
    </DeskPage>
  );
}
