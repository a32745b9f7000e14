'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import useSWR from 'swr';
import { useDeskPage } from '@/app/desk-page';
import type { Country } from '@/app/settings/places';
import { useAllMessages } from '@/components/use-messages';
import type { SetupJson } from '@/desk/setup';
import type { WebhookUrl } from '@/desk/webhook-url';
import { CallStep } from './call-step';
import { NameStep } from './name-step';
import { fetchSetup } from './setup-fetch';
import { Step } from './step';
import { WebhookStep } from './webhook-step';

type Props = { first: SetupJson; webhook: WebhookUrl; countries: Country[]; timeZones: string[] };
type StepName = 'name' | 'webhook' | 'call';

/** The three steps: one is open, and every one can be opened again. */
export function LiveSetup({ first, webhook, countries, timeZones }: Props) {
  const { first: texts } = useAllMessages();
  const { revision } = useDeskPage();
  const router = useRouter();
  const { data: setup = first, mutate } = useSWR('setup', fetchSetup, {
    fallbackData: first,
    revalidateOnMount: false,
    revalidateOnFocus: false,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the desk has changed: perhaps the first record is there
  useEffect(() => void mutate().catch(() => undefined), [revision, mutate]);
  const [open, setOpen] = useState<StepName>(() => nextOf(first));
  const list = useRef<HTMLOListElement>(null);

  function goTo(step: StepName): void {
    setOpen(step);
    // Whoever pressed a button that is gone now goes on where the next step begins.
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`#step-${step}`)?.focus());
  }
  function taken(saved: SetupJson): void {
    void mutate(saved, { revalidate: false });
    // The frame of the page tells its times in the zone that may have been changed just now.
    router.refresh();
    goTo(nextOf(saved));
  }

  const { setup: words } = texts;
  const { steps, came } = setup;
  return (
    <div className="flex w-full max-w-[720px] flex-col gap-4 px-4 py-5 md:px-5">
      <p className="text-middle">{words.lead}</p>
      <ol ref={list} className="flex flex-col gap-3">
        <Step
          id="name"
          number={1}
          heading={words.nameStep}
          said={steps.name}
          isOpen={open === 'name'}
          onOpen={() => goTo('name')}
        >
          <NameStep saved={setup} countries={countries} timeZones={timeZones} onTaken={taken} />
        </Step>
        <Step
          id="webhook"
          number={2}
          heading={words.webhookStep}
          said={steps.webhook}
          isOpen={open === 'webhook'}
          onOpen={() => goTo('webhook')}
        >
          <WebhookStep webhook={webhook} onTaken={taken} />
        </Step>
        <Step
          id="call"
          number={3}
          heading={words.callStep}
          said={came === 'nothing' ? undefined : 'done'}
          isOpen={open === 'call'}
          onOpen={() => goTo('call')}
        >
          <CallStep setup={setup} onSent={() => mutate()} />
        </Step>
      </ol>
    </div>
  );
}

/** The first step about which nothing was said yet. */
function nextOf({ steps }: SetupJson): StepName {
  if (!steps.name) return 'name';
  return steps.webhook ? 'call' : 'webhook';
}
