'use client';

import { useAllMessages } from '@/components/use-messages';
import type { SettingsJson } from '@/desk/load-settings';
import { ChangeForm } from './change-form';
import { DidFields } from './did-fields';
import { useEdits } from './edits';
import { didSettingsOf, didValues } from './typed-values';

type Did = SettingsJson['dids'][number];

type Props = { did: Did; desk: SettingsJson['desk']; onSaved: (saved: SettingsJson) => void };

/** The settings of one of our numbers, folded away until somebody wants them. */
export function DidForm({ did, desk, onSaved }: Props) {
  const { settings: words } = useAllMessages();
  const { key, display, settings } = did;
  const form = `did-${key.replace(/\W/g, '')}`;
  const { values, isEdited, edit, reset } = useEdits(form, didValues(settings));
  return (
    <details className="group rounded-corner border border-line bg-panel">
      <summary className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 rounded-corner px-3 py-2 hover:bg-hover">
        <span aria-hidden="true" className="text-quiet group-open:rotate-90">
          ›
        </span>
        <span className="font-semibold">{settings.label ?? display}</span>
        {settings.label && <span className="text-middle">{display}</span>}
        <span className="ml-auto flex gap-1.5">
          {isEdited && <span className="chip">{words.notSaved}</span>}
          {key !== 'unknown' &&
            (settings.isOurs ? <Ours /> : <span className="chip">{words.notConfirmed}</span>)}
        </span>
      </summary>
      <div className="px-3 pt-3 pb-4 md:px-4">
        <ChangeForm
          form={form}
          label={settings.label ?? display}
          change={{ scope: 'did', did: key, settings: didSettingsOf(values) }}
          isEdited={isEdited}
          onReset={reset}
          onSaved={onSaved}
        >
          {(wrong) => (
            <DidFields
              form={form}
              isKnown={key !== 'unknown'}
              values={values}
              desk={desk}
              wrong={wrong}
              edit={edit}
            />
          )}
        </ChangeForm>
      </div>
    </details>
  );
}

function Ours() {
  const { settings } = useAllMessages();
  return (
    <span className="inline-flex items-center rounded-full bg-reached-ground px-1.5 text-tiny text-reached">
      {settings.ours}
    </span>
  );
}
