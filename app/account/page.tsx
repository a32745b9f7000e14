import { DeskPage } from '@/app/desk-page';
import { theLanguage, theMessages } from '@/app/language';
import { LanguageChoice } from '@/app/language-choice';
import { loadPageFrame } from '@/app/page-frame';
import { timeZones } from '@/app/settings/places';
import { signedIn } from '@/app/signed-in';
import { loadDigest } from '@/desk/digests';
import { loadSessions } from '@/desk/sessions';
import { DigestForm } from './digest-form';
import { PasswordForm } from './password-form';
import { SecondFactor } from './second-factor';
import { SessionList } from './session-list';
import { ThemeChoice } from './theme-choice';

/** One's own account: the password, the second factor, where one is signed in. */
export default async function AccountPage() {
  const m = await theMessages();
  const { desk, by } = await signedIn('/account');
  const account = by.id === null ? undefined : await desk.store.read.loadPerson(by.id);
  const frame = await loadPageFrame(desk, by);
  const kept = by.id === null ? undefined : await desk.store.read.loadDigest(by.id);
  const suggested = { every: 'day' as const, language: await theLanguage(), zone: frame.zone };
  return (
    <DeskPage page="account" heading={m.account.heading} {...frame}>
      <div className="flex w-full max-w-[640px] flex-col gap-8 px-4 py-5 md:px-5">
        <p>
          <strong className="font-semibold">
            <bdi>{by.name}</bdi>
          </strong>{' '}
          <span className="text-middle">
            {m.account.who(account?.email ?? '', m.people.roles[by.role], m.people.roleLines[by.role])}
          </span>
        </p>
        <section aria-labelledby="look" className="flex flex-col gap-3">
          <div>
            <h2 id="look" className="text-title font-semibold">
              {m.account.look}
            </h2>
            <p className="text-middle">{m.account.lookLine}</p>
          </div>
          <LanguageChoice to="/account" />
          <ThemeChoice to="/account" />
        </section>
        {by.id !== null && (
          <DigestForm
            first={await loadDigest(desk, by, kept ?? suggested, desk.clock())}
            suggested={suggested}
            zones={timeZones()}
          />
        )}
        <PasswordForm email={account?.email ?? ''} />
        <SecondFactor isOnAtFirst={account?.twoFactorEnabled === true} />
        <SessionList first={await loadSessions(desk, by, desk.clock())} />
      </div>
    </DeskPage>
  );
}
