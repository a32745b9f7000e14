import Link from 'next/link';
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
  if (!onGo) {
    return (
      <Link href={to} prefetch={false} aria-current={isCurrent ? 'page' : undefined} className={className}>
        {children}
      </Link>
    );
  }
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onGo(to);
  };
  return (
    <a href={to} onClick={follow} aria-current={isCurrent ? 'page' : undefined} className={className}>
      {children}
    </a>
  );
}
