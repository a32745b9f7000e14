import clsx from 'clsx';
import type { Messages } from '@/messages/en';
import { useMessages } from './use-messages';
import { shortTime, span } from './when';

/** The line between this page and the server. `at` is when the rows were last known to be true, ISO 8601. */
export type Line = { state: 'first' | 'live' | 'reconnecting' | 'lost' | 'out'; at: string };

type Props = { line: Line; now: number; zone: string };

/** Says whether the rows can be believed, and how old they are when they cannot. */
export function LineWord({ line, now, zone }: Props) {
  const m = useMessages();
  return (
    <p className={clsx('flex min-w-20 items-center gap-1.5 text-small whitespace-nowrap', tones[line.state])}>
      <svg viewBox="0 0 8 8" className="size-2" fill="currentColor" aria-hidden="true">
        {line.state === 'lost' || line.state === 'out' ? (
          <path d="M4 0 8 7.6H0z" />
        ) : (
          <circle cx="4" cy="4" r="3.2" />
        )}
      </svg>
      <span>
        <span role="status">{sentence(line, now, zone, m)}</span>
        {line.state === 'lost' && `, ${m.time.ago(span(now - Date.parse(line.at), m))}`}
      </span>
    </p>
  );
}

const tones: Record<Line['state'], string> = {
  first: 'text-quiet',
  live: 'text-reached',
  reconnecting: 'text-soon',
  lost: 'text-overdue',
  out: 'text-overdue',
};

function sentence({ state, at }: Line, now: number, zone: string, m: Messages): string {
  const { line } = m.board;
  if (state === 'first' || state === 'lost') return line[state](shortTime(at, now, zone, m));
  return line[state];
}
