import clsx from 'clsx';
import type { DecisionJson } from '@/domain/case-json';
import { HappeningStop } from './happening';
import { Moment } from './moment';
import { RuleLink } from './rule-link';
import { useAllMessages } from './use-messages';
import { dayAndTime } from './when';
import { decisionRules } from './words';

type Props = { decision: DecisionJson; isClosing: boolean; now: number; zone: string };

/** What a person said about the case; struck through once it was undone. */
export function DecisionLine({ decision, isClosing, now, zone }: Props) {
  const m = useAllMessages();
  const { by, kind, note, until, undoneAt, undoneBy } = decision;
  return (
    <HappeningStop tone={undoneAt ? 'undone' : isClosing ? 'reached' : 'said'}>
      <p className="flex flex-wrap items-baseline gap-x-1.5">
        <span className={clsx(undoneAt && 'text-quiet line-through')}>
          <strong className="font-semibold">
            <Moment at={decision.at} now={now} zone={zone} /> <bdi>{by}</bdi>
          </strong>
          : {until ? m.story.until(m.decisions[kind], dayAndTime(until, zone, m)) : m.decisions[kind]}
        </span>
        {undoneAt && (
          <span className="text-small text-quiet">
            {undoneBy ? m.story.undoneBy(<bdi>{undoneBy}</bdi>) : m.story.undone}
          </span>
        )}
        <span className="text-small text-quiet">
          <RuleLink rule={decisionRules[kind]} />
        </span>
      </p>
      {note && (
        <p className={clsx('whitespace-pre-wrap break-words text-middle', undoneAt && 'line-through')}>
          <bdi>{note}</bdi>
        </p>
      )}
      {isClosing && <p className="font-medium text-reached">{m.story.closing}</p>}
    </HappeningStop>
  );
}
