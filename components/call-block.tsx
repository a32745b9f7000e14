import type { ReactNode } from 'react';
import type { CallJson } from '@/domain/case-json';
import { HappeningStop } from './happening';
import { LegLine } from './leg-line';
import { Moment } from './moment';
import { RuleLink } from './rule-link';
import { useAllMessages } from './use-messages';
import { verdictReason } from './verdict-reason';
import { ringSpan } from './when';

type Props = {
  call: CallJson;
  /** Of a caller who rang before. */
  isAgain?: boolean;
  tone?: 'missed' | 'reached' | 'tried' | 'other';
  now: number;
  zone: string;
  /** What it did for the case. */
  children?: ReactNode;
};

/** One call of a case: all the legs of one conversation, with the rule that gave its verdict. */
export function CallBlock({ call, isAgain = false, tone, now, zone, children }: Props) {
  const m = useAllMessages();
  const verdict = m.verdicts[call.verdict];
  return (
    <HappeningStop tone={tone ?? (call.verdict === 'missed' ? 'missed' : 'other')}>
      <p className="flex flex-wrap items-baseline gap-x-1.5">
        <strong className="font-semibold">
          <Moment at={call.startedAt} now={now} zone={zone} /> {isAgain ? m.story.again(verdict) : verdict}
        </strong>
        {call.direction === 'inbound' && call.ringMs !== null && (
          <span className="text-middle">· {m.story.rangFor(ringSpan(call.ringMs / 1000, m))}</span>
        )}
        {call.mark && <bdi className="chip self-center">{call.mark}</bdi>}
        {call.direction === 'inbound' && <Flags call={call} />}
      </p>
      <ul className="flex flex-col gap-1" aria-label={m.story.legs}>
        {call.legs.map((leg) => (
          <LegLine
            key={`${leg.leg} ${leg.startedAt} ${leg.endedAt} ${leg.status}`}
            leg={leg}
            call={call}
            zone={zone}
          />
        ))}
      </ul>
      {children}
      <p className="flex flex-wrap gap-x-2 text-small text-quiet">
        <span>
          {verdictReason(call, m)} <RuleLink rule={call.rule} />
        </span>
        <span className="min-w-0 font-mono text-tiny leading-5 break-all" title={m.story.conversation}>
          <bdi>{call.conversation}</bdi>
        </span>
      </p>
    </HappeningStop>
  );
}

/** rules.md 13 and 14: said, and no reason to hide a call. */
function Flags({ call }: { call: CallJson }) {
  const { story } = useAllMessages();
  return (
    <>
      {call.isShort && <span className="chip self-center">{story.shortRing}</span>}
      {call.isOutOfHours && <span className="chip self-center">{story.outOfHours}</span>}
    </>
  );
}
