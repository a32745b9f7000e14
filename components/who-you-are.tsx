import clsx from 'clsx';
import { DeskLink } from './desk-link';
import { SignOutButton } from './sign-out-button';

type Props = { name: string; isCurrent: boolean };

/** Who is signed in at this browser, the way to their account, and the way out. */
export function WhoYouAre({ name, isCurrent }: Props) {
  return (
    <div className="mt-auto flex h-10 items-center gap-1">
      <DeskLink
        to="/account"
        isCurrent={isCurrent}
        className={clsx(
          'flex h-[30px] min-w-0 grow items-center gap-2.5 rounded-corner px-2',
          isCurrent ? 'bg-chip font-medium' : 'hover:bg-hover',
        )}
      >
        <span
          aria-hidden="true"
          className="flex size-5 shrink-0 items-center justify-center rounded-full bg-accent-ground text-[9px] font-bold text-accent"
        >
          {initials(name)}
        </span>
        <bdi className="truncate">{name}</bdi>
        <span className="sr-only">, your account</span>
      </DeskLink>
      <SignOutButton className="h-6 shrink-0 rounded-corner px-1.5 text-small text-quiet hover:bg-hover hover:text-strong" />
    </div>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase('en') ?? '').join('');
}
