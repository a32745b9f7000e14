import { DeskPage } from '@/app/desk-page';
import { loadPageFrame } from '@/app/page-frame';
import { signedIn } from '@/app/signed-in';
import { AdminsOnly } from '@/components/admins-only';
import { DeskLink } from '@/components/desk-link';
import { mayDo } from '@/domain/person';

const pages = [
  ['/data/tokens', 'Tokens', 'Who may post records, and which programs may use the desk.'],
  ['/data/withdrawal', 'Withdraw', 'Take out everything that came by one token between two times.'],
  ['/data/retention', 'How long', 'After how many days what is kept is removed.'],
  ['/data/erasure', 'Erase a caller', 'Everything about one number, everywhere.'],
  ['/costs', 'Costs', 'What calls cost, and what is left on the account.'],
] as const;

/** What the desk keeps, and what an admin can do about it. */
export default async function DataPage() {
  const { desk, by } = await signedIn('/data');
  if (!mayDo(by, 'administer')) return <AdminsOnly />;
  return (
    <DeskPage page="data" heading="Data" {...(await loadPageFrame(desk, by))}>
      <ul className="flex w-full max-w-[820px] flex-col px-4 py-5 md:px-5">
        {pages.map(([to, name, line]) => (
          <li key={to} className="border-t border-line py-3 first:border-0">
            <DeskLink to={to} className="font-semibold text-strong underline">
              {name}
            </DeskLink>
            <p className="text-middle">{line}</p>
          </li>
        ))}
      </ul>
    </DeskPage>
  );
}
