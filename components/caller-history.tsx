import type { CallerCallJson } from '@/domain/caller-json';
import { CallBlock } from './call-block';
import { DecisionLine } from './decision-line';
import { DeskLink } from './desk-link';
import { useAllMessages } from './use-messages';
import { ringSpan } from './when';
import { didWord } from './words';

type Props = { calls: CallerCallJson[]; onMore: (() => void) | null; now: number; zone: string };

/** Every call from and to a caller, the newest first, each with what was said after it. */
export function CallerHistory({ calls, onMore, now, zone }: Props) {
  const m = useAllMessages();
  return (
    <section aria-labelledby="history" className="flex flex-col gap-3">
      <h3 id="history" className="border-t border-line pt-4 text-title font-semibold">
        {m.callers.history} <span className="text-base font-normal text-quiet">{m.callers.historyOrder}</span>
      </h3>
      {calls.length === 0 && <p className="text-quiet">{m.callers.noCalls}</p>}
      <ol aria-labelledby="history" className="flex flex-col empty:hidden">
        {calls.map((call) => (
          <CallBlock key={call.id} call={call} tone={toneOf(call)} now={now} zone={zone}>
            <AboutCall call={call} />
            {call.decisions.length > 0 && (
              <ol className="flex flex-col pt-1">
                {call.decisions.map((decision) => (
                  <DecisionLine
                    key={decision.id}
                    decision={decision}
                    isClosing={false}
                    now={now}
                    zone={zone}
                  />
                ))}
              </ol>
            )}
          </CallBlock>
        ))}
      </ol>
      {onMore && (
        <p>
          <button type="button" className="button needs-script max-md:h-9" onClick={onMore}>
            {m.callers.showOlderCalls}
          </button>
        </p>
      )}
    </section>
  );
}

/** On which number, who of ours, for how long, and the case that it belongs to. */
function AboutCall({ call: { did, staff, talkSeconds, caseId } }: { call: CallerCallJson }) {
  const m = useAllMessages();
  return (
    <p className="flex flex-wrap gap-x-1.5 text-middle">
      <span className="font-medium">{didWord(did)}</span>
      {staff && (
        <span>
          · <bdi>{staff}</bdi>
        </span>
      )}
      {talkSeconds !== null && talkSeconds > 0 && <span>· {m.callers.talked(ringSpan(talkSeconds, m))}</span>}
      {caseId && (
        <DeskLink
          to={`/cases/${encodeURIComponent(caseId)}`}
          className="text-accent underline underline-offset-2"
        >
          {m.callers.itsCase}
        </DeskLink>
      )}
    </p>
  );
}

function toneOf({ verdict, effect }: CallerCallJson) {
  if (effect === 'attempt') return 'tried';
  if (effect !== null) return 'reached';
  return verdict === 'missed' ? 'missed' : 'other';
}
