'use client';

import { type FormEvent, useEffect, useRef, useState } from 'react';
import { longestName } from '@/domain/contact-names';
import { useAllMessages } from './use-messages';

type Props = {
  name: string | null;
  display: string;
  /** Resolves to true once it is saved. */
  onSave: (name: string | null) => Promise<boolean>;
};

/** The caller's name, changed where it stands. */
export function CallerName({ name, display, onSave }: Props) {
  const m = useAllMessages();
  const [isEdited, edit] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const wasEdited = useRef(false);

  // "Add a name" on a case leads here.
  useEffect(() => {
    if (window.location.hash === '#name') edit(true);
  }, []);
  useEffect(() => {
    if (wasEdited.current && !isEdited) opener.current?.focus();
    wasEdited.current = isEdited;
  }, [isEdited]);

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isBusy) return;
    const given = String(new FormData(event.currentTarget).get('name') ?? '').trim();
    setBusy(true);
    const isSaved = await onSave(given || null);
    setBusy(false);
    if (isSaved) edit(false);
  }

  if (isEdited) {
    return (
      <form onSubmit={save} className="flex flex-wrap items-end gap-2">
        <label className="flex flex-col gap-1">
          <span className="text-small text-middle">{m.callers.name}</span>
          <input
            // biome-ignore lint/a11y/noAutofocus: somebody has just asked for this field
            autoFocus
            name="name"
            defaultValue={name ?? ''}
            maxLength={longestName}
            autoComplete="off"
            onKeyDown={(event) => event.key === 'Escape' && edit(false)}
            className="field w-72"
          />
        </label>
        <button type="submit" className="button button-primary h-8 max-md:h-9" aria-disabled={isBusy}>
          {m.callers.save}
        </button>
        <button type="button" className="button h-8 max-md:h-9" onClick={() => edit(false)}>
          {m.callers.cancel}
        </button>
      </form>
    );
  }
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <h2 id="caller" className="min-w-0 text-figure font-semibold wrap-anywhere">
        <bdi>{name ?? display}</bdi>
      </h2>
      <button
        ref={opener}
        type="button"
        className="needs-script min-h-6 text-small text-accent underline underline-offset-2"
        onClick={() => edit(true)}
      >
        {name === null ? m.callers.giveName : m.callers.changeName}
      </button>
    </div>
  );
}
