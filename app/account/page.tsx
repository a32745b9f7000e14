import { DeskPage } from '@/app/desk-page';
import { loadPageFrame } from '@/app/page-frame';
import { signedIn } from '@/app/signed-in';
import { roleLines, roleWords } from '@/components/roles';
import { loadSessions } from '@/desk/sessions';
import { PasswordForm } from './password-form';
import { SecondFactor } from './second-factor';
import { SessionList } from './session-list';

/** One's own account: the password, the second factor, where one is signed in. */
export default async function AccountPage() {
  const { desk, by } = await signedIn('/account');
  const account = by.id === null ? undefined : await desk.store.read.loadPerson(by.id);
  return (
    <DeskPage page="account" heading="Your account" {...(await loadPageFrame(desk, by))}>
      <div className="flex w-full max-w-[640px] flex-col gap-8 px-4 py-5 md:px-5">
        <p>
          <strong className="font-semibold">
            <bdi>{by.name}</bdi>
          </strong>{' '}
          <span className="text-middle">
            {account?.email}, {roleWords[by.role]}. {roleLines[by.role]}
          </span>
        </p>
        <PasswordForm email={account?.email ?? ''} />
        <SecondFactor isOnAtFirst={account?.twoFactorEnabled === true} />
        <SessionList first={await loadSessions(desk, by, desk.clock())} />
      </div>
    </DeskPage>
  );
}
