'use client';

import { type FormEvent, useState } from 'react';
import { type Sent, send } from '@/app/send';
import { troubleWord } from '@/app/trouble-word';
import { TextField } from '@/components/text-field';
import { TroubleLine } from '@/components/trouble-line';
import { useAlive } from '@/components/use-alive';
import { useAllMessages } from '@/components/use-messages';
import type { AllMessages } from '@/messages/all';

type Props = { onIn: () => void; onSecond: () => void };

type SignedIn = { twoFactorRedirect?: boolean };

/** E-mail and password. */
export function PasswordStep({ onIn, onSecond }: Props) {
  const m = useAllMessages();
  const [isBusy, setBusy] = useState(false);
  const isAlive = useAlive();
  const [trouble, tell] = useState<string | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isBusy) return;
    const typed = new FormData(event.currentTarget);
    tell(null);
    setBusy(true);
    const sent = await send<SignedIn>('POST', '/api/auth/sign-in/email', {
      email: String(typed.get('email')).trim(),
      password: String(typed.get('password')),
    });
    setBusy(false);
    if (sent.is !== 'done') tell(sentenceOf(sent, m));
    else if (sent.good.twoFactorRedirect) onSecond();
    else onIn();
  }

  return (
    <form onSubmit={submit} className="needs-script flex flex-col gap-3">
      <TextField
        id="email"
        name="email"
        type="email"
        label={m.account.email}
        required
        maxLength={254}
        autoComplete="username"
      />
      <TextField
        id="password"
        name="password"
        type="password"
        label={m.account.password}
        required
        maxLength={200}
        autoComplete="current-password"
      />
      <TroubleLine>{trouble}</TroubleLine>
      <button type="submit" className="button button-primary h-9" aria-disabled={isBusy} disabled={!isAlive}>
        {isBusy ? m.account.signingIn : m.account.signIn}
      </button>
    </form>
  );
}

/** One sentence for an unknown address, a wrong password and a disabled account: it tells nobody who is here. */
function sentenceOf(sent: Exclude<Sent<SignedIn>, { is: 'done' }>, m: AllMessages): string {
  const isWrong = sent.is === 'refused' && (sent.status === 401 || sent.status === 400);
  return isWrong ? m.account.signInIsWrong : troubleWord(sent, m);
}
