import { PlainPage } from '@/components/plain-page';
import { theMessages } from './language';

/** What somebody sees who sees numbers in part only. */
export async function CallersNotShown() {
  const { callers } = await theMessages();
  return (
    <PlainPage heading={callers.viewersNot}>
      <p>{callers.viewersNotWhy}</p>
      <p>
        <a href="/" className="text-accent underline underline-offset-2">
          {callers.toDesk}
        </a>
      </p>
    </PlainPage>
  );
}
