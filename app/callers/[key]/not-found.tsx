import { theMessages } from '@/app/language';
import { PlainPage } from '@/components/plain-page';

export default async function NoSuchCaller() {
  const { callers } = await theMessages();
  return (
    <PlainPage heading={callers.unknown}>
      <p>{callers.unknownWhy}</p>
      <p>
        <a href="/callers" className="text-accent underline underline-offset-2">
          {callers.toCallers}
        </a>
      </p>
    </PlainPage>
  );
}
