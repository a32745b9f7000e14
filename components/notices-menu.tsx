'use client';

import { type ToggleEvent, useRef } from 'react';
import { Bell, BellRing } from './icons';
import { type NoticeKind, noticeKinds } from './notices';
import { useMessages } from './use-messages';

type How = 'notify' | 'sound';

type Props = {
  wishes: Record<NoticeKind, Record<How, boolean>>;
  /** The browser does not let the page notify. */
  isRefused: boolean;
  onChange: (kind: NoticeKind, how: How, isWanted: boolean) => void;
};

const ways: How[] = ['notify', 'sound'];
const marginPx = 8;

/** A bell, and under it what somebody wants to be told of, and how. */
export function NoticesMenu({ wishes, isRefused, onChange }: Props) {
  const m = useMessages();
  const button = useRef<HTMLButtonElement>(null);
  const isOn = noticeKinds.some((kind) => ways.some((how) => wishes[kind][how]));
  const Icon = isOn ? BellRing : Bell;
  return (
    <>
      <button
        ref={button}
        type="button"
        popoverTarget="notices"
        aria-label={m.board.notices}
        title={m.board.notices}
        className={`flex size-6 items-center justify-center rounded-corner hover:bg-hover hover:text-strong ${isOn ? 'text-accent' : 'text-quiet'}`}
      >
        <Icon className="size-3.5" strokeWidth={1.75} />
      </button>
      <section
        id="notices"
        popover="auto"
        aria-label={m.board.notices}
        onToggle={(event) => standBelow(event, button.current)}
        className="fixed inset-auto m-0 w-[min(290px,calc(100vw-16px))] rounded-[10px] border border-line bg-panel p-4 text-strong shadow-float"
      >
        {noticeKinds.map((kind) => (
          <fieldset key={kind} className="pb-3">
            <legend className="pb-1 font-semibold">{m.board.noticesOf[kind]}</legend>
            {ways.map((how) => (
              <label key={how} className="flex min-h-7 items-center gap-2">
                <input
                  type="checkbox"
                  checked={wishes[kind][how]}
                  onChange={(event) => onChange(kind, how, event.target.checked)}
                  className="size-4"
                />
                {how === 'notify' ? m.board.notify : m.board.sound}
              </label>
            ))}
          </fieldset>
        ))}
        <p role="status" className="text-small text-overdue not-empty:pb-2">
          {isRefused && m.board.refused}
        </p>
        <p className="text-small text-quiet">{m.board.noticesHint}</p>
      </section>
    </>
  );
}

/** Under its button, inside of the window; not every browser can be told so by a style sheet. */
function standBelow({ currentTarget, newState }: ToggleEvent<HTMLElement>, button: HTMLElement | null): void {
  if (newState !== 'open' || !button) return;
  const { left, bottom } = button.getBoundingClientRect();
  const rightmost = window.innerWidth - currentTarget.offsetWidth - marginPx;
  currentTarget.style.left = `${Math.max(marginPx, Math.min(left, rightmost))}px`;
  currentTarget.style.top = `${bottom + 6}px`;
}
