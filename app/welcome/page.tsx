import { redirect } from 'next/navigation';
import { connection } from 'next/server';
import { NewAccountForm } from '@/app/new-account-form';
import { Entrance } from '@/components/entrance';
import { isWithoutPeople } from '@/desk/people';
import { theDesk } from '@/desk/the-desk';

type Asked = Promise<Record<string, string | string[] | undefined>>;

/** Makes the first admin; once there is somebody, it is an ordinary way to the sign-in. */
export default async function WelcomePage({ searchParams }: { searchParams: Asked }) {
  await connection();
  if (!(await isWithoutPeople(await theDesk()))) redirect('/sign-in');
  const { code } = await searchParams;
  return (
    <Entrance heading="Make the first account">
      <p className="text-middle">
        This desk has nobody yet. Whoever is first looks after it, and invites the others.
      </p>
      <NewAccountForm
        address="/api/first-admin"
        beside={typeof code === 'string' ? { code } : {}}
        action="Make the account"
      />
    </Entrance>
  );
}
