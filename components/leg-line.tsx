import type { CallJson, LegJson } from '@/domain/case-json';
import { useAllMessages } from './use-messages';
import { exactTime, ringSpan, timeWithSeconds } from './when';

type Props = { leg: LegJson; call: CallJson; zone: string };

/** One leg of a call: who was at it, from when to when, and what the provider called it. */
export function LegLine({ leg, call, zone }: Props) {
  const m = useAllMessages();
  return (
    <li className="grid min-h-6 grid-cols-[40px_minmax(0,1fr)_auto_auto] md:grid-cols-[40px_minmax(0,1fr)_84px_84px] items-center gap-x-2.5 rounded-[4px] bg-chip px-2 py-0.5 text-small text-middle">
      <span className="font-medium text-strong">{m.story.leg(leg.leg ?? '?')}</span>
      <span className="md:truncate" title={exactTime(leg.startedAt, zone, m)}>
        {m.story.parties[party(leg, call)]}
        <span className="text-quiet">
          {' '}
          {timeWithSeconds(leg.startedAt, zone)}
          {leg.endedAt && ` – ${timeWithSeconds(leg.endedAt, zone)}`}
        </span>
      </span>
      <span className="md:text-right">
        {leg.durationSeconds !== null &&
          leg.durationSeconds > 0 &&
          m.story.talk(ringSpan(leg.durationSeconds, m))}
      </span>
      <span className="truncate font-medium text-strong md:text-right">
        {leg.status ? <bdi>{leg.status}</bdi> : m.story.noStatus}
      </span>
    </li>
  );
}

/** Who was at this leg (rules.md 6): the platform meets leg a first and rings leg b on. */
function party({ leg }: LegJson, { direction, legs }: CallJson): 'caller' | 'staff' {
  // A call of ours with a single leg went straight to the caller.
  if (leg === null || (direction === 'outbound' && legs.length === 1)) return 'caller';
  return (leg === 'a') === (direction === 'inbound') ? 'caller' : 'staff';
}
