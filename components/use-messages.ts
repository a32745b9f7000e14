'use client';

import { createContext, useContext } from 'react';
import type { AllMessages } from '@/messages/all';
import type { Messages } from '@/messages/en';

export const MessagesContext = createContext<Messages | null>(null);
export const AllMessagesContext = createContext<AllMessages | null>(null);

/** The texts of the board in the reader's language; on the server `theMessages` (app/language.ts). */
export function useMessages(): Messages {
  const messages = useContext(MessagesContext);
  if (!messages) throw new Error('The layout gives the messages to every page.');
  return messages;
}

/** Also the texts of the pages beside the board, which the board does not load. */
export function useAllMessages(): AllMessages {
  const messages = useContext(AllMessagesContext);
  if (!messages) throw new Error('This belongs inside of an AllMessagesProvider.');
  return messages;
}
