'use client';

import { useAllMessages } from '@/components/use-messages';
import type { SettingsJson } from '@/desk/load-settings';
import { ChangeForm } from './change-form';
import { useEdits } from './edits';
import { described, Field } from './field';
import { HolidaysField } from './holidays-field';
import { NumberField } from './number-field';
import type { Country } from './places';
import { deskSettingsOf, deskValues, numberNames } from './typed-values';
import { WeekField } from './week-field';
import { ZoneField } from './zone-field';

type Props = {
  saved: SettingsJson['desk'];
  countries: Country[];
  onSaved: (saved: SettingsJson) => void;
};

const form = 'desk';

/** The settings of the whole desk. */
export function DeskForm({ saved, countries, onSaved }: Props) {
  const { settings } = useAllMessages();
  const { values, isEdited, edit, reset } = useEdits(form, deskValues(saved));
  return (
    <ChangeForm
      form={form}
      label={settings.desk}
      change={{ scope: 'desk', settings: deskSettingsOf(values) }}
      isEdited={isEdited}
      onReset={reset}
      onSaved={onSaved}
    >
      {(wrong) => (
        <>
          <Field
            form={form}
            path="settings.country"
            wrong={wrong}
            label={settings.country}
            hint={settings.countryHint}
          >
            <select
              {...described(form, 'settings.country', wrong)}
              className="field w-fit"
              value={values.country}
              onChange={(event) => edit({ country: event.target.value })}
            >
              {countries.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          </Field>
          <ZoneField
            form={form}
            value={values.timeZone}
            wrong={wrong}
            onChange={(timeZone) => edit({ timeZone })}
          />
          <WeekField
            form={form}
            value={values.week}
            nullWord={settings.roundTheClock}
            wrong={wrong}
            onChange={(week) => edit({ week })}
          />
          <HolidaysField
            form={form}
            value={values.holidays}
            wrong={wrong}
            onChange={(holidays) => edit({ holidays: holidays ?? '' })}
          />
          {numberNames.map((name) => (
            <NumberField
              key={name}
              form={form}
              name={name}
              value={values[name]}
              wrong={wrong}
              onChange={(value) => edit({ [name]: value ?? '' })}
            />
          ))}
        </>
      )}
    </ChangeForm>
  );
}
