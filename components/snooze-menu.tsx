'use client';

import { ButtonKey } from './button-key';
import { Moon } from './icons';
import { later } from './later';
import { MenuButton } from './menu-button';
import { useMessages } from './use-messages';

const SnoozeChoices = later(() => import('./snooze-choices').then((piece) => piece.SnoozeChoices), {
  isServed: false,
});

type Props = {
  isDisabled?: boolean;
  /** Said after the word, aloud: whom it is about. */
  whom?: string;
  /** Within a row there is room for the picture only. */
  isSmall?: boolean;
  now: number;
  zone: string;
  onSnooze: (until: string) => void;
};

/** Hides a caller until a time: a near one at once, or any other (rules.md 22). */
export function SnoozeMenu({ isDisabled = false, whom, isSmall = false, now, zone, onSnooze }: Props) {
  const m = useMessages();
  const { acts } = m.row;
  const isIcon = isSmall && whom !== undefined;
  return (
    <MenuButton
      className={isSmall ? 'button needs-script px-1.5' : 'button needs-script max-md:h-10'}
      isDisabled={isDisabled}
      label={whom === undefined ? undefined : `${acts.snooze} ${whom}`}
      menuLabel={acts.snooze}
      menu={(close) => (
        <SnoozeChoices
          now={now}
          zone={zone}
          onChoose={(until) => {
            close();
            onSnooze(until);
          }}
        />
      )}
    >
      <Moon className="size-3.5" strokeWidth={1.75} />
      {!isIcon && (
        <>
          {acts.snooze}
          <ButtonKey of="s" />
        </>
      )}
    </MenuButton>
  );
}
