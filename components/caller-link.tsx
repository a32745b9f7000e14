import type { ReactNode } from 'react';
import type { CaseCallerJson } from '@/domain/case-json';
import { DeskLink } from './desk-link';

export function callerAddress(key: string): string {
  return `/callers/${encodeURIComponent(key)}`;
}

type Props = { caller: Pick<CaseCallerJson, 'key'>; children: ReactNode };

/** A caller as the way to their page; plain text of a hidden one, and for who sees numbers in part. */
export function CallerLink({ caller: { key }, children }: Props) {
  const word = <bdi>{children}</bdi>;
  if (key === null) return word;
  return (
    <DeskLink
      to={callerAddress(key)}
      className="underline decoration-line underline-offset-4 hover:decoration-current"
    >
      {word}
    </DeskLink>
  );
}
