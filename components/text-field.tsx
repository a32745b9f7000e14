import type { ComponentProps, ReactNode } from 'react';

type Props = ComponentProps<'input'> & {
  id: string;
  label: string;
  hint?: ReactNode;
  /** What is wrong with it. */
  wrong?: string | null;
};

/** A field under its label, with what is wrong about it beneath. */
export function TextField({ id, label, hint, wrong, className = '', ...input }: Props) {
  const about = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ');
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <input
        {...input}
        id={id}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={about || undefined}
        className={`field w-full ${className}`}
      />
      {hint && (
        <p id={`${id}-hint`} className="text-small text-quiet">
          {hint}
        </p>
      )}
      {wrong && (
        <p id={`${id}-wrong`} className="text-small text-overdue">
          {wrong}
        </p>
      )}
    </div>
  );
}
