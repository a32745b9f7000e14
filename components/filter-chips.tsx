import type { BoardJson } from '@/domain/case-json';
import { DeskLink, type Go } from './desk-link';
import { activeFilters, unfilteredPlace } from './filters';
import { X } from './icons';
import { useMessages } from './use-messages';
import { type Place, pageAddress } from './views';

type Props = { place: Place; dids: BoardJson['dids']; onGo: Go };

/** By what the rows are filtered: each can be taken away, or all at once. */
export function FilterChips({ place, dids, onGo }: Props) {
  const m = useMessages();
  const filters = activeFilters(place, dids, m);
  if (filters.length === 0) return null;
  return (
    <nav aria-label={m.find.filteredBy} className="px-4 pt-3 md:px-5">
      <ul className="flex flex-wrap items-center gap-1.5">
        {filters.map(({ name, words, without }) => (
          <li key={name} className="min-w-0">
            <DeskLink
              to={pageAddress(without)}
              onGo={onGo}
              className="flex h-7 max-w-full items-center gap-1.5 rounded-full border border-line bg-panel px-2.5 text-small text-strong hover:bg-hover max-md:h-9"
            >
              <span className="truncate">{words}</span>
              <X className="size-3.5 shrink-0 text-quiet" />
              <span className="sr-only">, {m.find.takeAway}</span>
            </DeskLink>
          </li>
        ))}
        {filters.length > 1 && (
          <li>
            <DeskLink
              to={pageAddress(unfilteredPlace(place))}
              onGo={onGo}
              className="flex h-7 items-center px-2 text-small text-middle underline hover:text-strong max-md:h-9"
            >
              {m.find.clearAll}
            </DeskLink>
          </li>
        )}
      </ul>
    </nav>
  );
}
