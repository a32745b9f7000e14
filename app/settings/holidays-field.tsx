'use client';

import { useAllMessages } from '@/components/use-messages';
import { described, Field, fieldId, type Wrong } from './field';

type Props = {
  form: string;
  value: string | null;
  /** Of one number: null takes the desk's. */
  isOwn?: boolean;
  wrong: Wrong;
  onChange: (value: string | null) => void;
};

/** The days on which nobody is there, one on each line. */
export function HolidaysField({ form, value, isOwn = false, wrong, onChange }: Props) {
  const { settings } = useAllMessages();
  const path = 'settings.holidays';
  return (
    <Field
      form={form}
      path={path}
      wrong={wrong}
      label={settings.holidays}
      hint={value !== null && settings.holidaysHint}
    >
      {isOwn && (
        <select
          id={value === null ? fieldId(form, path) : undefined}
          aria-label={settings.whose(settings.holidays)}
          className="field w-fit"
          value={value === null ? 'desk' : 'own'}
          onChange={(event) => onChange(event.target.value === 'desk' ? null : '')}
        >
          <option value="desk">{settings.asDesk}</option>
          <option value="own">{settings.itsOwn}</option>
        </select>
      )}
      {value !== null && (
        <textarea
          {...described(form, path, wrong)}
          rows={3}
          spellCheck={false}
          className="field field-sizing-content max-h-60 w-48"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
