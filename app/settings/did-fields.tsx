'use client';

import { RuleLink } from '@/components/rule-link';
import type { DeskSettings, DidSettings } from '@/domain/settings';
import { described, Field, fieldId, type Wrong } from './field';
import { HolidaysField } from './holidays-field';
import { NumberField } from './number-field';
import { type DidValues, numberNames } from './typed-values';
import { WeekField } from './week-field';

type Props = {
  form: string;
  /** False for calls that name no number of ours: nobody can confirm that one. */
  isKnown: boolean;
  values: DidValues;
  desk: DeskSettings;
  wrong: Wrong;
  edit: (change: Partial<DidValues>) => void;
};

const menus: [menu: DidSettings['menu'], word: string][] = [
  ['none', 'No menu'],
  ['ignore', 'Has a menu: who only heard it is not missed'],
  ['missed', 'Has a menu: who only heard it is missed'],
];

/** Everything that can be set for one of our numbers. */
export function DidFields({ form, isKnown, values, desk, wrong, edit }: Props) {
  return (
    <>
      <Field
        form={form}
        path="settings.label"
        wrong={wrong}
        label="Name"
        hint="As the desk shows this number."
      >
        <input
          {...described(form, 'settings.label', wrong)}
          type="text"
          autoComplete="off"
          placeholder="Sales"
          className="field w-64"
          value={values.label}
          onChange={(event) => edit({ label: event.target.value })}
        />
      </Field>
      {isKnown && (
        <Check
          form={form}
          name="isOurs"
          label="Ours"
          line="This number is ours"
          rule={6}
          values={values}
          edit={edit}
        />
      )}
      <Field
        form={form}
        path="settings.menu"
        wrong={wrong}
        label="Menu"
        hint={
          <>
            A menu picks up before anybody is rung. <RuleLink rule={10} />
          </>
        }
      >
        <select
          {...described(form, 'settings.menu', wrong)}
          className="field w-fit"
          value={values.menu}
          onChange={(event) => edit({ menu: event.target.value as DidSettings['menu'] })}
        >
          {menus.map(([menu, word]) => (
            <option key={menu} value={menu}>
              {word}
            </option>
          ))}
        </select>
      </Field>
      <Check
        form={form}
        name="areShortsUsual"
        label="Short rings"
        line="Are usual here: they rank as any other"
        rule={13}
        values={values}
        edit={edit}
      />
      <Field form={form} path="settings.timeZone" wrong={wrong} label="Time zone">
        <input
          {...described(form, 'settings.timeZone', wrong)}
          type="text"
          list="time-zones"
          autoComplete="off"
          spellCheck={false}
          placeholder={`As the desk: ${desk.timeZone}`}
          className="field w-64"
          value={values.timeZone ?? ''}
          onChange={(event) => edit({ timeZone: event.target.value || null })}
        />
      </Field>
      <WeekField
        form={form}
        value={values.week}
        nullWord="As the desk"
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

type CheckProps = Pick<Props, 'form' | 'values' | 'edit'> & {
  name: 'isOurs' | 'areShortsUsual';
  label: string;
  line: string;
  rule: number;
};

function Check({ form, name, label, line, rule, values, edit }: CheckProps) {
  const path = `settings.${name}`;
  return (
    <Field form={form} path={path} wrong={null} label={label}>
      <p className="flex items-center gap-2">
        <input
          id={fieldId(form, path)}
          type="checkbox"
          className="size-4"
          aria-label={line}
          checked={values[name]}
          onChange={(event) => edit({ [name]: event.target.checked })}
        />
        <label htmlFor={fieldId(form, path)}>{line}.</label>
        <span className="text-small text-quiet">
          <RuleLink rule={rule} />
        </span>
      </p>
    </Field>
  );
}
