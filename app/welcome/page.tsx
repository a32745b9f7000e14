import { redirect } from 'next/navigation';
import { connection } from 'next/server';
import { Entrance } from '@/app/entrance';
import { theMessages } from '@/app/language';
import { LanguageChoice } from '@/app/language-choice';
import { NewAccountForm } from '@/app/new-account-form';
import { isWithoutPeople } from '@/desk/people';
import { theDesk } from '@/desk/the-desk';

type Asked = Promise<Record<string, string | string[] | undefined>>;

/** Makes the first admin; once there is somebody, it is an ordinary way to the sign-in. */
export default async function WelcomePage({ searchParams }: { searchParams: Asked }) {
  await connection();
  const desk = await theDesk();
  if (!(await isWithoutPeople(desk))) redirect('/sign-in');
  const isFresh = (await desk.store.read.lastDeliveryAt()) === null;
  const { code: asked } = await searchParams;
  const code: Record<string, string> = typeof asked === 'string' ? { code: asked } : {};
  const { account } = await theMessages();
  return (
    <Entrance heading={account.first}>
      <p className="text-middle">{account.firstLine}</p>
      <NewAccountForm
        address="/api/first-admin"
        beside={code}
        action={account.make}
        then={isFresh ? '/setup' : '/'}
      />
      <LanguageChoice to={`/welcome?${new URLSearchParams(code)}`} />
    </Entrance>
  );
}
