import { DeskLink, type Go } from './desk-link';
import { type Place, pageAddress, rowsAtFirst, rowsAtMost } from './views';

type Props = { place: Place; hasMore: boolean; onGo: Go };

/** The way to the rows that are not shown, as far as it goes. */
export function MoreRows({ place, hasMore, onGo }: Props) {
  if (!hasMore) return null;
  if (place.limit >= rowsAtMost) {
    return (
      <p className="px-5 py-4 text-middle">
        These are the first {rowsAtMost}. Search, or choose a number, to see the others.
      </p>
    );
  }
  const limit = Math.min(rowsAtMost, place.limit < rowsAtFirst * 2 ? rowsAtFirst * 2 : rowsAtMost);
  return (
    <p className="px-5 py-3">
      <DeskLink to={pageAddress({ ...place, limit })} onGo={onGo} className="button">
        Show more
      </DeskLink>
    </p>
  );
}
