'use client';

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
  const path = 'settings.holidays';
  return (
    <Field
      form={form}
      path={path}
      wrong={wrong}
      label="Holidays"
      hint={value !== null && 'Days on which nobody is there: one on each line, such as 2026-12-25.'}
    >
      {isOwn && (
        <select
          id={value === null ? fieldId(form, path) : undefined}
          aria-label="Holidays: whose"
          className="field w-fit"
          value={value === null ? 'desk' : 'own'}
          onChange={(event) => onChange(event.target.value === 'desk' ? null : '')}
        >
          <option value="desk">As the desk</option>
          <option value="own">Its own</option>
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
