'use client';

import { type FormEvent, useState } from 'react';
import { type Sent, send } from '@/app/send';
import { troubleWord } from '@/app/trouble-word';
import { TextField } from '@/components/text-field';
import { TroubleLine } from '@/components/trouble-line';
import { useAllMessages } from '@/components/use-messages';
import type { AllMessages } from '@/messages/all';

type Props = { onIn: () => void; onBack: () => void };

/** The code of an authenticator app, or one of the recovery codes. */
export function SecondStep({ onIn, onBack }: Props) {
  const m = useAllMessages();
  const [isRecovery, setRecovery] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [trouble, tell] = useState<string | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isBusy) return;
    const typed = String(new FormData(event.currentTarget).get('code'));
    tell(null);
    setBusy(true);
    const path = isRecovery ? 'verify-backup-code' : 'verify-totp';
    const code = isRecovery ? typed.trim() : typed.replace(/\s/g, '');
    const sent = await send('POST', `/api/auth/two-factor/${path}`, { code });
    setBusy(false);
    if (sent.is === 'done') onIn();
    else tell(sentenceOf(sent, m));
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      {isRecovery ? (
        <TextField
          key="recovery"
          id="code"
          name="code"
          type="text"
          label={m.account.recoveryCode}
          hint={m.account.recoveryCodeHint}
          required
          maxLength={40}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          ref={focusOnce}
        />
      ) : (
        <TextField
          key="app"
          id="code"
          name="code"
          type="text"
          inputMode="numeric"
          label={m.account.code}
          hint={m.account.codeHint}
          required
          maxLength={10}
          autoComplete="one-time-code"
          ref={focusOnce}
        />
      )}
      <TroubleLine>{trouble}</TroubleLine>
      <button type="submit" className="button button-primary h-9" aria-disabled={isBusy}>
        {isBusy ? m.account.signingIn : m.account.goOn}
      </button>
      <p className="flex flex-wrap gap-2">
        <button
          type="button"
          className="button max-md:h-9"
          onClick={() => {
            tell(null);
            setRecovery(!isRecovery);
          }}
        >
          {isRecovery ? m.account.useApp : m.account.useRecoveryCode}
        </button>
        <button type="button" className="button max-md:h-9" onClick={onBack}>
          {m.account.back}
        </button>
      </p>
    </form>
  );
}

/** What comes next is typed here. */
function focusOnce(field: HTMLInputElement | null): void {
  field?.focus();
}

function sentenceOf(sent: Exclude<Sent<unknown>, { is: 'done' }>, m: AllMessages): string {
  if (sent.is === 'unanswered' || sent.status === 429) return troubleWord(sent, m);
  if (sent.code === 'INVALID_TWO_FACTOR_COOKIE') return m.account.tookTooLong;
  if (sent.code === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE') return m.account.tooManyCodes;
  return m.account.codeIsWrongOrUsed;
}
