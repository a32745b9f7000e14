import { PlainPage } from '@/components/plain-page';

export default function NoSuchCase() {
  return (
    <PlainPage heading="There is no such case.">
      <p>A record that came late may have said that the call was answered after all.</p>
      <p>
        <a href="/" className="text-accent underline underline-offset-2">
          Go to the desk
        </a>
      </p>
    </PlainPage>
  );
}
