import type { CallJson, LegJson } from '@/domain/case-json';
import { HappeningStop } from './happening';
import { Moment } from './moment';
import { exactTime, ringSpan, timeWithSeconds } from './when';
import { verdictWords } from './words';

type Props = { call: CallJson; now: number; zone: string };

/** One call of a case: all the legs of one conversation, with the rule that gave its verdict. */
export function CallBlock({ call, now, zone }: Props) {
  return (
    <HappeningStop tone={call.verdict === 'missed' ? 'missed' : 'other'}>
      <p className="flex flex-wrap items-baseline gap-x-1.5">
        <strong className="font-semibold">
          <Moment at={call.startedAt} now={now} zone={zone} /> {verdictWords[call.verdict]}
        </strong>
        {call.ringMs !== null && <span className="text-middle">· rang {ringSpan(call.ringMs / 1000)}</span>}
        {call.mark && <span className="chip self-center">{call.mark}</span>}
      </p>
      <ul className="flex flex-col gap-1" aria-label="Legs">
        {call.legs.map((leg) => (
          <LegLine
            key={`${leg.leg} ${leg.startedAt} ${leg.endedAt} ${leg.status}`}
            leg={leg}
            call={call}
            zone={zone}
          />
        ))}
      </ul>
      <p className="flex flex-wrap gap-x-2 text-tiny text-quiet">
        <span>Rule {call.rule}</span>
        <span className="min-w-0 font-mono break-all" title="Conversation">
          {call.conversation}
        </span>
      </p>
    </HappeningStop>
  );
}

function LegLine({ leg, call, zone }: { leg: LegJson; call: CallJson; zone: string }) {
  return (
    <li className="grid min-h-6 grid-cols-[40px_minmax(0,1fr)_auto_auto] md:grid-cols-[40px_minmax(0,1fr)_84px_84px] items-center gap-x-2.5 rounded-[4px] bg-chip px-2 py-0.5 text-small text-middle">
      <span className="font-medium text-strong">{leg.leg ? `leg ${leg.leg}` : 'leg ?'}</span>
      <span className="truncate" title={exactTime(leg.startedAt, zone)}>
        {party(leg, call)}
        <span className="text-quiet">
          {' '}
          {timeWithSeconds(leg.startedAt, zone)}
          {leg.endedAt && ` – ${timeWithSeconds(leg.endedAt, zone)}`}
        </span>
      </span>
      <span className="md:text-right">
        {leg.durationSeconds === null ? '' : `talk ${ringSpan(leg.durationSeconds)}`}
      </span>
      <span className="truncate font-medium text-strong md:text-right">{leg.status ?? 'no status'}</span>
    </li>
  );
}

/** Who was at this leg (rules.md 6): the platform meets leg a first and rings leg b on. */
function party(leg: LegJson, call: CallJson): string {
  if (leg.leg === null) return 'caller';
  const isCaller = (leg.leg === 'a') === (call.direction === 'inbound');
  return isCaller ? 'caller' : 'our staff';
}
