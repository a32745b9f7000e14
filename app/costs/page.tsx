import { DeskPage } from '@/app/desk-page';
import { loadPageFrame } from '@/app/page-frame';
import { signedIn } from '@/app/signed-in';
import { AdminsOnly } from '@/components/admins-only';
import { loadCosts } from '@/desk/costs';
import { mayDo } from '@/domain/person';
import { LiveCosts } from './live-costs';

const shownDays = 30;

/** What calls cost, and what is left on the account. */
export default async function CostsPage() {
  const { desk, by } = await signedIn('/costs');
  if (!mayDo(by, 'administer')) return <AdminsOnly />;
  return (
    <DeskPage page="costs" heading="Costs" {...(await loadPageFrame(desk, by))}>
      <LiveCosts first={await loadCosts(desk, by, shownDays, desk.clock())} />
    </DeskPage>
  );
}
