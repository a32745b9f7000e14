'use client';

import type { ReactNode } from 'react';
import { useAllMessages } from './use-messages';

/** A rule with its number and an address of its own, `#rule-9`. */
export function OneRule({ number, children }: { number: number; children: ReactNode }) {
  const { pages, story } = useAllMessages();
  return (
    <section
      id={`rule-${number}`}
      aria-label={story.rule(number)}
      tabIndex={-1}
      className="-mx-3 grid grid-cols-[28px_minmax(0,1fr)] gap-x-2 rounded-corner px-3 py-2 text-middle outline-none target:bg-accent-ground target:text-strong data-named:bg-accent-ground data-named:text-strong"
    >
      <a
        href={`#rule-${number}`}
        aria-label={pages.linkToRule(number)}
        className="self-start pt-px font-semibold text-strong hover:underline"
      >
        {number}
      </a>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
