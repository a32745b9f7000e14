'use client';

import type { ReactNode } from 'react';
import { DeskLink } from '@/components/desk-link';
import { TriangleAlert } from '@/components/icons';
import { useAllMessages } from '@/components/use-messages';
import type { SetupJson } from '@/desk/setup';
import type { WebhookUrl } from '@/desk/webhook-url';
import { CopyField } from './copy-field';
import { StepButtons } from './step-buttons';
import { useTakeStep } from './take-step';

type Props = { webhook: WebhookUrl; onTaken: (saved: SetupJson) => void };

/** The URL for PIOPIY, where it goes there, and whether PIOPIY can reach it. */
export function WebhookStep({ webhook: { url, reach, hasAddress }, onTaken }: Props) {
  const { setup } = useAllMessages().first;
  const { isBusy, wrong, take } = useTakeStep('webhook', onTaken);
  return (
    <div className="flex flex-col gap-3">
      {reach === 'public' ? (
        <p className="text-middle">{setup.reach.public}</p>
      ) : (
        <Warning>
          <strong className="font-semibold">{setup.reach[reach]}</strong> {setup.reachTodo}
        </Warning>
      )}
      {reach === 'public' && !hasAddress && <Warning>{setup.guessed}</Warning>}
      {reach === 'public' && url.startsWith('http:') && <Warning>{setup.notHttps}</Warning>}
      <CopyField id="webhook-url" label={setup.urlLabel} hint={setup.urlHint} text={url} />
      <ol className="flex list-decimal flex-col gap-1 pl-5 text-middle">
        {setup.whereTo.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <p>
        <DeskLink to="/data/tokens" className="text-accent underline underline-offset-2">
          {setup.anotherToken}
        </DeskLink>
      </p>
      <StepButtons trouble={wrong?.sentence ?? null} onSkip={() => void take('skipped')}>
        <button
          type="button"
          className="button button-primary max-md:h-9"
          aria-disabled={isBusy}
          onClick={() => void take('done')}
        >
          {setup.isThere}
        </button>
      </StepButtons>
    </div>
  );
}

function Warning({ children }: { children: ReactNode }) {
  return (
    <p className="flex gap-2 rounded-corner bg-soon-ground px-3 py-2 text-soon">
      <TriangleAlert className="mt-0.5 size-4 shrink-0" />
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </p>
  );
}
