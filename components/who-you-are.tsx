type Props = { name: string | null; onChangeName: () => void };

/** Who marks the calls at this browser, and a way to change it. */
export function WhoYouAre({ name, onChangeName }: Props) {
  return (
    <p className="needs-script mt-auto flex h-10 items-center gap-2.5 px-2">
      <span
        aria-hidden="true"
        className="flex size-5 shrink-0 items-center justify-center rounded-full bg-accent-ground text-[9px] font-bold text-accent"
      >
        {name ? initials(name) : '?'}
      </span>
      <bdi className="truncate">{name ?? 'Your name?'}</bdi>
      <button
        type="button"
        onClick={onChangeName}
        className="ml-auto h-6 rounded-corner px-1.5 text-small text-quiet hover:bg-hover hover:text-strong"
      >
        {name ? 'change' : 'set'}
        <span className="sr-only"> your name</span>
      </button>
    </p>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase('en') ?? '').join('');
}
