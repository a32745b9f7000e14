import { AdminsOnly } from '@/app/admins-only';
import { DeskPage } from '@/app/desk-page';
import { theMessages } from '@/app/language';
import { loadPageFrame } from '@/app/page-frame';
import { signedIn } from '@/app/signed-in';
import { loadCosts } from '@/desk/costs';
import { mayDo } from '@/domain/person';
import { LiveCosts } from './live-costs';

const shownDays = 30;

/** What calls cost, and what is left on the account. */
export default async function CostsPage() {
  const m = await theMessages();
  const { desk, by } = await signedIn('/costs');
  if (!mayDo(by, 'administer')) return <AdminsOnly />;
  return (
    <DeskPage page="costs" heading={m.data.costs} {...(await loadPageFrame(desk, by))}>
      <LiveCosts first={await loadCosts(desk, by, shownDays, desk.clock())} />
    </DeskPage>
  );
}
