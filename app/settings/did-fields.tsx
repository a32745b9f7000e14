'use client';

import { useAllMessages } from '@/components/use-messages';
import type { DeskSettings } from '@/domain/settings';
import { CheckField } from './check-field';
import { described, Field, type Wrong } from './field';
import { HolidaysField } from './holidays-field';
import { MenuField } from './menu-field';
import { NumberField } from './number-field';
import { type DidValues, numberNames } from './typed-values';
import { WeekField } from './week-field';
import { ZoneField } from './zone-field';

type Props = {
  form: string;
  /** False for calls that name no number of ours: nobody can confirm that one. */
  isKnown: boolean;
  values: DidValues;
  desk: DeskSettings;
  wrong: Wrong;
  edit: (change: Partial<DidValues>) => void;
};

/** Everything that can be set for one of our numbers. */
export function DidFields({ form, isKnown, values, desk, wrong, edit }: Props) {
  const { settings } = useAllMessages();
  return (
    <>
      <Field form={form} path="settings.label" wrong={wrong} label={settings.name} hint={settings.nameHint}>
        <input
          {...described(form, 'settings.label', wrong)}
          type="text"
          autoComplete="off"
          placeholder={settings.nameExample}
          className="field w-64"
          value={values.label}
          onChange={(event) => edit({ label: event.target.value })}
        />
      </Field>
      {isKnown && (
        <CheckField
          form={form}
          name="isOurs"
          label={settings.isOurs}
          line={settings.isOursLine}
          rule={6}
          isChecked={values.isOurs}
          onChange={(isOurs) => edit({ isOurs })}
        />
      )}
      <MenuField form={form} value={values.menu} wrong={wrong} onChange={(menu) => edit({ menu })} />
      <CheckField
        form={form}
        name="areShortsUsual"
        label={settings.shortRings}
        line={settings.shortRingsLine}
        rule={13}
        isChecked={values.areShortsUsual}
        onChange={(areShortsUsual) => edit({ areShortsUsual })}
      />
      <ZoneField
        form={form}
        value={values.timeZone ?? ''}
        ofDesk={desk.timeZone}
        wrong={wrong}
        onChange={(timeZone) => edit({ timeZone: timeZone || null })}
      />
      <WeekField
        form={form}
        value={values.week}
        nullWord={settings.asDesk}
        begin={desk.week}
        wrong={wrong}
        onChange={(week) => edit({ week })}
      />
      <HolidaysField
        form={form}
        value={values.holidays}
        isOwn
        wrong={wrong}
        onChange={(holidays) => edit({ holidays })}
      />
      {numberNames.map((name) => (
        <NumberField
          key={name}
          form={form}
          name={name}
          value={values[name]}
          ofDesk={desk[name]}
          wrong={wrong}
          onChange={(value) => edit({ [name]: value })}
        />
      ))}
    </>
  );
}
