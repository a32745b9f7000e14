import clsx from 'clsx';

type Option = { value: string; word: string; lang?: string };

type Props = {
  /** The name of the choice, as the door knows it (app/api/choices). */
  name: 'language' | 'theme';
  label: string;
  options: Option[];
  current: string;
  /** Where the reader is, to come back to. */
  to: string;
};

/** A choice that holds for this browser: a button for each, in a form that needs no script. */
export function ChoiceForm({ name, label, options, current, to }: Props) {
  return (
    <form method="post" action="/api/choices" aria-label={label} className="flex flex-wrap gap-1">
      <input type="hidden" name="to" value={to} />
      {options.map(({ value, word, lang }) => (
        <button
          key={value}
          type="submit"
          name={name}
          value={value}
          lang={lang}
          aria-current={value === current || undefined}
          className={clsx('button max-md:h-9', value === current && 'border-accent bg-accent-ground')}
        >
          {word}
        </button>
      ))}
    </form>
  );
}
