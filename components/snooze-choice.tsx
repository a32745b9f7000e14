'use client';

import { Moon } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { ButtonKey } from './button-key';
import { snoozeTimes } from './snooze-times';
import { instantOf, wallText } from './wall-clock';

type Props = { isDisabled: boolean; now: number; zone: string; onSnooze: (until: string) => void };

const hourMs = 60 * 60_000;

/** Hides a caller until a time: a near one at once, or any other (rules.md 22). */
export function SnoozeChoice({ isDisabled, now, zone, onSnooze }: Props) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const until = instantOf(String(new FormData(event.currentTarget).get('until') ?? ''), zone);
    if (until !== null && until > now) onSnooze(new Date(until).toISOString());
  };
  return (
    <>
      <button
        type="button"
        className="button max-md:h-10"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        disabled={isDisabled}
        onClick={() => setOpen(!isOpen)}
      >
        <Moon className="size-3.5" strokeWidth={1.75} aria-hidden="true" />
        Snooze
        <ButtonKey of="s" />
      </button>
      {isOpen && (
        <div id={id} className="flex basis-full flex-col gap-1.5 rounded-corner border border-line p-2.5">
          <p className="flex flex-wrap gap-1.5 max-md:*:grow">
            {snoozeTimes(now, zone).map(({ word, until }) => (
              <button
                key={word}
                type="button"
                className="button max-md:h-10"
                disabled={isDisabled}
                onClick={() => onSnooze(until)}
              >
                {word}
              </button>
            ))}
          </p>
          <form onSubmit={submit} className="flex flex-wrap items-center gap-1.5">
            <input
              type="datetime-local"
              name="until"
              required
              aria-label={`Snooze until, in ${zone}`}
              min={wallText(now, zone)}
              defaultValue={wallText(now + 2 * hourMs, zone)}
              className="field grow md:h-7 md:text-small max-md:h-10"
            />
            <button type="submit" className="button max-md:h-10 max-md:grow" disabled={isDisabled}>
              Snooze until then
            </button>
          </form>
        </div>
      )}
    </>
  );
}
