/** A language whole: what the board needs, and what the pages beside it say besides. */

import type { Messages } from './en';
import type { enBeside } from './en-beside';

export type MessagesBeside = typeof enBeside;

export type AllMessages = Messages & MessagesBeside;

/** A section that stands in both parts has some of its texts in each. */
export function allOf(messages: Messages, beside: MessagesBeside): AllMessages {
  const all: Record<string, unknown> = { ...messages };
  for (const [name, texts] of Object.entries(beside)) {
    all[name] = { ...messages[name as keyof Messages & keyof MessagesBeside], ...texts };
  }
  return all as AllMessages;
}
