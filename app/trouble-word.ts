/** Why something was not done, in the reader's words. */

import type { AllMessages } from '@/messages/all';
import type { Sent } from './send';

type NotDone = Exclude<Sent<unknown>, { is: 'done' }>;

export function troubleWord(sent: NotDone, { pages }: AllMessages): string {
  if (sent.is === 'unanswered') return pages.noAnswerKept;
  if (sent.status === 429) return tooManyWord(sent.waitSeconds, pages);
  return sent.sentence === null ? pages.refused : pages.said(sent.sentence);
}

function tooManyWord(seconds: number, pages: AllMessages['pages']): string {
  if (!(seconds > 0)) return pages.tooMany;
  return seconds <= 90
    ? pages.tooManySeconds(Math.ceil(seconds))
    : pages.tooManyMinutes(Math.ceil(seconds / 60));
}
