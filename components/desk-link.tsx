'use client';

import { useRouter } from 'next/navigation';
import type { MouseEvent, ReactNode } from 'react';

export type Go = (address: string) => void;

type Props = {
  to: string;
  /** Missing where the place is another page. */
  onGo?: Go;
  isCurrent?: boolean;
  className?: string;
  children: ReactNode;
};

/** A link to another place on the desk; a script takes the reader there without loading a new page. */
export function DeskLink({ to, onGo, isCurrent = false, className, children }: Props) {
  const router = useRouter();
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (onGo) onGo(to);
    else router.push(to);
  };
  return (
    <a href={to} onClick={follow} aria-current={isCurrent ? 'page' : undefined} className={className}>
      {children}
    </a>
  );
}
