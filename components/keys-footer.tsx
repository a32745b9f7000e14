import { mayDo, type Person } from '@/domain/person';
import { DeskLink } from './desk-link';
import { SignOutButton } from './sign-out-button';

type Props = {
  zone: string;
  by: Person;
  /** Missing on a page that has no keys of its own. */
  onShowKeys?: () => void;
};

const readingKeys: [key: string, word: string][] = [
  ['j k', 'move'],
  ['↵', 'open'],
];

const workingKeys: [key: string, word: string][] = [
  ['c', 'call'],
  ['e', 'called back'],
  ['t', 'tried'],
  ['m', 'claim'],
  ['s', 'snooze'],
  ['z', 'undo'],
];

const adminPages: [address: string, word: string][] = [
  ['/quarantine', 'Not understood'],
  ['/settings', 'Settings'],
  ['/people', 'People'],
  ['/audit', 'Audit'],
];

/** The foot of the page: the keys, on a phone the pages beside the board, and the zone that every time on it is told in. */
export function KeysFooter({ zone, by, onShowKeys }: Props) {
  const keys = mayDo(by, 'decide') ? [...readingKeys, ...workingKeys] : readingKeys;
  const pages: typeof adminPages = [...(mayDo(by, 'administer') ? adminPages : []), ['/rules', 'Rules']];
  return (
    <footer className="mt-auto flex min-h-9 flex-wrap items-center gap-x-4 border-t border-line bg-ground px-4 text-small text-quiet max-md:py-2 md:sticky md:bottom-0 md:z-2 md:px-5">
      {onShowKeys && (
        <>
          <ul className="needs-script flex gap-4 max-lg:hidden">
            {keys.map(([key, word]) => (
              <li key={key}>
                <kbd className="font-sans text-middle">{key}</kbd> {word}
              </li>
            ))}
          </ul>
          <button
            type="button"
            onClick={onShowKeys}
            className="needs-script h-6 rounded-corner px-1 hover:text-strong max-md:hidden"
          >
            <span aria-hidden="true" className="font-sans text-middle">
              ?
            </span>{' '}
            all keys
          </button>
        </>
      )}
      <p className="flex max-w-full items-center gap-3 md:hidden">
        <DeskLink to="/account" className="flex h-8 min-w-0 items-center text-middle">
          <bdi className="truncate">{by.name}</bdi>
          <span className="sr-only">, your account</span>
        </DeskLink>
        <SignOutButton className="h-8 rounded-corner" />
      </p>
      <nav aria-label="Desk, at the foot" className="flex flex-wrap gap-x-4 md:hidden">
        {pages.map(([address, word]) => (
          <DeskLink key={address} to={address} className="flex h-8 items-center text-middle">
            {word}
          </DeskLink>
        ))}
      </nav>
      <span className="ml-auto">Times in {zone}</span>
    </footer>
  );
}
