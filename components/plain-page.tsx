import type { ReactNode } from 'react';
import { Mark } from './mark';

/** A page with a sentence instead of rows: a refusal, an error, an address that does not exist. */
export function PlainPage({ heading, children }: { heading: string; children?: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col items-start justify-center gap-3 px-6 text-middle">
      <title>Ringback</title>
      <Mark />
      <h1 className="text-title font-semibold text-strong">{heading}</h1>
      {children}
    </main>
  );
}
