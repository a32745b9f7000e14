import type { CaseJson } from '@/domain/case-json';
import { AddNameLink } from './add-name-link';
import { CallerLink } from './caller-link';
import { CaseAnswer } from './case-answer';
import { CaseTimeline } from './case-timeline';
import { DeskLink } from './desk-link';
import { dialOf } from './dial';
import { RevealedNumber } from './revealed-number';
import { RuleLink } from './rule-link';
import { StateMark } from './state-mark';
import { useAllMessages } from './use-messages';
import { pageAddress, type View } from './views';
import { callerWord, didWord } from './words';

type Props = { shownCase: CaseJson; isVanished: boolean; isMasked: boolean; now: number; zone: string };

/** The whole story of a case: who, why it is here, and everything that happened. */
export function CaseStory({ shownCase, isVanished, isMasked, now, zone }: Props) {
  const { story, callers } = useAllMessages();
  const { caller, did, state, previous } = shownCase;
  const view: View = state === 'attempted' ? 'open' : state;
  return (
    <article className="flex max-w-[760px] flex-col gap-5 px-4 py-5 md:px-5" aria-labelledby="caller">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2 id="caller" className="text-figure font-semibold">
          <CallerLink caller={caller}>{callerWord(shownCase)}</CallerLink>
        </h2>
        {caller.isSpam && <span className="chip">{callers.spam}</span>}
        <StateMark row={{ key: shownCase.id, case: shownCase, isGone: false, isVanished }} now={now} />
        <p className="text-middle">
          {caller.name ? story.numberRang(caller.display, didWord(did)) : story.rang(didWord(did))}
          <AddNameLink caller={caller} />
        </p>
        {isMasked && <RevealedNumber caseId={shownCase.id} />}
        <DeskLink to={pageAddress({ view, q: dialOf(shownCase) })} className="button md:ml-auto">
          {story.showOnDesk}
        </DeskLink>
      </header>
      {isVanished && (
        <p role="status" className="rounded-corner bg-reached-ground px-3 py-2 text-reached">
          {story.vanished}
        </p>
      )}
      <CaseAnswer shownCase={shownCase} now={now} zone={zone} />
      <section aria-labelledby="what-happened" className="flex flex-col gap-3">
        <h3 id="what-happened" className="border-t border-line pt-4 text-title font-semibold">
          {story.whatHappened} <span className="text-base font-normal text-quiet">{story.newestFirst}</span>
        </h3>
        <CaseTimeline shownCase={shownCase} isWhole now={now} zone={zone} />
        {previous && (
          <p className="border-t border-line pt-3 text-middle">
            {story.previous((words) => (
              <DeskLink
                to={`/cases/${encodeURIComponent(previous)}`}
                className="text-accent underline underline-offset-2"
              >
                {words}
              </DeskLink>
            ))}{' '}
            <span className="text-small text-quiet">
              <RuleLink rule={15} />
            </span>
          </p>
        )}
      </section>
    </article>
  );
}
