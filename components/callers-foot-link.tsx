import { mayDo, type Person } from '@/domain/person';
import { DeskLink } from './desk-link';
import { useMessages } from './use-messages';

/** On a phone, the way to the callers at the foot of the page; nothing for who sees numbers in part. */
export function CallersFootLink({ by }: { by: Person }) {
  const m = useMessages();
  if (!mayDo(by, 'know callers')) return null;
  return (
    <DeskLink to="/callers" className="flex h-8 items-center text-middle">
      {m.callers.heading}
    </DeskLink>
  );
}
