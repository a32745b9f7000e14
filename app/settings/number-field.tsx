'use client';

import { RuleLink } from '@/components/rule-link';
import { useAllMessages } from '@/components/use-messages';
import { described, Field, fieldId, type Wrong } from './field';
import type { NumberName } from './typed-values';

/** The rule that each is of. */
const rules: Record<NumberName, number> = {
  targetMinutes: 14,
  shortSeconds: 13,
  talkSeconds: 18,
  expiryDays: 23,
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
  const { settings } = useAllMessages();
  const { label, unit, hint } = settings.figures[name];
  const path = `settings.${name}`;
  const line = (
    <>
      {hint} <RuleLink rule={rules[name]} />
    </>
  );
  return (
    <Field form={form} path={path} wrong={wrong} label={label} hint={line}>
      <div className="flex flex-wrap items-center gap-2">
        {ofDesk !== undefined && (
          <select
            id={value === null ? fieldId(form, path) : undefined}
            aria-label={settings.whose(label)}
            className="field"
            value={value === null ? 'desk' : 'own'}
            onChange={(event) => onChange(event.target.value === 'desk' ? null : String(ofDesk))}
          >
            <option value="desk">{settings.asDeskFigure(ofDesk, unit)}</option>
            <option value="own">{settings.itsOwn}</option>
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
