'use client';

import { type FormEvent, useState } from 'react';
import type { CallerNoteJson } from '@/domain/caller-json';
import { Moment } from './moment';
import { useAllMessages } from './use-messages';

type Props = {
  notes: CallerNoteJson[];
  /** Whether the reader may remove what this person wrote. */
  mayRemove: (by: string) => boolean;
  now: number;
  zone: string;
  onAdd: (text: string) => Promise<boolean>;
  onRemove: (note: CallerNoteJson) => Promise<boolean>;
};

/** What people wrote about the caller, whatever the case. */
export function CallerNotes({ notes, mayRemove, now, zone, onAdd, onRemove }: Props) {
  const m = useAllMessages();
  const [isBusy, setBusy] = useState(false);
  /** The note that its remover is asked about. */
  const [asked, ask] = useState<string | null>(null);

  async function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const text = String(new FormData(form).get('text') ?? '').trim();
    if (text === '' || isBusy) return;
    setBusy(true);
    if (await onAdd(text)) form.reset();
    setBusy(false);
  }

  return (
    <section aria-labelledby="notes" className="flex flex-col gap-3">
      <h3 id="notes" className="text-title font-semibold">
        {m.callers.notes}
      </h3>
      {notes.length === 0 && <p className="text-quiet">{m.callers.noNotes}</p>}
      <ul className="flex flex-col gap-2 empty:hidden" aria-labelledby="notes">
        {notes.map((note) => (
          <li
            key={note.id}
            className="flex flex-col gap-1 rounded-corner border border-line bg-panel px-3 py-2"
          >
            <p className="whitespace-pre-wrap wrap-anywhere">
              <bdi>{note.text}</bdi>
            </p>
            <p className="flex flex-wrap items-center gap-x-2 text-small text-quiet">
              <bdi>{note.by}</bdi>
              <Moment at={note.at} now={now} zone={zone} />
              {mayRemove(note.by) && asked !== note.id && (
                <button
                  type="button"
                  className="needs-script ml-auto min-h-6 underline underline-offset-2 hover:text-strong"
                  onClick={() => ask(note.id)}
                >
                  {m.callers.removeNote}
                  <span className="sr-only">{m.callers.removeNoteOf(note.by)}</span>
                </button>
              )}
              {asked === note.id && (
                <span className="ml-auto flex gap-2">
                  <button
                    type="button"
                    // biome-ignore lint/a11y/noAutofocus: it stands in the place of the button that was pressed
                    autoFocus
                    className="button max-md:h-9"
                    onClick={() => void onRemove(note)}
                  >
                    {m.callers.removeForGood}
                  </button>
                  <button type="button" className="button max-md:h-9" onClick={() => ask(null)}>
                    {m.callers.keepNote}
                  </button>
                </span>
              )}
            </p>
          </li>
        ))}
      </ul>
      <form onSubmit={add} className="needs-script flex flex-col items-start gap-2">
        <label htmlFor="new-note" className="text-small text-middle">
          {m.callers.newNote}
        </label>
        <textarea
          id="new-note"
          name="text"
          rows={1}
          maxLength={2000}
          className="field field-sizing-content max-h-60 min-h-9 w-full resize-y"
        />
        <button type="submit" className="button max-md:h-9" aria-disabled={isBusy}>
          {m.callers.addNote}
        </button>
      </form>
    </section>
  );
}
