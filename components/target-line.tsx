import type { CaseJson } from '@/domain/case-json';
import { isPastTarget } from './row-state';
import { RuleLink } from './rule-link';
import { useAllMessages } from './use-messages';
import { dateAndTime, span } from './when';

type Props = { shownCase: CaseJson; now: number; zone: string };

/** By when an open case is to be called back (rules.md 14). */
export function TargetLine({ shownCase, now, zone }: Props) {
  const m = useAllMessages();
  if (shownCase.state !== 'open' && shownCase.state !== 'attempted') return null;
  const due = dateAndTime(shownCase.dueAt, now, zone, m);
  return (
    <p className="text-small text-quiet">
      {isPastTarget(shownCase, now)
        ? m.story.dueWas(due)
        : m.story.due(due, span(Date.parse(shownCase.dueAt) - now, m))}{' '}
      <RuleLink rule={14} />
    </p>
  );
}
