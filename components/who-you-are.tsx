import clsx from 'clsx';
import { Avatar } from './avatar';
import { DeskLink } from './desk-link';
import { SignOutButton } from './sign-out-button';
import { useMessages } from './use-messages';

type Props = { name: string; isCurrent: boolean };

/** Who is signed in at this browser, the way to their account, and the way out. */
export function WhoYouAre({ name, isCurrent }: Props) {
  const { account } = useMessages();
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
        <Avatar name={name} />
        <bdi className="truncate">{name}</bdi>
        <span className="sr-only">, {account.yours}</span>
      </DeskLink>
      <SignOutButton className="h-6 shrink-0 rounded-corner px-1.5 text-small text-quiet hover:bg-hover hover:text-strong" />
    </div>
  );
}
