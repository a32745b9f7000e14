import { type FormEvent, useId } from 'react';
import { useMessages } from './use-messages';

type Props = { name: string; label: string; act: string; onName: (name: string) => void };

/** A name for a saved view, new or given before. */
export function ViewNameForm({ name, label, act, onName }: Props) {
  const { find } = useMessages();
  const id = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = String(new FormData(event.currentTarget).get('name') ?? '').trim();
    if (given) onName(given);
  };
  return (
    <form onSubmit={submit} className="flex grow items-end gap-1.5">
      <div className="flex min-w-0 grow flex-col gap-1">
        <label htmlFor={id} className="sr-only">
          {label}
        </label>
        <input
          id={id}
          name="name"
          required
          maxLength={60}
          defaultValue={name}
          placeholder={find.viewName}
          autoComplete="off"
          className="field w-full"
        />
      </div>
      <button type="submit" className="button h-9">
        {act}
      </button>
    </form>
  );
}
