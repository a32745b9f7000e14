import clsx from 'clsx';
import type { CallRowJson } from '@/domain/call-row';
import { CircleHelp, List, PhoneIncoming, PhoneMissed, PhoneOff, PhoneOutgoing } from './icons';
import { useAllMessages } from './use-messages';

const icons = {
  missed: PhoneMissed,
  answered: PhoneIncoming,
  menu_only: List,
  outbound_answered: PhoneOutgoing,
  outbound_missed: PhoneOff,
  undecided: CircleHelp,
};

/** What a call was: a picture and a word, and a colour only beside them. */
export function CallMark({ call: { verdict, isOutOfHours } }: { call: CallRowJson }) {
  const m = useAllMessages();
  const Icon = icons[verdict];
  return (
    <span className="inline-flex items-center gap-1.5">
      <Icon
        className={clsx('size-3.5 shrink-0', verdict === 'missed' ? 'text-overdue' : 'text-quiet')}
        strokeWidth={1.75}
      />
      {m.verdicts[verdict]}
      {isOutOfHours && <span className="chip">{m.find.outOfHours}</span>}
    </span>
  );
}
