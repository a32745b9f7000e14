'use client';

import { type FormEvent, type ReactNode, useState } from 'react';
import { useDeskPage } from '@/app/desk-page';
import { toast } from '@/app/toast';
import { useAllMessages } from '@/components/use-messages';
import { instantOf } from '@/components/wall-clock';
import type { SettingsJson } from '@/desk/load-settings';
import type { Rehearsal } from '@/desk/rehearse';
import { fieldId, type Wrong } from './field';
import { RehearsalTable } from './rehearsal-table';
import { type Answer, type Change, postRehearsal, postSettings } from './settings-post';
import { WhenField } from './when-field';
import { wrongOf } from './wrong-of';

type Props = {
  /** The name of the form, for the ids of its fields. */
  form: string;
  label: string;
  change: Change;
  isEdited: boolean;
  onReset: () => void;
  onSaved: (saved: SettingsJson) => void;
  children: (wrong: Wrong) => ReactNode;
};

type Told = { about: string; wrong?: Wrong; trouble?: string; rehearsal?: Rehearsal };

/** A form that is tried before it is saved; what is wrong is said beside the field, and what was typed stays. */
export function ChangeForm({ form, label, change, isEdited, onReset, onSaved, children }: Props) {
  const m = useAllMessages();
  const { zone } = useDeskPage();
  const [busy, setBusy] = useState<'trying' | 'saving' | null>(null);
  const [from, setFrom] = useState<string | null>(null);
  const [told, tell] = useState<Told>({ about: '' });
  // What the desk said of other values than these is no longer said.
  const about = JSON.stringify(change);
  const { wrong = null, trouble, rehearsal }: Told = told.about === about ? told : { about };

  function take<Good>(answer: Answer<Good>): Good | null {
    if (answer.is === 'done') return answer.good;
    if (answer.is === 'unanswered') {
      tell({ about, trouble: m.pages.noAnswerKept });
      return null;
    }
    const said = answer.sentence === null ? m.pages.refused : m.pages.said(answer.sentence);
    tell({ about, wrong: wrongOf(answer, change, m), trouble: answer.field ? m.settings.oneIsWrong : said });
    focusField(form, answer.field);
    return null;
  }

  async function tryIt() {
    tell({ about });
    setBusy('trying');
    const rehearsal = take(await postRehearsal(change));
    setBusy(null);
    if (rehearsal) tell({ about, rehearsal });
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    const instant = from === null ? undefined : instantOf(from, zone);
    if (instant === null) {
      tell({ about, wrong: { field: 'from', line: m.settings.mustBeTime } });
      return focusField(form, 'from');
    }
    tell({ about });
    setBusy('saving');
    const dated = instant === undefined ? change : { ...change, from: new Date(instant).toISOString() };
    const saved = take(await postSettings(dated));
    setBusy(null);
    if (!saved) return;
    onSaved(saved);
    onReset();
    setFrom(null);
    toast(m.pages.savedWhat(label));
  }

  return (
    <form aria-label={label} noValidate onSubmit={save} className="flex flex-col gap-4">
      {children(wrong)}
      <div className="needs-script flex flex-col gap-3 border-t border-line pt-4">
        <WhenField form={form} value={from} zone={zone} wrong={wrong} onChange={setFrom} />
        <p className="flex flex-wrap items-center gap-2">
          <button type="button" className="button max-md:h-9" disabled={busy !== null} onClick={tryIt}>
            {busy === 'trying' ? m.settings.trying : m.settings.tryIt}
          </button>
          <button type="submit" className="button button-primary max-md:h-9" aria-disabled={busy !== null}>
            {busy === 'saving' ? m.settings.saving : m.pages.save}
          </button>
          {isEdited && (
            <>
              <button type="button" className="button max-md:h-9" onClick={onReset}>
                {m.settings.takeBack}
              </button>
              <span className="text-small text-soon">{m.settings.notSaved}</span>
            </>
          )}
        </p>
        <p role="alert" className="text-overdue empty:hidden">
          {trouble}
        </p>
        {rehearsal && <RehearsalTable rehearsal={rehearsal} />}
      </div>
    </form>
  );
}

/** Goes to the field that is wrong, or to the one that holds it. */
function focusField(form: string, path: string | null): void {
  // The message is there once it is drawn.
  requestAnimationFrame(() => {
    for (let part = path ?? ''; part; part = part.slice(0, Math.max(0, part.lastIndexOf('.')))) {
      const found = document.getElementById(fieldId(form, part));
      if (found instanceof HTMLFieldSetElement) return found.querySelector('input')?.focus();
      if (found) return found.focus();
    }
  });
}
