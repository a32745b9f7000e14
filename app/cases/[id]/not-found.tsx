import { theMessages } from '@/app/language';
import { PlainPage } from '@/components/plain-page';

export default async function NoSuchCase() {
  const { pages } = await theMessages();
  return (
    <PlainPage heading={pages.noCase}>
      <p>{pages.noCaseLine}</p>
      <p>
        <a href="/" className="text-accent underline underline-offset-2">
          {pages.goToDesk}
        </a>
      </p>
    </PlainPage>
  );
}
