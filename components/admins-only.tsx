import { PlainPage } from './plain-page';

/** What somebody sees who opens a page that is not theirs. */
export function AdminsOnly() {
  return (
    <PlainPage heading="Only admins can see this page.">
      <p>
        <a href="/" className="text-accent underline underline-offset-2">
          Go to the desk
        </a>
      </p>
    </PlainPage>
  );
}
