'use client';

import { type FormEvent, useState } from 'react';
import { useDeskPage } from '@/app/desk-page';
import { send } from '@/app/send';
import { toast } from '@/app/toast';
import { troubleWord } from '@/app/trouble-word';
import { TextField } from '@/components/text-field';
import { TroubleLine } from '@/components/trouble-line';
import { useAlive } from '@/components/use-alive';
import { useAllMessages } from '@/components/use-messages';

/** Another password; whoever is signed in by the old one elsewhere is put out. */
export function PasswordForm({ email }: { email: string }) {
  const m = useAllMessages();
  const { refresh } = useDeskPage();
  const [isBusy, setBusy] = useState(false);
  const isAlive = useAlive();
  const [wrong, setWrong] = useState<string | null>(null);
  const [trouble, tell] = useState<string | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isBusy) return;
    const form = event.currentTarget;
    const typed = new FormData(form);
    tell(null);
    setWrong(null);
    setBusy(true);
    const sent = await send('POST', '/api/auth/change-password', {
      currentPassword: String(typed.get('current')),
      newPassword: String(typed.get('new')),
      revokeOtherSessions: true,
    });
    setBusy(false);
    if (sent.is === 'done') {
      form.reset();
      toast(m.account.passwordChanged);
      void refresh();
    } else if (sent.is === 'refused' && sent.code === 'INVALID_PASSWORD') setWrong(m.account.notYourPassword);
    else tell(troubleWord(sent, m));
  }

  return (
    <section aria-labelledby="password-heading" className="needs-script flex flex-col gap-3">
      <h2 id="password-heading" className="text-title font-semibold">
        {m.account.password}
      </h2>
      <form
        aria-labelledby="password-heading"
        onSubmit={submit}
        className="flex max-w-[360px] flex-col gap-3"
      >
        {/* Password managers want to know whose it is. */}
        <input type="text" hidden readOnly value={email} autoComplete="username" />
        <TextField
          id="current"
          name="current"
          type="password"
          label={m.account.passwordNow}
          wrong={wrong}
          required
          maxLength={200}
          autoComplete="current-password"
        />
        <TextField
          id="new"
          name="new"
          type="password"
          label={m.account.newPassword}
          hint={m.account.passwordLength}
          required
          minLength={12}
          maxLength={200}
          autoComplete="new-password"
        />
        <TroubleLine>{trouble}</TroubleLine>
        <button
          type="submit"
          className="button self-start max-md:h-9"
          aria-disabled={isBusy}
          disabled={!isAlive}
        >
          {isBusy ? m.account.changing : m.account.changePassword}
        </button>
      </form>
    </section>
  );
}
