import { DeskLink } from './desk-link';

type Props = {
  zone: string;
  name: string | null;
  /** Missing on a page that has no keys of its own. */
  onShowKeys?: () => void;
  onChangeName: () => void;
};

const keys: [key: string, word: string][] = [
  ['j k', 'move'],
  ['↵', 'open'],
  ['c', 'call'],
  ['e', 'called back'],
  ['t', 'tried'],
  ['m', 'claim'],
  ['s', 'snooze'],
  ['z', 'undo'],
];

const pages: [address: string, word: string][] = [
  ['/quarantine', 'Not understood'],
  ['/settings', 'Settings'],
  ['/rules', 'Rules'],
];

/** The foot of the page: the keys, on a phone the pages beside the board, and the zone that every time on it is told in. */
export function KeysFooter({ zone, name, onShowKeys, onChangeName }: Props) {
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
      <button
        type="button"
        onClick={onChangeName}
        className="needs-script h-8 rounded-corner pr-2 text-middle md:hidden"
      >
        {name ? `${name}, change` : 'Your name?'}
      </button>
      <nav aria-label="Desk, at the foot" className="flex gap-4 md:hidden">
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
