'use client';

import { RuleLink } from '@/components/rule-link';
import { Field, fieldId } from './field';

type Props = {
  form: string;
  name: string;
  label: string;
  /** What holds while it is checked. */
  line: string;
  rule: number;
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
};

/** A yes or no: nothing about it can be wrong. */
export function CheckField({ form, name, label, line, rule, isChecked, onChange }: Props) {
  const path = `settings.${name}`;
  return (
    <Field form={form} path={path} wrong={null} label={label}>
      <p className="flex items-baseline gap-2">
        <input
          id={fieldId(form, path)}
          type="checkbox"
          className="relative top-[3px] size-4 shrink-0"
          aria-label={line}
          checked={isChecked}
          onChange={(event) => onChange(event.target.checked)}
        />
        <label htmlFor={fieldId(form, path)}>{line}</label>
        <span className="text-small text-quiet">
          <RuleLink rule={rule} />
        </span>
      </p>
    </Field>
  );
}
