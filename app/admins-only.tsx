import { PlainPage } from '@/components/plain-page';
import { theMessages } from './language';

/** What somebody sees who opens a page that is not theirs. */
export async function AdminsOnly() {
  const { pages } = await theMessages();
  return (
    <PlainPage heading={pages.adminsOnly}>
      <p>
        <a href="/" className="text-accent underline underline-offset-2">
          {pages.goToDesk}
        </a>
      </p>
    </PlainPage>
  );
}
