import type { CallJson, CaseJson, DecisionJson } from '@/domain/case-json';
import { CallBlock } from './call-block';
import { DecisionLine } from './decision-line';
import { isPastTarget } from './row-state';
import { shortTime, span } from './when';

type Props = { shownCase: CaseJson; now: number; zone: string };

type Happening = { at: string; call: CallJson } | { at: string; decision: DecisionJson };

/** Everything that happened in a case, the newest first: its calls with their legs, and what people said. */
export function CaseTimeline({ shownCase, now, zone }: Props) {
  const unlisted = shownCase.callsTotal - shownCase.calls.length;
  return (
    <div className="min-w-0">
      <ol className="flex flex-col">
        {happenings(shownCase).map((happening) =>
          'call' in happening ? (
            <CallBlock key={happening.call.conversation} call={happening.call} now={now} zone={zone} />
          ) : (
            <DecisionLine key={happening.decision.id} decision={happening.decision} now={now} zone={zone} />
          ),
        )}
      </ol>
      <p className="text-small text-quiet">
        {unlisted > 0 && `${unlisted} earlier ${unlisted === 1 ? 'call is' : 'calls are'} not listed here. `}
        {targetSentence(shownCase, now, zone)}
      </p>
    </div>
  );
}

function happenings({ calls, decisions }: CaseJson): Happening[] {
  const all: Happening[] = [
    ...decisions.map((decision) => ({ at: decision.at, decision })),
    ...calls.map((call) => ({ at: call.startedAt, call })),
  ];
  return all.sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

function targetSentence(shownCase: CaseJson, now: number, zone: string): string | null {
  if (shownCase.state !== 'open' && shownCase.state !== 'attempted') return null;
  const due = shortTime(shownCase.dueAt, now, zone);
  if (isPastTarget(shownCase, now)) return `The target to call back passed at ${due}.`;
  return `To be called back by ${due}, in ${span(Date.parse(shownCase.dueAt) - now)}.`;
}
