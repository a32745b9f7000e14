'use client';

import { RuleLink } from '@/components/rule-link';
import { useAllMessages } from '@/components/use-messages';
import { Field, fieldId, type Wrong } from './field';
import type { Day } from './typed-values';
import { WeekdayField } from './weekday-field';

const mondayFirst = [1, 2, 3, 4, 5, 6, 0];

const usualWeek: Day[] = [0, 1, 2, 3, 4, 5, 6].map((day) =>
  day === 0 ? [] : [{ opens: '09:00', closes: '18:00' }],
);

type Props = {
  form: string;
  value: Day[] | null;
  /** What null means: "Round the clock", "As the desk". */
  nullWord: string;
  /** The week to begin with where there is none yet. */
  begin?: Day[] | null;
  wrong: Wrong;
  onChange: (value: Day[] | null) => void;
};

/** The opening hours of the seven weekdays, each with as many spans as it needs. */
export function WeekField({ form, value, nullWord, begin, wrong, onChange }: Props) {
  const { settings } = useAllMessages();
  const path = 'settings.week';
  return (
    <Field
      form={form}
      path={path}
      wrong={wrong && wrong.field === path ? wrong : null}
      label={settings.openingHours}
      hint={
        <>
          {settings.openingHoursHint} <RuleLink rule={14} />
        </>
      }
    >
      <select
        id={fieldId(form, path)}
        className="field w-fit"
        value={value === null ? 'none' : 'own'}
        onChange={(event) => onChange(event.target.value === 'none' ? null : (begin ?? usualWeek))}
      >
        <option value="none">{nullWord}</option>
        <option value="own">{settings.byWeekday}</option>
      </select>
      {value !== null && (
        <div className="flex flex-col gap-1 pt-1">
          {mondayFirst.map((day) => (
            <WeekdayField
              key={day}
              form={form}
              day={day}
              spans={value[day] ?? []}
              wrong={wrong}
              onChange={(spans) => onChange(value.map((other, at) => (at === day ? spans : other)))}
            />
          ))}
          <p className="text-small text-quiet">{settings.midnight}</p>
        </div>
      )}
    </Field>
  );
}
