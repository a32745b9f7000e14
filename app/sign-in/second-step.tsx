'use client';

import { type FormEvent, useState } from 'react';
import { type Sent, send } from '@/app/send';
import { TextField } from '@/components/text-field';
import { TroubleLine } from '@/components/trouble-line';

type Props = { onIn: () => void; onBack: () => void };

/** The code of an authenticator app, or one of the recovery codes. */
export function SecondStep({ onIn, onBack }: Props) {
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
    else tell(sentenceOf(sent));
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      {isRecovery ? (
        <TextField
          key="recovery"
          id="code"
          name="code"
          type="text"
          label="Recovery code"
          hint="Each of them works once."
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
          label="Code"
          hint="The six digits that your authenticator app shows now."
          required
          maxLength={10}
          autoComplete="one-time-code"
          ref={focusOnce}
        />
      )}
      <TroubleLine>{trouble}</TroubleLine>
      <button type="submit" className="button button-primary h-9" aria-disabled={isBusy}>
        {isBusy ? 'Signing in…' : 'Go on'}
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
          {isRecovery ? 'Use the app' : 'Use a recovery code'}
        </button>
        <button type="button" className="button max-md:h-9" onClick={onBack}>
          Back
        </button>
      </p>
    </form>
  );
}

/** What comes next is typed here. */
function focusOnce(field: HTMLInputElement | null): void {
  field?.focus();
}

function sentenceOf(sent: Exclude<Sent<unknown>, { is: 'done' }>): string {
  if (sent.is === 'unanswered' || sent.status === 429) return sent.sentence;
  if (sent.code === 'INVALID_TWO_FACTOR_COOKIE') return 'That took too long. Go back and begin again.';
  if (sent.code === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE') return 'Too many tries. Go back and begin again.';
  return 'This code is wrong or used already.';
}
