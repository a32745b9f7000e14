import { HappeningStop } from './happening';
import type { Instant } from './happenings';
import { RuleLink } from './rule-link';
import { useAllMessages } from './use-messages';
import { dayAndTime, span } from './when';

type Props = { at: string; instant: Instant; now: number; zone: string };

/** Something that time alone brings: the target, the expiry; behind us or still ahead. */
export function InstantLine({ at, instant: { word, line, rule }, now, zone }: Props) {
  const m = useAllMessages();
  const when = <time dateTime={at}>{dayAndTime(at, zone, m)}</time>;
  const aheadMs = Date.parse(at) - now;
  return (
    <HappeningStop tone={aheadMs > 0 ? 'ahead' : 'passed'}>
      <p className="text-middle">
        <strong className="font-semibold text-strong">{word}</strong>{' '}
        {aheadMs > 0 ? m.story.ahead(when, span(aheadMs, m)) : m.story.passed(when, span(-aheadMs, m))}
      </p>
      <p className="text-small text-quiet">
        {line} <RuleLink rule={rule} />
      </p>
    </HappeningStop>
  );
}
