import { connection } from 'next/server';
import { Entrance } from '@/app/entrance';
import { theMessages } from '@/app/language';
import { LanguageChoice } from '@/app/language-choice';
import { NewAccountForm } from '@/app/new-account-form';
import { loadInvitation } from '@/desk/people';
import { theDesk } from '@/desk/the-desk';

/** Whoever was invited makes an account; a link that is used or too old says so. */
export default async function InvitationPage({ params }: { params: Promise<{ secret: string }> }) {
  await connection();
  const m = await theMessages();
  const { secret } = await params;
  const language = <LanguageChoice to={`/invitation/${encodeURIComponent(secret)}`} />;
  const desk = await theDesk();
  const invitation = await loadInvitation(desk, secret, desk.clock());
  if (!invitation) {
    return (
      <Entrance heading={m.account.invitationGone}>
        <p className="text-middle">{m.account.invitationGoneLine}</p>
        <p>
          <a href="/sign-in" className="button h-9">
            {m.account.signIn}
          </a>
        </p>
        {language}
      </Entrance>
    );
  }
  return (
    <Entrance heading={m.account.invited}>
      <p className="text-middle">
        {m.account.invitedLine(<bdi>{invitation.by}</bdi>, m.people.roleLines[invitation.role])}
      </p>
      <NewAccountForm address="/api/invitations/accept" beside={{ secret }} action={m.account.make} />
      {language}
    </Entrance>
  );
}
