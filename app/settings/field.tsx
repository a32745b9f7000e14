'use client';

import type { ReactNode } from 'react';

/** What was wrong with the last try, by the path of its field. */
export type Wrong = { field: string; line: string } | null;

/** The ids of a field and of the message beside it, in the form of that name. */
export function fieldId(form: string, path: string): string {
  return `${form}.${path}`.replace(/[^\w.-]/g, '-');
}

/** The line about this field or anything inside it, where it is wrong. */
function wrongIn(wrong: Wrong, path: string): string | null {
  if (!wrong) return null;
  return wrong.field === path || wrong.field.startsWith(`${path}.`) ? wrong.line : null;
}

/** Ties an input to its message. */
export function described(form: string, path: string, wrong: Wrong) {
  const isWrong = wrongIn(wrong, path) !== null;
  return {
    id: fieldId(form, path),
    'aria-invalid': isWrong || undefined,
    'aria-describedby': isWrong ? `${fieldId(form, path)}-wrong` : undefined,
  };
}

type MessageProps = { form: string; path: string; wrong: Wrong };

/** What is wrong, beside the field. */
export function FieldMessage({ form, path, wrong }: MessageProps) {
  const line = wrongIn(wrong, path);
  if (line === null) return null;
  return (
    <p id={`${fieldId(form, path)}-wrong`} className="text-small text-overdue">
      {line}
    </p>
  );
}

type FieldProps = MessageProps & {
  label: string;
  hint?: ReactNode;
  children: ReactNode;
};

/** A label, a field, a hint, and the message about it. */
export function Field({ form, path, wrong, label, hint, children }: FieldProps) {
  return (
    <div className="grid gap-x-4 gap-y-1 md:grid-cols-[190px_minmax(0,1fr)] md:items-baseline">
      <label htmlFor={fieldId(form, path)} className="font-medium">
        {label}
      </label>
      <div className="flex min-w-0 flex-col gap-1">
        {children}
        {hint && <p className="text-small text-quiet">{hint}</p>}
        <FieldMessage form={form} path={path} wrong={wrong} />
      </div>
    </div>
  );
}
