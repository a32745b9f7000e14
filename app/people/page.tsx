import { AdminsOnly } from '@/app/admins-only';
import { DeskPage } from '@/app/desk-page';
import { theMessages } from '@/app/language';
import { loadPageFrame } from '@/app/page-frame';
import { signedIn } from '@/app/signed-in';
import { loadPeople } from '@/desk/people';
import { mayDo } from '@/domain/person';
import { LivePeople } from './live-people';

/** Who is here, and who may come. */
export default async function PeoplePage() {
  const m = await theMessages();
  const { desk, by } = await signedIn('/people');
  if (!mayDo(by, 'administer')) return <AdminsOnly />;
  const frame = await loadPageFrame(desk, by);
  return (
    <DeskPage page="people" heading={m.people.heading} {...frame}>
      <LivePeople first={await loadPeople(desk, by)} dids={frame.first.board.dids} />
    </DeskPage>
  );
}
