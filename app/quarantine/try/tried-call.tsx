import { RuleLink } from '@/components/rule-link';
import { useAllMessages } from '@/components/use-messages';
import { exactTime, ringSpan } from '@/components/when';
import type { Trial } from '@/desk/try-record';

type Props = { call: Trial['calls'][number]; zone: string };

/** The call that comes of the pasted legs, with its verdict and what that means for the desk. */
export function TriedCall({ call, zone }: Props) {
  const m = useAllMessages();
  const { direction, did, startedAt, ringMs, verdict, rule, mark, isShort, isOutOfHours, decidesAt } = call;
  const isHidden = call.caller === 'hidden';
  const caller = isHidden ? m.quarantine.hidden : call.caller;
  const when = exactTime(startedAt, zone, m);
  const waits = isHidden ? m.quarantine.wouldShowHidden : m.quarantine.wouldShow(caller);
  return (
    <div className="flex flex-col gap-1.5 rounded-corner border border-line bg-panel p-3">
      <p className="flex flex-wrap items-center gap-x-2">
        <strong className="font-semibold">{m.verdicts[verdict]}</strong>
        <span className="text-small text-quiet">
          <RuleLink rule={rule} />
        </span>
        {mark && <span className="chip">{mark}</span>}
        {direction === 'inbound' && isShort && <span className="chip">{m.story.shortRing}</span>}
        {direction === 'inbound' && isOutOfHours && <span className="chip">{m.story.outOfHours}</span>}
      </p>
      <p className="text-middle">
        {direction !== 'inbound'
          ? m.quarantine.weRang(caller, did, when)
          : ringMs === null
            ? m.quarantine.rang(caller, did, when)
            : m.quarantine.rangFor(caller, did, when, ringSpan(ringMs / 1000, m))}
      </p>
      {decidesAt && (
        <p className="text-middle">
          {m.quarantine.undecided(exactTime(decidesAt, zone, m))}{' '}
          <span className="text-small text-quiet">
            <RuleLink rule={11} />
          </span>
        </p>
      )}
      <p className="font-medium">{call.waits ? waits : m.quarantine.wouldNotShow}</p>
    </div>
  );
}
