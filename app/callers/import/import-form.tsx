'use client';

import { type FormEvent, useState } from 'react';
import { toast } from '@/app/toast';
import { TroubleLine } from '@/components/trouble-line';
import { useAllMessages } from '@/components/use-messages';
import type { ImportJson } from '@/domain/import-json';
import { type ImportAsked, postContacts } from './import-post';
import { ImportPreview } from './import-preview';

type Looked = { list: Blob | string; found: ImportJson };

/** A file or pasted lines, looked at before anything is saved. */
export function ImportForm() {
  const { callers } = useAllMessages();
  const [looked, setLooked] = useState<Looked | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [trouble, tell] = useState<string | null>(null);

  async function ask(list: Blob | string, asked: ImportAsked): Promise<boolean> {
    setBusy(true);
    tell(null);
    const answer = await postContacts(list, asked);
    setBusy(false);
    if (answer.found) setLooked({ list, found: answer.found });
    if (answer.is === 'refused')
      tell(answer.status === 409 ? callers.changedSince : (answer.sentence ?? callers.notAnswered));
    return answer.is === 'done';
  }

  async function look(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const file = given.get('file');
    const list = file instanceof File && file.size > 0 ? file : String(given.get('text') ?? '');
    setLooked(null);
    if (!isBusy) await ask(list, { action: 'preview' });
  }

  async function save({ list, found }: Looked, leavesFaultyOut: boolean) {
    const asked = {
      ...settingsOf(found),
      seen: found.seen,
      ...(leavesFaultyOut && { leaveOut: 'yes' as const }),
    };
    if (isBusy || !(await ask(list, { action: 'import', ...asked }))) return;
    setLooked(null);
    toast(callers.imported(found.fresh, found.changed));
  }

  return (
    <div className="flex w-full max-w-[820px] flex-col gap-5 px-4 py-5 md:px-5">
      <p className="text-middle">{callers.importLine}</p>
      <form
        onSubmit={look}
        onChange={() => setLooked(null)}
        className="needs-script flex flex-col items-start gap-3"
      >
        <label className="flex max-w-full flex-col gap-1">
          <span className="font-medium">{callers.file}</span>
          <input
            type="file"
            name="file"
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            className="max-w-full rounded-corner text-middle file:button file:mr-2"
          />
        </label>
        <label className="flex w-full flex-col gap-1">
          <span className="font-medium">{callers.paste}</span>
          <textarea name="text" rows={5} className="field w-full font-mono text-small" />
        </label>
        <button type="submit" className="button max-md:h-9" aria-disabled={isBusy}>
          {isBusy ? callers.looking : callers.look}
        </button>
      </form>
      <TroubleLine>{trouble}</TroubleLine>
      {looked && (
        <ImportPreview
          found={looked.found}
          isBusy={isBusy}
          onSettings={(given) =>
            void ask(looked.list, { action: 'preview', ...settingsOf(looked.found), ...given })
          }
          onImport={(leavesFaultyOut) => void save(looked, leavesFaultyOut)}
        />
      )}
    </div>
  );
}

function settingsOf({ columns, delimiter }: ImportJson) {
  return { columns: columns.map(({ role }) => role), delimiter };
}
