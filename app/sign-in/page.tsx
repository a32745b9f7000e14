import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { connection } from 'next/server';
import { Entrance } from '@/app/entrance';
import { theMessages } from '@/app/language';
import { LanguageChoice } from '@/app/language-choice';
import { wayBack } from '@/app/way-back';
import { isWithoutPeople } from '@/desk/people';
import { theDesk } from '@/desk/the-desk';
import { whoAsks } from '@/desk/who-asks';
import { SignInForm } from './sign-in-form';

type Asked = Promise<Record<string, string | string[] | undefined>>;

/** The way in, and back to the page that was asked for. */
export default async function SignInPage({ searchParams }: { searchParams: Asked }) {
  await connection();
  const { to, error } = await searchParams;
  const desk = await theDesk();
  if (await whoAsks(desk, await headers())) redirect(wayBack(to));
  if (await isWithoutPeople(desk)) redirect('/welcome');
  const { account } = await theMessages();
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_NAME } = desk.env;
  return (
    <Entrance heading={account.signIn}>
      <SignInForm
        to={wayBack(to)}
        provider={OIDC_ISSUER && OIDC_CLIENT_ID ? OIDC_NAME : null}
        hasProviderRefused={error !== undefined}
      />
      <LanguageChoice to={`/sign-in?${new URLSearchParams({ to: wayBack(to) })}`} />
    </Entrance>
  );
}
