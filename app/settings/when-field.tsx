'use client';

import { useDeskPage } from '@/app/desk-page';
import { useAllMessages } from '@/components/use-messages';
import { wallText } from '@/components/wall-clock';
import { described, FieldMessage, type Wrong } from './field';

type Props = {
  form: string;
  /** The wall clock of the desk's zone as text; null from now on. */
  value: string | null;
  zone: string;
  wrong: Wrong;
  onChange: (value: string | null) => void;
};

const dayMs = 24 * 60 * 60_000;

/** From when the change holds: from now on, unless somebody dates it back on purpose. */
export function WhenField({ form, value, zone, wrong, onChange }: Props) {
  const { settings } = useAllMessages();
  const { now } = useDeskPage();
  const begin = `${wallText(now - 30 * dayMs, zone).slice(0, 10)}T00:00`;
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="sr-only">{settings.when}</legend>
      <label className="flex w-fit items-center gap-2">
        <input type="radio" name={`${form}-when`} checked={value === null} onChange={() => onChange(null)} />
        {settings.fromNow}
      </label>
      <label className="flex w-fit items-center gap-2">
        <input
          type="radio"
          name={`${form}-when`}
          checked={value !== null}
          onChange={() => onChange(value ?? begin)}
        />
        {settings.fromBack}
      </label>
      {value !== null && (
        <div className="flex flex-col gap-1 pl-5">
          <p className="flex flex-wrap items-center gap-2">
            <input
              {...described(form, 'from', wrong)}
              type="datetime-local"
              aria-label={settings.fromIn(zone)}
              max={wallText(now, zone)}
              className="field"
              value={value}
              onChange={(event) => onChange(event.target.value)}
            />
            <span className="text-middle">{settings.inZone(zone)}</span>
          </p>
          <FieldMessage form={form} path="from" wrong={wrong} />
        </div>
      )}
    </fieldset>
  );
}
