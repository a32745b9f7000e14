import { adminAt } from '@/app/admin-page';
import { DeskPage } from '@/app/desk-page';
import { loadPageFrame } from '@/app/page-frame';
import { loadCosts } from '@/desk/costs';
import { LiveCosts } from './live-costs';

const shownDays = 30;

/** What calls cost, and what is left on the account. */
export default async function CostsPage() {
  const { desk, by } = await adminAt('/costs');
  return (
    <DeskPage page="costs" heading="Costs" {...(await loadPageFrame(desk, by))}>
      <LiveCosts first={await loadCosts(desk, by, shownDays, desk.clock())} />
    </DeskPage>
  );
}
