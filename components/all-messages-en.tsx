'use client';

import { type ReactNode, useMemo } from 'react';
import { allOf } from '@/messages/all';
import { enBeside } from '@/messages/en-beside';
import { AllMessagesContext, useMessages } from './use-messages';

export default function Provider({ children }: { children: ReactNode }) {
  const messages = useMessages();
  const all = useMemo(() => allOf(messages, enBeside), [messages]);
  return <AllMessagesContext value={all}>{children}</AllMessagesContext>;
}
