import type { ReactNode } from 'react';
import type { DecisionKind } from '@/domain/decision';
import { actWord } from './act-word';
import { MenuButton } from './menu-button';
import { useMessages } from './use-messages';

type Props = {
  kinds: [kind: DecisionKind, key?: string][];
  isDisabled?: boolean;
  onSay: (kind: DecisionKind) => void;
  children: ReactNode;
};

/** The less usual things to say, in a menu. */
export function KindMenu({ kinds, isDisabled, onSay, children }: Props) {
  const m = useMessages();
  return (
    <MenuButton
      className="button needs-script px-1.5 max-md:h-10"
      label={m.row.acts.more}
      menuLabel={m.row.acts.more}
      isDisabled={isDisabled}
      menu={(close) =>
        kinds.map(([kind, key]) => (
          <button
            key={kind}
            type="button"
            className="menu-item"
            onClick={() => {
              close();
              onSay(kind);
            }}
          >
            {actWord(kind, m)}
            {key && (
              <span aria-hidden="true" className="key ml-auto text-quiet max-md:hidden">
                {key}
              </span>
            )}
          </button>
        ))
      }
    >
      {children}
    </MenuButton>
  );
}
