'use client';

import { createContext, useContext } from 'react';
import type { Messages } from '@/messages/en';

export const MessagesContext = createContext<Messages | null>(null);

/** The texts of the screen in the reader's language; on the server `theMessages` (app/language.ts). */
export function useMessages(): Messages {
  const messages = useContext(MessagesContext);
  if (!messages) throw new Error('The layout gives the messages to every page.');
  return messages;
}
