'use client';

import { type ComponentType, lazy, type ReactNode } from 'react';
import type { Language } from '@/messages/languages';
import { insistently } from './insistently';
import { useMessages } from './use-messages';

const loads = {
  en: () => insistently(() => import('./all-messages-en')),
  hi: () => insistently(() => import('./all-messages-hi')),
};

type Provider = ComponentType<{ children: ReactNode }>;

/** On the server, which has both before anybody asks: what waits there would be shown by a script only. */
const here: Partial<Record<Language, Provider>> = {};

if (typeof document === 'undefined') {
  void loads.en().then((part) => (here.en = part.default));
  void loads.hi().then((part) => (here.hi = part.default));
} else {
  // Asked for at once, beside what else is on its way.
  void loads[document.documentElement.lang as Language]?.();
}

/** Until a part has come, the page before stays: no boundary stands around them that could show an empty one. */
const providers = { en: lazy(loads.en), hi: lazy(loads.hi) };

/** Stands around what the board has not: the texts of the pages beside it, and of pieces that come later. */
export function AllMessagesProvider({ children }: { children: ReactNode }) {
  const { language } = useMessages();
  const Provider = here[language] ?? providers[language];
  return <Provider>{children}</Provider>;
}

/** The same piece with all texts around it, once these have come. */
export async function withAllMessages<Props extends object>(Piece: ComponentType<Props>) {
  if (typeof document !== 'undefined') await loads[document.documentElement.lang as Language]();
  return function Whole(props: Props) {
    return (
      <AllMessagesProvider>
        <Piece {...props} />
      </AllMessagesProvider>
    );
  };
}
