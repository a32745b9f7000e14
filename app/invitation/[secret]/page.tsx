import { connection } from 'next/server';
import { NewAccountForm } from '@/app/new-account-form';
import { Entrance } from '@/components/entrance';
import { roleLines } from '@/components/roles';
import { loadInvitation } from '@/desk/people';
import { theDesk } from '@/desk/the-desk';

/** Whoever was invited makes an account; a link that is used or too old says so. */
export default async function InvitationPage({ params }: { params: Promise<{ secret: string }> }) {
  await connection();
  const { secret } = await params;
  const desk = await theDesk();
  const invitation = await loadInvitation(desk, secret, desk.clock());
  if (!invitation) {
    return (
      <Entrance heading="This invitation is used or too old">
        <p className="text-middle">
          Ask for a new one. Whoever has made an account already signs in with it.
        </p>
        <p>
          <a href="/sign-in" className="button h-9">
            Sign in
          </a>
        </p>
      </Entrance>
    );
  }
  return (
    <Entrance heading="Make your account">
      <p className="text-middle">
        <bdi>{invitation.by}</bdi> invites you to this desk. {roleLines[invitation.role]}
      </p>
      <NewAccountForm address="/api/invitations/accept" beside={{ secret }} action="Make the account" />
    </Entrance>
  );
}
