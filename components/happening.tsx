import clsx from 'clsx';
import type { ReactNode } from 'react';

type Props = {
  tone: 'missed' | 'reached' | 'tried' | 'said' | 'undone' | 'other' | 'passed' | 'ahead';
  children: ReactNode;
};

/** One thing that happened, as a stop on the line of the case. */
export function HappeningStop({ tone, children }: Props) {
  return (
    <li className="relative flex flex-col gap-1 pb-4 pl-5 before:absolute before:top-2 before:bottom-[-8px] before:left-[4px] before:w-px before:bg-line last:before:hidden">
      <span
        aria-hidden="true"
        className={clsx('absolute top-[5px] left-0 size-[9px] rounded-full border-[1.5px]', dots[tone])}
      />
      {children}
    </li>
  );
}

const dots: Record<Props['tone'], string> = {
  missed: 'border-overdue bg-overdue',
  reached: 'border-reached bg-reached',
  tried: 'border-soon bg-panel',
  said: 'border-accent bg-panel',
  undone: 'border-edge bg-panel',
  other: 'border-edge bg-edge',
  passed: 'border-edge bg-panel',
  ahead: 'border-edge border-dashed bg-panel',
};
