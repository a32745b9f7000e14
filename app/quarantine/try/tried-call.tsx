import { RuleLink } from '@/components/rule-link';
import { useMessages } from '@/components/use-messages';
import { exactTime, ringSpan } from '@/components/when';
import type { Trial } from '@/desk/try-record';

type Props = { call: Trial['calls'][number]; zone: string };

/** The call that comes of the pasted legs, with its verdict and what that means for the desk. */
export function TriedCall({ call, zone }: Props) {
  const m = useMessages();
  const { direction, caller, did, startedAt, ringMs, verdict, rule, mark, isShort, isOutOfHours, decidesAt } =
    call;
  return (
    <div className="flex flex-col gap-1.5 rounded-corner border border-line bg-panel p-3">
      <p className="flex flex-wrap items-center gap-x-2">
        <strong className="font-semibold">{m.verdicts[verdict]}</strong>
        <span className="text-small text-quiet">
          <RuleLink rule={rule} />
        </span>
        {mark && <span className="chip">{mark}</span>}
        {direction === 'inbound' && isShort && <span className="chip">short ring</span>}
        {direction === 'inbound' && isOutOfHours && <span className="chip">out of hours</span>}
      </p>
      <p className="text-middle">
        {direction === 'inbound' ? `${caller} rang ${did}` : `We rang ${caller} from ${did}`},{' '}
        {exactTime(startedAt, zone, m)}
        {direction === 'inbound' && ringMs !== null && `, for ${ringSpan(ringMs / 1000, m)}`}.
      </p>
      {decidesAt && (
        <p className="text-middle">
          Undecided until {exactTime(decidesAt, zone, m)}: leg a may still come.{' '}
          <span className="text-small text-quiet">
            <RuleLink rule={11} />
          </span>
        </p>
      )}
      <p className="font-medium">{call.waits ? waitsLine(caller) : 'It would put nobody on the desk.'}</p>
    </div>
  );
}

function waitsLine(caller: string): string {
  return caller === 'hidden'
    ? 'It would show on the desk under “No number”: there is nobody to call.'
    : `It would put ${caller} on the desk.`;
}
