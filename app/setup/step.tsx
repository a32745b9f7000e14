'use client';

import type { ReactNode } from 'react';
import { Check, Minus } from '@/components/icons';
import { useAllMessages } from '@/components/use-messages';
import type { Steps } from '@/desk/setup';

type Props = {
  id: string;
  number: number;
  heading: string;
  said: Steps['name'];
  isOpen: boolean;
  onOpen: () => void;
  children: ReactNode;
};

/** One step under its heading: what was said of it, and its content while it is the open one. */
export function Step({ id, number, heading, said, isOpen, onOpen, children }: Props) {
  const { setup } = useAllMessages().first;
  return (
    <li
      aria-current={isOpen ? 'step' : undefined}
      className="flex flex-col gap-3 rounded-corner border border-line bg-panel p-3 md:p-4"
    >
      <div className="flex min-h-7 items-center gap-2.5">
        <Badge number={number} said={said} isOpen={isOpen} />
        <h2 id={`step-${id}`} tabIndex={-1} className="text-title font-semibold">
          {heading}
        </h2>
        {said && (
          <span className={said === 'done' ? 'text-reached' : 'text-quiet'}>
            {said === 'done' ? setup.done : setup.skipped}
          </span>
        )}
        {!isOpen && (
          <button
            type="button"
            className="button needs-script ml-auto max-md:h-9"
            aria-describedby={`step-${id}`}
            onClick={onOpen}
          >
            {said === 'done' ? setup.change : setup.open}
          </button>
        )}
      </div>
      {isOpen && children}
    </li>
  );
}

function Badge({ number, said, isOpen }: Pick<Props, 'number' | 'said' | 'isOpen'>) {
  const look = 'flex size-6 shrink-0 items-center justify-center rounded-full text-small font-semibold';
  if (said === 'done') {
    return (
      <span className={`${look} bg-reached-ground text-reached`} aria-hidden="true">
        <Check className="size-4" />
      </span>
    );
  }
  return (
    <span
      className={`${look} ${isOpen ? 'bg-accent text-on-accent' : 'bg-chip text-middle'}`}
      aria-hidden="true"
    >
      {said === 'skipped' ? <Minus className="size-4" /> : number}
    </span>
  );
}
