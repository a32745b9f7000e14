import { type ReactNode, useState } from 'react';
import type { BoardJson } from '@/domain/case-json';
import { activeFilters } from './filters';
import { ListFilter } from './icons';
import { later } from './later';
import { useMessages } from './use-messages';
import { type Place, pageAddress } from './views';

/** Comes after the first load, when the filters are opened. */
const FilterForm = later(() => import('./filter-form').then((piece) => piece.FilterForm), {
  isServed: false,
});

type Props = {
  place: Place;
  dids: BoardJson['dids'];
  /** Of people, to choose from. */
  names: string[];
  me: string;
  onGo: (address: string) => void;
  /** Beneath the filters. */
  children?: ReactNode;
};

/** Opens the filters; a mark says how many are set. */
export function FilterButton({ place, dids, names, me, onGo, children }: Props) {
  const m = useMessages();
  const [isOpen, setOpen] = useState(false);
  const count = activeFilters(place, dids, m).filter(({ name }) => name !== 'q').length;
  const go = (address: string) => {
    document.getElementById('filters')?.hidePopover();
    onGo(address);
  };
  return (
    <>
      <button type="button" popoverTarget="filters" className="button needs-script h-8 max-md:h-9">
        <ListFilter className="size-3.5" strokeWidth={1.75} />
        {m.find.filter}
        {count > 0 && (
          <span className="flex h-4 min-w-4 items-center justify-center rounded-full bg-accent px-1 text-tiny text-panel">
            <span aria-hidden="true">{count}</span>
            <span className="sr-only">{m.find.areSet(count)}</span>
          </span>
        )}
      </button>
      <div
        id="filters"
        popover="auto"
        role="dialog"
        aria-label={m.find.filters}
        onToggle={(event) => setOpen(event.newState === 'open')}
        className="m-auto max-h-[calc(100dvh-32px)] w-[min(340px,calc(100vw-32px))] overflow-y-auto rounded-[10px] border border-line bg-panel p-4 text-strong shadow-float md:supports-[position-area:bottom]:m-0 md:supports-[position-area:bottom]:my-1.5 md:supports-[position-area:bottom]:[inset:auto] md:supports-[position-area:bottom]:[position-area:bottom_span-left] md:supports-[position-area:bottom]:[position-try-fallbacks:flip-inline]"
      >
        {isOpen && (
          <FilterForm key={pageAddress(place)} place={place} dids={dids} names={names} me={me} onGo={go} />
        )}
        {children}
      </div>
    </>
  );
}
