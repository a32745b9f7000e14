/** The desk's refusal as a message beside the field: without the path, which stands there anyhow. */

import type { AllMessages } from '@/messages/all';
import type { Wrong } from './field';
import type { Change } from './settings-post';

export function wrongOf(
  { sentence, field }: { sentence: string | null; field: string | null },
  change: Change,
  { settings, pages }: AllMessages,
): Wrong {
  if (field === null) return null;
  const rule = settings.refusal(field, sentence?.replace(/^`[^`]*` /, '') ?? pages.refused);
  const holiday = /^settings\.holidays\.(\d+)$/.exec(field)?.[1];
  const which = holiday === undefined ? undefined : change.settings.holidays?.[Number(holiday)];
  return { field, line: which ? `“${which}”: ${rule}` : rule.charAt(0).toUpperCase() + rule.slice(1) };
}
