import { Circle, CircleAlert, CircleCheck, CircleSlash, List, Moon, PhoneOutgoing, UserRound } from './icons';
import type { View } from './views';

const icons = {
  open: Circle,
  mine: UserRound,
  attempted: PhoneOutgoing,
  overdue: CircleAlert,
  snoozed: Moon,
  uncallable: CircleSlash,
  closed: CircleCheck,
  all: List,
};

/** The picture beside the word of a view. */
export function ViewIcon({ view }: { view: View }) {
  const Icon = icons[view];
  return <Icon {...asIcon} />;
}

export const asIcon = { className: 'size-4 shrink-0', strokeWidth: 1.75 } as const;
