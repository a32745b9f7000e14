'use client';

import { useAllMessages } from '@/components/use-messages';
import { described, Field, type Wrong } from './field';

type Props = {
  form: string;
  value: string;
  /** Where an empty field takes the desk's zone. */
  ofDesk?: string;
  wrong: Wrong;
  onChange: (value: string) => void;
};

/** The time zone by which days and opening hours are counted. */
export function ZoneField({ form, value, ofDesk, wrong, onChange }: Props) {
  const { settings } = useAllMessages();
  const path = 'settings.timeZone';
  return (
    <Field form={form} path={path} wrong={wrong} label={settings.timeZone}>
      <input
        {...described(form, path, wrong)}
        type="text"
        list="time-zones"
        autoComplete="off"
        spellCheck={false}
        placeholder={ofDesk && settings.asDeskZone(ofDesk)}
        className="field w-64"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
