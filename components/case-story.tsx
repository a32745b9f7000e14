import type { CaseJson } from '@/domain/case-json';
import { CaseAnswer } from './case-answer';
import { CaseTimeline } from './case-timeline';
import { DeskLink } from './desk-link';
import { dialOf } from './dial';
import { RevealedNumber } from './revealed-number';
import { RuleLink } from './rule-link';
import { StateMark } from './state-mark';
import { pageAddress, type View } from './views';
import { callerWord, didWord } from './words';

type Props = { shownCase: CaseJson; isVanished: boolean; isMasked: boolean; now: number; zone: string };

/** The whole story of a case: who, why it is here, and everything that happened. */
export function CaseStory({ shownCase, isVanished, isMasked, now, zone }: Props) {
  const { caller, did, state, previous } = shownCase;
  const view: View = state === 'attempted' ? 'open' : state;
  return (
    <article className="flex max-w-[760px] flex-col gap-5 px-4 py-5 md:px-5" aria-labelledby="caller">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2 id="caller" className="text-figure font-semibold">
          {callerWord(shownCase)}
        </h2>
        <StateMark row={{ key: shownCase.id, case: shownCase, isGone: false, isVanished }} now={now} />
        <p className="text-middle">
          {caller.name && `${caller.display}, `}rang {didWord(did)}
        </p>
        {isMasked && <RevealedNumber caseId={shownCase.id} />}
        <DeskLink to={pageAddress({ view, q: dialOf(shownCase) })} className="button md:ml-auto">
          Show on the desk
        </DeskLink>
      </header>
      {isVanished && (
        <p role="status" className="rounded-corner bg-reached-ground px-3 py-2 text-reached">
          A record that came late says that this call was answered after all: it is no case any more.
        </p>
      )}
      <CaseAnswer shownCase={shownCase} now={now} zone={zone} />
      <section aria-labelledby="what-happened" className="flex flex-col gap-3">
        <h3 id="what-happened" className="border-t border-line pt-4 text-title font-semibold">
          What happened <span className="text-base font-normal text-quiet">the newest first</span>
        </h3>
        <CaseTimeline shownCase={shownCase} isWhole now={now} zone={zone} />
        {previous && (
          <p className="border-t border-line pt-3 text-middle">
            <DeskLink
              to={`/cases/${encodeURIComponent(previous)}`}
              className="text-accent underline underline-offset-2"
            >
              The case before this one
            </DeskLink>{' '}
            was closed when they rang again.{' '}
            <span className="text-small text-quiet">
              <RuleLink rule={15} />
            </span>
          </p>
        )}
      </section>
    </article>
  );
}
