'use client';

import { RuleLink } from '@/components/rule-link';
import { described, Field, fieldId, type Wrong } from './field';
import type { NumberName } from './typed-values';

const words: Record<NumberName, { label: string; unit: string; hint: string; rule: number }> = {
  targetMinutes: {
    label: 'Call back within',
    unit: 'minutes',
    hint: 'After that a caller is overdue.',
    rule: 14,
  },
  shortSeconds: {
    label: 'Short ring below',
    unit: 'seconds',
    hint: 'Shown, marked, and ranked after the others.',
    rule: 13,
  },
  talkSeconds: {
    label: 'Reached from',
    unit: 'seconds of talk',
    hint: 'A shorter talk counts as an attempt.',
    rule: 18,
  },
  expiryDays: {
    label: 'Expires after',
    unit: 'days',
    hint: 'Nobody reached them: off the desk, and counted as lost.',
    rule: 23,
  },
};

type Props = {
  form: string;
  name: NumberName;
  value: string | null;
  /** What the desk says, where this is about one number: null as the value takes it. */
  ofDesk?: number;
  wrong: Wrong;
  onChange: (value: string | null) => void;
};

/** One of the rules' numbers. */
export function NumberField({ form, name, value, ofDesk, wrong, onChange }: Props) {
  const { label, unit, hint, rule } = words[name];
  const path = `settings.${name}`;
  const line = (
    <>
      {hint} <RuleLink rule={rule} />
    </>
  );
  return (
    <Field form={form} path={path} wrong={wrong} label={label} hint={line}>
      <div className="flex flex-wrap items-center gap-2">
        {ofDesk !== undefined && (
          <select
            id={value === null ? fieldId(form, path) : undefined}
            aria-label={`${label}: whose`}
            className="field"
            value={value === null ? 'desk' : 'own'}
            onChange={(event) => onChange(event.target.value === 'desk' ? null : String(ofDesk))}
          >
            <option value="desk">
              As the desk: {ofDesk} {unit}
            </option>
            <option value="own">Its own</option>
          </select>
        )}
        {value !== null && (
          <>
            <input
              {...described(form, path, wrong)}
              type="text"
              inputMode="numeric"
              autoComplete="off"
              className="field w-20"
              value={value}
              onChange={(event) => onChange(event.target.value)}
            />
            <span className="text-middle">{unit}</span>
          </>
        )}
      </div>
    </Field>
  );
}
