import type { CallerFiguresJson } from '@/domain/caller-json';
import { useAllMessages } from './use-messages';
import { counted } from './when';

/** How often they rang, were missed and were reached. */
export function CallerFigures({ figures }: { figures: CallerFiguresJson }) {
  const m = useAllMessages();
  const all = [
    [figures.rang, m.callers.rang],
    [figures.missed, m.callers.missed],
    [figures.reached, m.callers.reached],
  ] as const;
  return (
    <ul aria-label={m.callers.figures} className="flex flex-wrap gap-x-8 gap-y-2">
      {all.map(([count, word]) => (
        <li key={word} className="flex flex-col">
          <strong className="text-figure font-semibold tabular-nums">
            {figures.isPartial ? m.callers.atLeast(counted(count, m)) : counted(count, m)}
          </strong>{' '}
          <span className="text-small text-quiet">{word}</span>
        </li>
      ))}
    </ul>
  );
}
