import type { Row } from './held-rows';
import { useMessages } from './use-messages';

type Props = {
  /** The rows that are held back. */
  waiting: Row[];
  onShow: () => void;
};

/** Says how many rows are held back, over the head of the table so that nothing moves; brings them on a click. */
export function NewRowsBar({ waiting, onShow }: Props) {
  const m = useMessages();
  const count = waiting.length;
  if (count === 0) return null;
  const words = waiting.every(isNewCall) ? m.board.newCalls : m.board.newRows;
  return (
    <div className="sticky top-14 z-3 h-0 max-md:top-24">
      <button
        type="button"
        onClick={onShow}
        className="mx-auto flex h-8 w-[calc(100%-40px)] items-center gap-2 rounded-corner bg-accent-ground px-3 text-accent shadow-float hover:underline max-md:h-9 max-md:w-auto"
      >
        <span aria-hidden="true" className="text-[9px]">
          ▲
        </span>
        <span className="font-medium">{words(count)}</span>
        <span className="max-md:hidden">{m.board.pressToShow}</span>
      </button>
    </div>
  );
}

/** Not one that somebody brought back, or that was settled meanwhile. */
function isNewCall({ case: { state, decisions } }: Row): boolean {
  return state === 'open' && decisions.length === 0;
}
