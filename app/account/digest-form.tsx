'use client';

import { type FormEvent, useState } from 'react';
import { useAct } from '@/app/data/act';
import { Labelled } from '@/app/data/labelled';
import { toast } from '@/app/toast';
import { useAllMessages } from '@/components/use-messages';
import type { DigestJson, DigestWish } from '@/desk/digests';
import { type DigestEvery, digestTimes } from '@/domain/digest';
import { type Language, languages } from '@/messages/languages';

type Props = { first: DigestJson; suggested: DigestWish; zones: string[] };

/** Whether a digest comes, and what it would say. */
export function DigestForm({ first, suggested, zones }: Props) {
  const { digest: m } = useAllMessages();
  const { isBusy, act } = useAct();
  const [wish, setWish] = useState(first.digest ?? suggested);
  const [isWanted, setWanted] = useState(first.digest !== null);
  const [preview, setPreview] = useState(first.preview);

  async function change(next: DigestWish): Promise<void> {
    setWish(next);
    const response = await fetch(`/api/digest?${new URLSearchParams(next)}`).catch(() => null);
    // A zone that is still being typed is none yet.
    if (response?.ok) setPreview(((await response.json()) as DigestJson).preview);
  }

  async function save(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (await act('POST', '/api/digest', { digest: isWanted ? wish : null })) toast(m.saved);
  }

  return (
    <section aria-labelledby="digest" className="flex flex-col gap-3">
      <div>
        <h2 id="digest" className="text-title font-semibold">
          {m.heading}
        </h2>
        <p className="text-middle">{first.hasMail ? m.line : m.noMail}</p>
      </div>
      <form aria-labelledby="digest" onSubmit={save} className="flex flex-wrap items-end gap-3">
        <Labelled label={m.often}>
          <select
            className="field"
            value={isWanted ? wish.every : ''}
            onChange={({ target: { value } }) => {
              setWanted(value !== '');
              if (value !== '') void change({ ...wish, every: value as DigestEvery });
            }}
          >
            <option value="">{m.never}</option>
            {digestTimes.map((every) => (
              <option key={every} value={every}>
                {m.every[every]}
              </option>
            ))}
          </select>
        </Labelled>
        <Labelled label={m.language}>
          <select
            className="field"
            value={wish.language}
            onChange={({ target }) => void change({ ...wish, language: target.value as Language })}
          >
            {Object.entries(languages).map(([language, name]) => (
              <option key={language} value={language} lang={language}>
                {name}
              </option>
            ))}
          </select>
        </Labelled>
        <Labelled label={m.zone}>
          <input
            className="field w-56"
            list="digest-zones"
            required
            autoComplete="off"
            spellCheck={false}
            value={wish.zone}
            onChange={({ target }) => void change({ ...wish, zone: target.value })}
          />
        </Labelled>
        <datalist id="digest-zones">
          {zones.map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
        <button type="submit" className="button button-primary needs-script h-8 max-md:h-9" disabled={isBusy}>
          {m.save}
        </button>
      </form>
      <figure className="flex flex-col gap-1 rounded-corner border border-line bg-panel p-3">
        <figcaption className="text-small text-quiet">{m.preview}</figcaption>
        <p className="font-semibold" lang={wish.language}>
          {preview.title}
        </p>
        {preview.lines.map((line) => (
          <p key={line} lang={wish.language}>
            {line}
          </p>
        ))}
      </figure>
    </section>
  );
}
