import clsx from 'clsx';
import type { DecisionJson } from '@/domain/case-json';
import { HappeningStop } from './happening';
import { Moment } from './moment';
import { decisionWords } from './words';

type Props = { decision: DecisionJson; now: number; zone: string };

/** What a person said about the case; struck through once it was undone. */
export function DecisionLine({ decision, now, zone }: Props) {
  const { by, kind, note, undoneAt, undoneBy } = decision;
  return (
    <HappeningStop tone={undoneAt ? 'undone' : 'said'}>
      <p className="flex flex-wrap items-baseline gap-x-1.5">
        <span className={clsx(undoneAt && 'text-quiet line-through')}>
          <strong className="font-semibold">
            <Moment at={decision.at} now={now} zone={zone} /> <bdi>{by}</bdi>
          </strong>
          : {decisionWords[kind]}
        </span>
        {undoneAt && (
          <span className="text-small text-quiet">undone{undoneBy && <bdi> by {undoneBy}</bdi>}</span>
        )}
      </p>
      {note && (
        <p className={clsx('whitespace-pre-wrap break-words text-middle', undoneAt && 'line-through')}>
          <bdi>{note}</bdi>
        </p>
      )}
    </HappeningStop>
  );
}
