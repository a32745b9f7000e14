'use client';

import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import type { Language } from '@/messages/languages';

/** The browser loads the one language that is read. */
const providers = {
  en: dynamic(() => import('./messages-en')),
  hi: dynamic(() => import('./messages-hi')),
};

export function MessagesProvider({ language, children }: { language: Language; children: ReactNode }) {
  const Provider = providers[language];
  return <Provider>{children}</Provider>;
}
