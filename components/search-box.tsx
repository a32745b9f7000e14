'use client';

import { Search, X } from 'lucide-react';
import { type FormEvent, useEffect, useRef } from 'react';
import { DeskLink, type Go } from './desk-link';
import { type Place, pageAddress } from './views';

type Props = { place: Place; onGo: Go; onSearch: (text: string) => void };

/** Finds callers by a part of their name or number: a plain form, answered while typing where there is a script. */
export function SearchBox({ place, onGo, onSearch }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const asked = place.q ?? '';

  useEffect(() => {
    const input = field.current;
    if (input && input !== document.activeElement) input.value = asked;
  }, [asked]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch(field.current?.value ?? '');
  };

  return (
    <form action="/" onSubmit={submit} className="relative w-full md:ml-auto md:w-64">
      {place.view !== 'open' && <input type="hidden" name="view" value={place.view} />}
      {place.did && <input type="hidden" name="did" value={place.did} />}
      <Search className="absolute top-2 left-2.5 size-4 text-quiet" strokeWidth={1.75} aria-hidden="true" />
      <input
        ref={field}
        id="search"
        type="text"
        inputMode="search"
        enterKeyHint="search"
        name="q"
        maxLength={100}
        defaultValue={asked}
        onChange={(event) => onSearch(event.target.value)}
        placeholder="Name or number"
        aria-label="Search by name or number"
        autoComplete="off"
        spellCheck={false}
        className="h-8 w-full rounded-corner border border-line bg-panel pr-8 pl-8 text-[16px] focus-visible:outline-offset-0 md:text-base"
      />
      {place.q ? (
        <DeskLink
          to={pageAddress({ view: place.view, did: place.did })}
          onGo={(address) => {
            if (field.current) field.current.value = '';
            onGo(address);
          }}
          className="absolute top-1 right-1 flex size-6 items-center justify-center rounded-[4px] text-quiet hover:bg-hover hover:text-strong"
        >
          <X className="size-3.5" aria-hidden="true" />
          <span className="sr-only">Clear the search</span>
        </DeskLink>
      ) : (
        <span
          aria-hidden="true"
          className="key needs-script absolute top-[7px] right-2 hidden text-quiet md:block"
        >
          /
        </span>
      )}
    </form>
  );
}
