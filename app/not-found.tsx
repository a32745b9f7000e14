import { PlainPage } from '@/components/plain-page';

export default function NotFound() {
  return (
    <PlainPage heading="There is no such page.">
      <p>
        <a href="/" className="text-accent underline underline-offset-2">
          Go to the desk
        </a>
      </p>
    </PlainPage>
  );
}
