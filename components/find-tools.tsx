import type { ReactNode } from 'react';
import type { BoardJson } from '@/domain/case-json';
import { mayDo, type Person } from '@/domain/person';
import { ExportLink } from './export-link';
import { FilterButton } from './filter-button';
import { BookmarkPlus } from './icons';
import { useMessages } from './use-messages';
import { caseQuery, type Place } from './views';

type Props = {
  place: Place;
  board: BoardJson;
  by: Person;
  onGo: (address: string) => void;
  onSaveView: () => void;
  /** The saved views, where there is no rail to show them. */
  savedViews: ReactNode;
};

/** Beside the search: filters, a name for them, and a file of what they leave. */
export function FindTools({ place, board, by, onGo, onSaveView, savedViews }: Props) {
  const { find } = useMessages();
  return (
    <div className="flex gap-1.5">
      <FilterButton place={place} dids={board.dids} names={namesIn(board, by)} me={by.name} onGo={onGo}>
        <div className="md:hidden">{savedViews}</div>
      </FilterButton>
      {mayDo(by, 'keep') && (
        <button
          type="button"
          className="button needs-script h-8 max-md:h-9"
          aria-haspopup="dialog"
          title={find.saveHint}
          onClick={onSaveView}
        >
          <BookmarkPlus className="size-3.5" strokeWidth={1.75} />
          <span className="max-md:sr-only">{find.saveView}</span>
        </button>
      )}
      {mayDo(by, 'export') && <ExportLink to={`/api/cases.csv?${exportQuery(place, by.name)}`} />}
    </div>
  );
}

function exportQuery(place: Place, me: string): URLSearchParams {
  const query = caseQuery(place, me);
  query.delete('limit');
  return query;
}

/** The reader, and whoever is named in the rows that are here. */
function namesIn({ cases }: BoardJson, by: Person): string[] {
  const named = cases.flatMap(({ claimedBy, lastAttemptBy, closedBy }) => [
    claimedBy,
    lastAttemptBy,
    closedBy,
  ]);
  return [...new Set([by.name, ...named])].filter((name) => name !== null);
}
