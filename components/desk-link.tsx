import type { MouseEvent, ReactNode } from 'react';

export type Go = (address: string) => void;

type Props = {
  to: string;
  onGo: Go;
  isCurrent?: boolean;
  className?: string;
  children: ReactNode;
};

/** A plain link to another place on the desk; a script takes the reader there without a new page. */
export function DeskLink({ to, onGo, isCurrent = false, className, children }: Props) {
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
