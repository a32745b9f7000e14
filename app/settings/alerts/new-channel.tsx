'use client';

import { type FormEvent, useState } from 'react';
import { useAct } from '@/app/data/act';
import { Labelled } from '@/app/data/labelled';
import { OnceShown } from '@/app/people/once-shown';
import { toast } from '@/app/toast';
import { useAllMessages } from '@/components/use-messages';
import { type ChannelKind, type ChannelRules, channelKinds } from '@/domain/alert';
import type { BoardJson } from '@/domain/case-json';
import type { Language } from '@/messages/languages';
import { RulesFields } from './rules-fields';
import { subscribedBrowser } from './subscribed-browser';

type Props = {
  dids: BoardJson['dids'];
  language: Language;
  hasMail: boolean;
  pushKey: string;
  onMade: () => Promise<unknown>;
};

/** Makes a channel; the secret of a signed webhook is shown this once. */
export function NewChannel({ dids, language, hasMail, pushKey, onMade }: Props) {
  const { alerts: m } = useAllMessages();
  const { isBusy, act } = useAct();
  const [kind, setKind] = useState<ChannelKind>('webhook');
  const [secret, setSecret] = useState<string | null>(null);
  const [rules, setRules] = useState<ChannelRules>({
    reasons: ['overdue', 'silent'],
    dids: null,
    quiet: null,
    showsCaller: false,
    language,
  });

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    const { name, address } = Object.fromEntries(new FormData(form));
    const target = kind === 'push' ? await subscribedBrowser(pushKey) : address;
    if (target === null) {
      toast.error(m.noPush);
      return;
    }
    const wish = { kind, name, target, rules };
    const made = await act<{ secret: string | null }>('POST', '/api/alerts/channels', wish);
    if (!made) return;
    setSecret(made.secret);
    form.reset();
    await onMade();
  }

  const isWithoutMail = kind === 'email' && !hasMail;
  return (
    <section aria-labelledby="new-channel" className="flex flex-col gap-3 border-t border-line pt-5">
      <h2 id="new-channel" className="text-title font-semibold">
        {m.newChannel}
      </h2>
      {secret && (
        <OnceShown label={m.copySecret} text={secret} line={m.signedAs} onDone={() => setSecret(null)} />
      )}
      <form aria-labelledby="new-channel" onSubmit={submit} className="flex flex-col items-start gap-3">
        <Labelled label={m.to}>
          <select
            className="field"
            value={kind}
            onChange={({ target }) => setKind(target.value as ChannelKind)}
          >
            {channelKinds.map((one) => (
              <option key={one} value={one}>
                {m.kinds[one]}
              </option>
            ))}
          </select>
        </Labelled>
        {isWithoutMail && <p className="text-middle">{m.noMail}</p>}
        <Labelled label={m.name}>
          <input name="name" required maxLength={60} autoComplete="off" className="field" />
        </Labelled>
        {kind !== 'push' && (
          <Labelled label={kind === 'email' ? m.email : m.url}>
            <input
              key={kind}
              name="address"
              type={kind === 'email' ? 'email' : 'url'}
              required
              autoComplete="off"
              className="field w-[min(100%,420px)]"
            />
          </Labelled>
        )}
        <RulesFields id="new" dids={dids} rules={rules} onChange={setRules} />
        <button
          type="submit"
          className="button button-primary needs-script max-md:h-9"
          disabled={isBusy || isWithoutMail || rules.reasons.length === 0}
        >
          {m.add}
        </button>
      </form>
    </section>
  );
}
