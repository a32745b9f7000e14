import type { CaseJson } from '@/domain/case-json';
import { CallBlock } from './call-block';
import { ContactBlock } from './contact-block';
import { DecisionLine } from './decision-line';
import { type Happening, happenings } from './happenings';
import { InstantLine } from './instant-line';
import { JoinedLine } from './joined-line';
import { useAllMessages } from './use-messages';

type Props = {
  shownCase: CaseJson;
  /** With what time brings and what each call did to the case: the page of its own. */
  isWhole?: boolean;
  now: number;
  zone: string;
};

/** Everything that happened in a case, the newest first: its calls with their legs, and what people said. */
export function CaseTimeline({ shownCase, isWhole = false, now, zone }: Props) {
  const m = useAllMessages();
  const unlisted = shownCase.callsTotal - shownCase.calls.length;
  return (
    <>
      <ol className="flex flex-col">
        {happenings(shownCase, isWhole, m).map((happening) => (
          <Stop
            key={happening.key}
            happening={happening}
            shownCase={shownCase}
            isWhole={isWhole}
            now={now}
            zone={zone}
          />
        ))}
      </ol>
      {unlisted > 0 && <p className="text-small text-quiet">{m.story.notListed(unlisted)}</p>}
    </>
  );
}

type StopProps = Required<Props> & { happening: Happening };

function Stop({ happening, shownCase, isWhole, now, zone }: StopProps) {
  const { at, isClosing } = happening;
  if ('decision' in happening) {
    return <DecisionLine decision={happening.decision} isClosing={isClosing} now={now} zone={zone} />;
  }
  if ('contact' in happening) {
    return <ContactBlock contact={happening.contact} isClosing={isClosing} now={now} zone={zone} />;
  }
  if ('instant' in happening) {
    return <InstantLine at={at} instant={happening.instant} now={now} zone={zone} />;
  }
  return (
    <CallBlock call={happening.call} isAgain={isWhole && !happening.isFirst} now={now} zone={zone}>
      {isWhole && <JoinedLine shownCase={shownCase} isFirst={happening.isFirst} zone={zone} />}
    </CallBlock>
  );
}
