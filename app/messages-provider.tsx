'use client';

import { lazy, type ReactNode } from 'react';
import { insistently } from '@/components/insistently';
import type { Language } from '@/messages/languages';

/** The browser loads the one language that is read, and of it what the board needs (all-messages-provider.tsx). */
const loads = {
  en: () => insistently(() => import('./messages-en')),
  hi: () => insistently(() => import('./messages-hi')),
};

// Asked for at once, not only when React gets there.
if (typeof document !== 'undefined') void loads[document.documentElement.lang as Language]?.();

const providers = { en: lazy(loads.en), hi: lazy(loads.hi) };

export function MessagesProvider({ language, children }: { language: Language; children: ReactNode }) {
  const Provider = providers[language];
  return <Provider>{children}</Provider>;
}
