'use client';

import { type FormEvent, useState } from 'react';
import { TextField } from '@/components/text-field';
import { TroubleLine } from '@/components/trouble-line';
import { useAlive } from '@/components/use-alive';
import { useAllMessages } from '@/components/use-messages';
import { send } from './send';
import { troubleWord } from './trouble-word';

type Props = {
  /** Where the account is asked for, with what is sent beside it. */
  address: string;
  beside: object;
  action: string;
  /** Where whoever has the account begins. */
  then?: string;
};

type Wrong = { field: string | null; sentence: string };

const fields = ['name', 'email', 'password'];

/** A name, an address and a password; then the new account is signed in. */
export function NewAccountForm({ address, beside, action, then = '/' }: Props) {
  const m = useAllMessages();
  const [isBusy, setBusy] = useState(false);
  const isAlive = useAlive();
  const [wrong, tell] = useState<Wrong | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isBusy) return;
    const typed = new FormData(event.currentTarget);
    const [name, email, password] = fields.map((field) => String(typed.get(field)));
    tell(null);
    setBusy(true);
    const made = await send('POST', address, {
      ...beside,
      name: name?.trim(),
      email: email?.trim(),
      password,
    });
    if (made.is !== 'done') {
      const field = made.is === 'refused' && fields.includes(made.field ?? '') ? made.field : null;
      tell({ field, sentence: plain(troubleWord(made, m), field) });
      setBusy(false);
      if (field) document.getElementById(field)?.focus();
      return;
    }
    const entered = await send('POST', '/api/auth/sign-in/email', { email: email?.trim(), password });
    // Whoever is not let in at once signs in by hand: the account is there.
    window.location.assign(entered.is === 'done' ? then : '/sign-in');
  }

  const wrongOf = (field: string) => (wrong?.field === field ? wrong.sentence : null);
  return (
    <form onSubmit={submit} className="needs-script flex flex-col gap-3">
      <TextField
        id="name"
        name="name"
        type="text"
        label={m.account.name}
        hint={m.account.nameHint}
        wrong={wrongOf('name')}
        required
        maxLength={60}
        autoComplete="name"
      />
      <TextField
        id="email"
        name="email"
        type="email"
        label={m.account.email}
        wrong={wrongOf('email')}
        required
        maxLength={254}
        autoComplete="username"
      />
      <TextField
        id="password"
        name="password"
        type="password"
        label={m.account.password}
        hint={m.account.passwordLength}
        wrong={wrongOf('password')}
        required
        minLength={12}
        maxLength={200}
        autoComplete="new-password"
      />
      <TroubleLine>{wrong && wrong.field === null ? wrong.sentence : null}</TroubleLine>
      <button type="submit" className="button button-primary h-9" aria-disabled={isBusy} disabled={!isAlive}>
        {isBusy ? m.account.oneMoment : action}
      </button>
    </form>
  );
}

/** "`password` is too common." beside the field itself: "Is too common." */
function plain(sentence: string, field: string | null): string {
  const start = `\`${field}\` `;
  if (!sentence.startsWith(start)) return sentence;
  const rest = sentence.slice(start.length);
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}
