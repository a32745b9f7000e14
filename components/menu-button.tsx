'use client';

import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { placeBeneath } from './place-beneath';

type Props = {
  /** The words of the button; `label` where they are but a picture. */
  children: ReactNode;
  label?: string;
  className?: string;
  isDisabled?: boolean;
  /** What is in the menu, drawn while it is open. */
  menu: (close: () => void) => ReactNode;
  /** Said of the menu aloud. */
  menuLabel: string;
};

/** A button with a small native popover beneath it: Escape and a click elsewhere close it, the arrows walk in it. */
export function MenuButton({ children, label, className, isDisabled, menu, menuLabel }: Props) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const popover = useRef<HTMLFieldSetElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const [from, floating] = [button.current, popover.current];
    if (!isOpen || !from || !floating) return;
    floating.querySelector('button')?.focus();
    // What is in it may come later, and be wider.
    const size = new ResizeObserver(() => placeBeneath(from, floating));
    size.observe(floating);
    placeBeneath(from, floating);
    return () => size.disconnect();
  }, [isOpen]);
  const close = () => {
    popover.current?.hidePopover();
    button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        aria-expanded={isOpen}
        disabled={isDisabled}
        popoverTarget={id}
      >
        {children}
      </button>
      <fieldset
        ref={popover}
        id={id}
        popover="auto"
        aria-label={menuLabel}
        className="menu"
        onKeyDown={walk}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {isOpen && menu(close)}
      </fieldset>
    </>
  );
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || event.target instanceof HTMLInputElement) return;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  buttons.at((at + step) % buttons.length)?.focus();
  event.preventDefault();
}
