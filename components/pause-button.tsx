import { Pause, Play } from './icons';
import { useMessages } from './use-messages';

type Props = { isPaused: boolean; onPause: (isPaused: boolean) => void };

/** Lets the rows stand still until somebody has them go on (WCAG 2.2.2). */
export function PauseButton({ isPaused, onPause }: Props) {
  const m = useMessages();
  const Icon = isPaused ? Play : Pause;
  return (
    <button
      type="button"
      aria-pressed={isPaused}
      aria-label={m.board.pause}
      title={m.board.pauseTitle}
      onClick={() => onPause(!isPaused)}
      className={`needs-script flex h-6 min-w-6 items-center justify-center gap-1 rounded-corner px-1 text-small ${
        isPaused ? 'bg-soon-ground text-soon' : 'text-quiet hover:bg-hover hover:text-strong'
      }`}
    >
      <Icon className="size-3.5" strokeWidth={1.75} />
      {isPaused && <span aria-hidden="true">{m.board.paused}</span>}
    </button>
  );
}
