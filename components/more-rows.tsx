import { DeskLink, type Go } from './desk-link';
import { useMessages } from './use-messages';
import { type Place, pageAddress, rowsAtFirst, rowsAtMost } from './views';

type Props = { place: Place; hasMore: boolean; onGo: Go };

/** The way to the rows that are not shown, as far as it goes. */
export function MoreRows({ place, hasMore, onGo }: Props) {
  const m = useMessages();
  if (!hasMore) return null;
  if (place.limit >= rowsAtMost) {
    return <p className="px-5 py-4 text-middle">{m.board.firstRows(rowsAtMost)}</p>;
  }
  const limit = Math.min(rowsAtMost, place.limit < rowsAtFirst * 2 ? rowsAtFirst * 2 : rowsAtMost);
  return (
    <p className="px-5 py-3">
      <DeskLink to={pageAddress({ ...place, limit })} onGo={onGo} className="button">
        {m.board.showMore}
      </DeskLink>
    </p>
  );
}
