import { DeskPage } from '@/app/desk-page';
import { loadPageFrame } from '@/app/page-frame';
import { signedIn } from '@/app/signed-in';
import { AdminsOnly } from '@/components/admins-only';
import { loadPeople } from '@/desk/people';
import { mayDo } from '@/domain/person';
import { LivePeople } from './live-people';

/** Who is here, and who may come. */
export default async function PeoplePage() {
  const { desk, by } = await signedIn('/people');
  if (!mayDo(by, 'administer')) return <AdminsOnly />;
  const frame = await loadPageFrame(desk, by);
  return (
    <DeskPage page="people" heading="People" {...frame}>
      <LivePeople first={await loadPeople(desk, by)} dids={frame.first.board.dids} />
    </DeskPage>
  );
}
