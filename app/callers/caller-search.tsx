import clsx from 'clsx';
import { DeskLink } from '@/components/desk-link';
import { useAllMessages } from '@/components/use-messages';

type Props = { q: string | null; onlySpam: boolean };

/** A plain form: what is asked for stands in the address, with or without a script. */
export function CallerSearch({ q, onlySpam }: Props) {
  const { callers } = useAllMessages();
  const lists = [
    { to: '/callers', word: callers.all, isCurrent: !onlySpam },
    { to: '/callers?only=spam', word: callers.onlySpam, isCurrent: onlySpam },
  ];
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <search>
        <form action="/callers" className="flex gap-2">
          {onlySpam && <input type="hidden" name="only" value="spam" />}
          <input
            type="search"
            name="q"
            defaultValue={q ?? ''}
            maxLength={100}
            aria-label={callers.search}
            placeholder={callers.search}
            className="field w-64"
          />
          <button type="submit" className="button h-8 max-md:h-9">
            {callers.find}
          </button>
        </form>
      </search>
      <nav aria-label={callers.heading} className="flex gap-1">
        {lists.map(({ to, word, isCurrent }) => (
          <DeskLink
            key={to}
            to={to}
            isCurrent={isCurrent}
            className={clsx(
              'inline-flex h-7 items-center rounded-corner px-2.5',
              isCurrent ? 'bg-chip font-medium' : 'text-middle hover:bg-hover',
            )}
          >
            {word}
          </DeskLink>
        ))}
      </nav>
    </div>
  );
}
