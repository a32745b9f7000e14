import type { CaseCallerJson } from '@/domain/case-json';
import { callerAddress } from './caller-link';
import { DeskLink } from './desk-link';
import { useAllMessages } from './use-messages';

/** The way to give a caller a name; nothing of one who has a name, and of one who has no page. */
export function AddNameLink({ caller: { key, name } }: { caller: CaseCallerJson }) {
  const m = useAllMessages();
  if (key === null || name !== null) return null;
  return (
    <>
      {' · '}
      <DeskLink to={`${callerAddress(key)}#name`} className="text-accent underline underline-offset-2">
        {m.callers.addName}
      </DeskLink>
    </>
  );
}
