import type { ContactJson } from '@/domain/case-json';
import { CallBlock } from './call-block';
import { RuleLink } from './rule-link';
import { useAllMessages } from './use-messages';
import { effectReason } from './verdict-reason';
import { ringSpan } from './when';

type Props = { contact: ContactJson; isClosing: boolean; now: number; zone: string };

/** A call that reached the caller or tried to, and what that did to the case. */
export function ContactBlock({ contact, isClosing, now, zone }: Props) {
  const m = useAllMessages();
  const { effect, staff, talkSeconds } = contact;
  const { line, rule } = effectReason(contact, m);
  return (
    <CallBlock call={contact} tone={effect === 'attempt' ? 'tried' : 'reached'} now={now} zone={zone}>
      <p>
        {staff && <span className="font-medium">{staff}. </span>}
        {talkSeconds !== null && talkSeconds > 0 && `${m.story.talked(ringSpan(talkSeconds, m))} `}
        {line}{' '}
        <span className="text-small text-quiet">
          <RuleLink rule={rule} />
        </span>
      </p>
      {isClosing && (
        <p className="font-medium text-reached">
          {m.story.closing}{' '}
          <span className="text-small font-normal text-quiet">
            <RuleLink rule={20} />
          </span>
        </p>
      )}
    </CallBlock>
  );
}
