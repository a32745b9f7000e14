import type { Line } from './line-word';
import { useMessages } from './use-messages';
import { shortTime } from './when';

type Props = { line: Line; now: number; zone: string };

/** Where the session has ended while the page was open: the rows stay, with how old they are and the way back in. */
export function SignedOutLine({ line: { state, at }, now, zone }: Props) {
  const m = useMessages();
  return (
    <div role="alert" className="empty:hidden">
      {state === 'out' && (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-2 bg-overdue-ground px-4 py-2 text-overdue md:px-5">
          <span className="grow">{m.account.signedOut(shortTime(at, now, zone, m))}</span>
          <a href={wayIn()} className="button max-md:h-9">
            {m.account.signInAgain}
          </a>
        </p>
      )}
    </div>
  );
}

/** Back to this very place afterwards. Only ever asked in a browser: the first paint is never signed out. */
function wayIn(): string {
  const { pathname, search } = window.location;
  return `/sign-in?${new URLSearchParams({ to: pathname + search })}`;
}
