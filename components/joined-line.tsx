import type { CaseJson } from '@/domain/case-json';
import { RuleLink } from './rule-link';
import { useAllMessages } from './use-messages';
import { dayAndTime } from './when';

type Props = { shownCase: CaseJson; isFirst: boolean; zone: string };

/** What a missed call did: it opened the case, or joined it (rules.md 15 and 16). */
export function JoinedLine({ shownCase, isFirst, zone }: Props) {
  const m = useAllMessages();
  if (shownCase.caller.e164 === null && shownCase.state === 'uncallable') return null;
  return (
    <p className="text-small text-middle">
      {isFirst ? m.story.opened : m.story.joined(dayAndTime(shownCase.clockStartsAt, zone, m))}{' '}
      <span className="text-quiet">
        <RuleLink rule={15} />
      </span>
    </p>
  );
}
