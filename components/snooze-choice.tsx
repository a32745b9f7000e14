import { Moon } from 'lucide-react';
import type { FormEvent } from 'react';
import { snoozeTimes } from './snooze-times';
import { instantOf, wallText } from './wall-clock';

type Props = { isDisabled: boolean; now: number; zone: string; onSnooze: (until: string) => void };

const hourMs = 60 * 60_000;

/** Hides a caller until a time: a near one at once, or any other (rules.md 22). */
export function SnoozeChoice({ isDisabled, now, zone, onSnooze }: Props) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const until = instantOf(String(new FormData(event.currentTarget).get('until') ?? ''), zone);
    if (until !== null && until > now) onSnooze(new Date(until).toISOString());
  };
  return (
    <details className="group w-full">
      <summary className="button w-fit list-none max-md:h-9">
        <Moon className="size-3.5" strokeWidth={1.75} aria-hidden="true" />
        Snooze
        <span aria-hidden="true" className="font-sans font-normal opacity-80 max-md:hidden">
          s
        </span>
      </summary>
      <div className="flex flex-col gap-2 pt-2">
        <p className="flex flex-wrap gap-1.5">
          {snoozeTimes(now, zone).map(({ word, until }) => (
            <button
              key={word}
              type="button"
              className="button max-md:h-9"
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
            className="field h-7"
          />
          <button type="submit" className="button max-md:h-9" disabled={isDisabled}>
            Snooze until then
          </button>
        </form>
      </div>
    </details>
  );
}
