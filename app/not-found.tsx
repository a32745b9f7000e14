import { theMessages } from '@/app/language';
import { PlainPage } from '@/components/plain-page';

export default async function NotFound() {
  const { pages } = await theMessages();
  return (
    <PlainPage heading={pages.noPage}>
      <p>
        <a href="/" className="text-accent underline underline-offset-2">
          {pages.goToDesk}
        </a>
      </p>
    </PlainPage>
  );
}
