'use client';

import type { FormEvent } from 'react';
import { DialogBox } from '@/components/dialog-box';
import { useAllMessages } from '@/components/use-messages';

type Props = { isOpen: boolean; onClose: () => void; onDiscard: (note: string) => void };

/** Asks why a record may go: the note stays with it. */
export function DiscardDialog({ isOpen, onClose, onDiscard }: Props) {
  const { quarantine, pages } = useAllMessages();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const note = String(new FormData(event.currentTarget).get('note') ?? '').trim();
    if (note) onDiscard(note);
  };
  return (
    <DialogBox isOpen={isOpen} label={quarantine.discard} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <label htmlFor="discard-note" className="text-title font-semibold">
          {quarantine.whyDiscard}
        </label>
        <p className="text-middle">{quarantine.discardLine}</p>
        <input
          id="discard-note"
          name="note"
          type="text"
          required
          maxLength={2000}
          pattern=".*\S.*"
          autoComplete="off"
          placeholder={quarantine.discardExample}
          className="field"
        />
        <p className="flex justify-end gap-2">
          <button type="button" className="button" onClick={onClose}>
            {pages.cancel}
          </button>
          <button type="submit" className="button button-primary">
            {quarantine.discard}
          </button>
        </p>
      </form>
    </DialogBox>
  );
}
