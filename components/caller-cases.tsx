import type { CaseJson } from '@/domain/case-json';
import { DeskLink } from './desk-link';
import { Moment } from './moment';
import { StateMark } from './state-mark';
import { useAllMessages } from './use-messages';
import { didWord } from './words';

type Props = {
  /** Open ones first. */
  cases: CaseJson[];
  onMore: (() => void) | null;
  now: number;
  zone: string;
};

/** Every case of a caller, each a way to its story. */
export function CallerCases({ cases, onMore, now, zone }: Props) {
  const m = useAllMessages();
  return (
    <section aria-labelledby="cases" className="flex flex-col gap-2">
      <h3 id="cases" className="text-title font-semibold">
        {m.callers.cases}
      </h3>
      {cases.length === 0 && <p className="text-quiet">{m.callers.noCases}</p>}
      <ul aria-labelledby="cases" className="flex flex-col empty:hidden">
        {cases.map((shownCase) => (
          <li key={shownCase.id} className="border-t border-line first:border-0">
            <DeskLink
              to={`/cases/${encodeURIComponent(shownCase.id)}`}
              className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 rounded-corner px-1 py-1.5 hover:bg-hover"
            >
              <StateMark row={{ key: shownCase.id, case: shownCase, isGone: false }} now={now} />
              <span className="font-medium">{didWord(shownCase.did)}</span>
              <span className="text-middle">{m.callers.missedTimes(shownCase.missedCount)}</span>
              <span className="ml-auto text-quiet">
                <Moment at={shownCase.lastMissedAt} now={now} zone={zone} />
              </span>
            </DeskLink>
          </li>
        ))}
      </ul>
      {onMore && (
        <p>
          <button type="button" className="button needs-script max-md:h-9" onClick={onMore}>
            {m.callers.showOlderCases}
          </button>
        </p>
      )}
    </section>
  );
}
