import clsx from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import { DeskLink } from './desk-link';
import { useMessages } from './use-messages';
import { counted } from './when';

/** One place in the rail, with an icon before its word and a count behind. */
export function RailLink({ isCurrent, ...link }: ComponentProps<typeof DeskLink>) {
  return (
    <li>
      <DeskLink
        {...link}
        isCurrent={isCurrent}
        className={clsx(
          'flex h-[30px] items-center gap-2.5 rounded-corner px-2',
          isCurrent ? 'bg-chip font-medium text-strong' : 'text-middle hover:bg-hover hover:text-strong',
        )}
      />
    </li>
  );
}

export function RailHeading({ id, children }: { id: string; children: ReactNode }) {
  return (
    <h2 id={id} className="px-2 pt-5 pb-1.5 text-small text-quiet">
      {children}
    </h2>
  );
}

export function RailCount({ of, unit }: { of: number | null; unit?: string }) {
  const m = useMessages();
  if (of === null) return null;
  return (
    <span className="text-small text-quiet">
      {counted(of, m)}
      {unit && ` ${unit}`}
    </span>
  );
}
