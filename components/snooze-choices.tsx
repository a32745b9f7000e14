import { type FormEvent, useLayoutEffect, useRef } from 'react';
import { snoozeTimes } from './snooze-times';
import { useMessages } from './use-messages';
import { instantOf, wallText } from './wall-clock';

type Props = { now: number; zone: string; onChoose: (until: string) => void };

const hourMs = 60 * 60_000;

/** The near times, and a field for any other; the first has the focus. */
export function SnoozeChoices({ now, zone, onChoose }: Props) {
  const m = useMessages();
  const { snooze } = m.row;
  const first = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const until = instantOf(String(new FormData(event.currentTarget).get('until') ?? ''), zone);
    if (until !== null && until > now) onChoose(new Date(until).toISOString());
  };
  return (
    <>
      {snoozeTimes(now, zone, m).map(({ word, until }, index) => (
        <button
          key={word}
          ref={index === 0 ? first : undefined}
          type="button"
          className="menu-item"
          onClick={() => onChoose(until)}
        >
          {word}
        </button>
      ))}
      <form onSubmit={submit} className="flex flex-col gap-1.5 border-t border-line p-2">
        <input
          type="datetime-local"
          name="until"
          required
          aria-label={snooze.untilIn(zone)}
          min={wallText(now, zone)}
          defaultValue={wallText(now + 2 * hourMs, zone)}
          className="field"
        />
        <button type="submit" className="button max-md:h-10">
          {snooze.untilThen}
        </button>
      </form>
    </>
  );
}
