'use client';

import { type FormEvent, useState } from 'react';
import type { Sent } from '@/app/send';
import { troubleWord } from '@/app/trouble-word';
import { TextField } from '@/components/text-field';
import { TroubleLine } from '@/components/trouble-line';
import { useAlive } from '@/components/use-alive';
import { useAllMessages } from '@/components/use-messages';

type Props = { onProve: (password: string) => Promise<Sent<unknown>>; onCancel: () => void };

/** Asks for the password once more, before the second factor changes. */
export function ProveForm({ onProve, onCancel }: Props) {
  const m = useAllMessages();
  const [isBusy, setBusy] = useState(false);
  const isAlive = useAlive();
  const [trouble, tell] = useState<string | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isBusy) return;
    const password = String(new FormData(event.currentTarget).get('password'));
    tell(null);
    setBusy(true);
    const sent = await onProve(password);
    if (sent.is === 'done') return;
    setBusy(false);
    const isWrong = sent.is === 'refused' && sent.code === 'INVALID_PASSWORD';
    tell(isWrong ? m.account.notYourPassword : troubleWord(sent, m));
  }

  return (
    <form
      aria-labelledby="second-factor"
      onSubmit={submit}
      className="flex w-full max-w-[360px] flex-col gap-3"
    >
      <TextField
        id="proof"
        name="password"
        type="password"
        label={m.account.passwordFirst}
        required
        maxLength={200}
        autoComplete="current-password"
        ref={focusOnce}
      />
      <TroubleLine>{trouble}</TroubleLine>
      <p className="flex gap-2">
        <button
          type="submit"
          className="button button-primary max-md:h-9"
          aria-disabled={isBusy}
          disabled={!isAlive}
        >
          {m.account.goOn}
        </button>
        <button type="button" className="button max-md:h-9" onClick={onCancel}>
          {m.pages.cancel}
        </button>
      </p>
    </form>
  );
}

function focusOnce(field: HTMLInputElement | null): void {
  field?.focus();
}
