'use client';

import { type FormEvent, useEffect, useEffectEvent, useRef } from 'react';
import { DeskLink } from './desk-link';
import { Search, X } from './icons';
import { useMessages } from './use-messages';
import { type Place, pageAddress, placeParams } from './views';

type Props = { place: Place; onSearch: (text: string) => void };

/** Finds callers by a part of their name or number: a plain form, answered while typing where there is a script. */
export function SearchBox({ place, onSearch }: Props) {
  const { find } = useMessages();
  const field = useRef<HTMLInputElement>(null);
  const asked = place.q ?? '';

  const typedEarly = useEffectEvent(() => {
    const typed = field.current?.value ?? '';
    if (typed.trim() !== asked) onSearch(typed);
  });
  // What somebody typed before the script was there is searched for all the same.
  useEffect(() => typedEarly(), []);
  const isFirst = useRef(true);
  useEffect(() => {
    const input = field.current;
    if (!isFirst.current && input && input !== document.activeElement) input.value = asked;
    isFirst.current = false;
  }, [asked]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch(field.current?.value ?? '');
  };

  return (
    <form action="/" onSubmit={submit} className="relative w-full md:ml-auto md:w-64">
      {[...placeParams({ ...place, q: null })].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Search className="absolute top-2 left-2.5 size-4 text-quiet" strokeWidth={1.75} />
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
        placeholder={find.nameOrNumber}
        aria-label={find.search}
        autoComplete="off"
        spellCheck={false}
        className="h-8 w-full rounded-corner border border-line bg-panel pr-8 pl-8 text-[16px] focus-visible:outline-offset-0 md:text-base"
      />
      {place.q ? (
        <DeskLink
          to={pageAddress({ ...place, q: null })}
          // In the place of what was typed last, and is not searched for yet.
          onGo={() => {
            if (field.current) field.current.value = '';
            onSearch('');
          }}
          className="absolute top-1 right-1 flex size-6 items-center justify-center rounded-[4px] text-quiet hover:bg-hover hover:text-strong"
        >
          <X className="size-3.5" />
          <span className="sr-only">{find.clearSearch}</span>
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
