import type { Go } from './desk-link';
import { Bookmark } from './icons';
import { RailHeading, RailLink } from './rail-link';
import { useMessages } from './use-messages';
import { asIcon } from './view-icon';

export type SavedViewJson = { id: string; name: string; query: string };

type Props = {
  id: string;
  views: SavedViewJson[];
  /** The query of the page's address, where it is the board's. */
  current: string | null;
  onGo?: Go;
  onEdit: () => void;
};

/** The places that the reader saved, under the views. */
export function SavedViews({ id, views, current, onGo, onEdit }: Props) {
  const { find } = useMessages();
  if (views.length === 0) return null;
  return (
    <nav aria-labelledby={id}>
      <div className="flex items-end justify-between">
        <RailHeading id={id}>{find.savedViews}</RailHeading>
        <button
          type="button"
          onClick={onEdit}
          className="needs-script mb-0.5 h-6 rounded-corner px-2 text-small text-quiet hover:bg-hover hover:text-strong"
        >
          {find.edit}
          <span className="sr-only"> {find.savedViews}</span>
        </button>
      </div>
      <ul className="flex flex-col gap-px">
        {views.map((view) => (
          <RailLink
            key={view.id}
            to={view.query ? `/?${view.query}` : '/'}
            isCurrent={current === view.query}
            onGo={onGo}
          >
            <Bookmark {...asIcon} />
            <span className="grow truncate">{view.name}</span>
          </RailLink>
        ))}
      </ul>
    </nav>
  );
}
