import type { ReactNode } from 'react';
import { AllMessagesProvider } from '@/components/all-messages-provider';
import { Mark } from '@/components/mark';

type Props = { heading: string; children?: ReactNode };

/** A page at the door of the desk: signing in, the first admin, an invitation. */
export function Entrance({ heading, children }: Props) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-[360px] flex-col justify-center gap-4 px-5 py-10">
      <title>{`${heading} · Ringback`}</title>
      <p className="flex items-center gap-2.5 text-[14px] font-semibold">
        <Mark />
        Ringback
      </p>
      <h1 className="text-[17px] font-semibold">{heading}</h1>
      <AllMessagesProvider>{children}</AllMessagesProvider>
    </main>
  );
}
