'use client';

import { type FormEvent, useState } from 'react';
import { useAct } from '@/app/data/act';
import { Labelled } from '@/app/data/labelled';
import { useDeskPage } from '@/app/desk-page';
import { Moment } from '@/components/moment';
import { useAllMessages } from '@/components/use-messages';
import { didWord } from '@/components/words';
import type { ChannelJson } from '@/desk/alert-channels';
import type { BoardJson } from '@/domain/case-json';
import { RulesFields } from './rules-fields';

type Props = {
  channel: ChannelJson;
  dids: BoardJson['dids'];
  onChanged: () => Promise<unknown>;
};

/** One channel: what it hears of, and what can be done with it. */
export function ChannelRow({ channel, dids, onChanged }: Props) {
  const { id, kind, name, where, rules, createdAt, createdBy } = channel;
  const { alerts: m } = useAllMessages();
  const { now, zone } = useDeskPage();
  const { isBusy, act } = useAct();
  const [edited, setEdited] = useState<typeof rules | null>(null);
  const aloud = (words: string) => <span className="sr-only">{words}</span>;
  const address = `/api/alerts/channels/${id}`;

  async function run(method: 'POST' | 'DELETE', path: string): Promise<void> {
    await act(method, path);
    await onChanged();
  }

  async function save(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const name = new FormData(event.currentTarget).get('name');
    if (!(await act('PATCH', address, { name, rules: edited }))) return;
    setEdited(null);
    await onChanged();
  }

  const about = [
    ...rules.reasons.map((reason) => m.ofReason[reason]),
    rules.dids === null
      ? m.allDids
      : dids
          .filter(({ key }) => rules.dids?.includes(key))
          .map(didWord)
          .join(', '),
    ...(rules.quiet ? [m.quietIn(rules.quiet.from, rules.quiet.to)] : []),
  ];
  return (
    <li className="flex flex-col gap-3 border-t border-line py-2.5 first:border-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <div className="min-w-0 grow basis-60">
          <p>
            <strong className="font-semibold wrap-anywhere">{name}</strong>{' '}
            <span className="text-middle wrap-anywhere">
              {m.ofKind[kind]}, {where}
            </span>
          </p>
          <p className="text-small text-quiet">{about.join(' · ')}</p>
          <p className="text-small text-quiet">
            {m.madeBy(createdBy, <Moment at={createdAt} now={now} zone={zone} />)}
          </p>
        </div>
        <button
          type="button"
          className="button needs-script max-md:h-9"
          disabled={isBusy}
          onClick={() => run('POST', `${address}/test`)}
        >
          {m.test(aloud, name)}
        </button>
        <button
          type="button"
          className="button needs-script max-md:h-9"
          aria-expanded={edited !== null}
          onClick={() => setEdited(edited ? null : rules)}
        >
          {m.change(aloud, name)}
        </button>
        <button
          type="button"
          className="button needs-script max-md:h-9"
          disabled={isBusy}
          onClick={() => run('DELETE', address)}
        >
          {m.remove(aloud, name)}
        </button>
      </div>
      {edited && (
        <form onSubmit={save} aria-label={name} className="flex flex-col items-start gap-3">
          <Labelled label={m.name}>
            <input name="name" required maxLength={60} defaultValue={name} className="field" />
          </Labelled>
          <RulesFields id={id} dids={dids} rules={edited} onChange={setEdited} />
          <p className="flex gap-2">
            <button type="submit" className="button button-primary max-md:h-9" disabled={isBusy}>
              {m.save}
            </button>
            <button type="button" className="button max-md:h-9" onClick={() => setEdited(null)}>
              {m.cancel}
            </button>
          </p>
        </form>
      )}
    </li>
  );
}
