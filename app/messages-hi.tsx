'use client';

import type { ReactNode } from 'react';
import { MessagesContext } from '@/components/use-messages';
import { hi } from '@/messages/hi';

export default function Provider({ children }: { children: ReactNode }) {
  return <MessagesContext value={hi}>{children}</MessagesContext>;
}
