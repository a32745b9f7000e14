'use client';

import { type ReactNode, useMemo } from 'react';
import { allOf } from '@/messages/all';
import { hiBeside } from '@/messages/hi-beside';
import { AllMessagesContext, useMessages } from './use-messages';

export default function Provider({ children }: { children: ReactNode }) {
  const messages = useMessages();
  const all = useMemo(() => allOf(messages, hiBeside), [messages]);
  return <AllMessagesContext value={all}>{children}</AllMessagesContext>;
}
