'use client';

import type { ReactNode } from 'react';
import { MessagesContext } from '@/components/use-messages';
import { en } from '@/messages/en';

export default function Provider({ children }: { children: ReactNode }) {
  return <MessagesContext value={en}>{children}</MessagesContext>;
}
