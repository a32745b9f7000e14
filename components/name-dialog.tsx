'use client';

import type { FormEvent } from 'react';
import { DialogBox } from './dialog-box';

type Props = { isOpen: boolean; name: string | null; onName: (name: string) => void; onClose: () => void };

/** Asks once who is sitting here; what they mark carries the name (until there are accounts). */
export function NameDialog({ isOpen, name, onName, onClose }: Props) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget).get('name') ?? '').trim();
    if (typed) onName(typed);
  };
  return (
    <DialogBox isOpen={isOpen} label="Who are you?" onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <label htmlFor="your-name" className="text-title font-semibold">
          Who are you?
        </label>
        <p className="text-middle">
          Your colleagues see this name beside what you mark. This browser remembers it.
        </p>
        <input
          id="your-name"
          name="name"
          type="text"
          required
          maxLength={60}
          pattern=".*\S.*"
          defaultValue={name ?? ''}
          autoComplete="given-name"
          placeholder="Asha"
          className="h-9 rounded-corner border border-edge bg-ground px-2.5 max-md:text-[16px]"
        />
        <p className="flex justify-end gap-2">
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="button button-primary">
            Go on
          </button>
        </p>
      </form>
    </DialogBox>
  );
}
