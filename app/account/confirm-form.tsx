'use client';

import { type FormEvent, useState } from 'react';
import { send } from '@/app/send';
import { troubleWord } from '@/app/trouble-word';
import { TextField } from '@/components/text-field';
import { TroubleLine } from '@/components/trouble-line';
import { useAllMessages } from '@/components/use-messages';
import { QrCode } from './qr-code';

type Props = {
  /** `otpauth://totp/…`, as authenticator apps read it. */
  uri: string;
  onConfirmed: () => void;
  onCancel: () => void;
};

/** Shows the secret to the app, and lets it show that it has understood. */
export function ConfirmForm({ uri, onConfirmed, onCancel }: Props) {
  const m = useAllMessages();
  const [isBusy, setBusy] = useState(false);
  const [trouble, tell] = useState<string | null>(null);
  const secret = new URL(uri).searchParams.get('secret') ?? '';

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isBusy) return;
    const code = String(new FormData(event.currentTarget).get('code')).replace(/\s/g, '');
    tell(null);
    setBusy(true);
    const sent = await send('POST', '/api/auth/two-factor/verify-totp', { code });
    setBusy(false);
    if (sent.is === 'done') onConfirmed();
    else tell(sent.is === 'refused' && sent.status === 401 ? m.account.codeIsWrong : troubleWord(sent, m));
  }

  return (
    <form aria-labelledby="second-factor" onSubmit={submit} className="flex max-w-[360px] flex-col gap-3">
      <p>{m.account.letAppRead}</p>
      <QrCode text={uri} label={m.account.secretForApp} />
      <p className="text-middle">
        {m.account.orType(<code className="wrap-anywhere text-strong">{secret}</code>)}
      </p>
      <TextField
        id="code"
        name="code"
        type="text"
        inputMode="numeric"
        label={m.account.codeOfApp}
        required
        maxLength={10}
        autoComplete="one-time-code"
      />
      <TroubleLine>{trouble}</TroubleLine>
      <p className="flex gap-2">
        <button type="submit" className="button button-primary max-md:h-9" aria-disabled={isBusy}>
          {m.account.turnOn}
        </button>
        <button type="button" className="button max-md:h-9" onClick={onCancel}>
          {m.pages.cancel}
        </button>
      </p>
    </form>
  );
}
