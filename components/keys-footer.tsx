import { mayDo, type Person } from '@/domain/person';
import { CallersFootLink } from './callers-foot-link';
import { DeskLink } from './desk-link';
import { SignOutButton } from './sign-out-button';
import { useMessages } from './use-messages';

type Props = {
  zone: string;
  by: Person;
  /** Missing on a page that has no keys of its own. */
  onShowKeys?: () => void;
  onShowPalette?: () => void;
};

type Word = 'move' | 'open' | 'call' | 'calledBack' | 'claim' | 'snooze' | 'undo';

const readingKeys: [key: string, word: Word][] = [
  ['j k', 'move'],
  ['↵', 'open'],
];

const workingKeys: [key: string, word: Word][] = [
  ['c', 'call'],
  ['e', 'calledBack'],
  ['m', 'claim'],
  ['s', 'snooze'],
  ['z', 'undo'],
];

type PageWord = 'reports' | 'quarantine' | 'settings' | 'people' | 'audit' | 'rules';

const adminPages: PageWord[] = ['quarantine', 'settings', 'people', 'audit'];

/** The foot of the page: the keys, on a phone the pages beside the board, and the zone that every time on it is told in. */
export function KeysFooter({ zone, by, onShowKeys, onShowPalette }: Props) {
  const { keys: words, palette } = useMessages().row;
  const keys = mayDo(by, 'decide') ? [...readingKeys, ...workingKeys] : readingKeys;
  const pages: PageWord[] = ['reports', ...(mayDo(by, 'administer') ? adminPages : []), 'rules'];
  return (
    <footer className="mt-auto flex min-h-9 flex-wrap items-center gap-x-4 border-t border-line bg-ground px-4 text-small text-quiet max-md:py-2 md:sticky md:bottom-0 md:z-2 md:px-5">
      {onShowKeys && (
        <>
          <ul className="needs-script flex gap-4 max-lg:hidden">
            {keys.map(([key, word]) => (
              <li key={key}>
                <kbd className="font-sans text-middle">{key}</kbd> {words[word]}
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
            {words.all}
          </button>
          <button
            type="button"
            onClick={onShowPalette}
            className="needs-script h-6 rounded-corner px-1 hover:text-strong max-md:hidden"
          >
            <span aria-hidden="true" className="font-sans text-middle">
              Ctrl K
            </span>{' '}
            {words.commands}
          </button>
        </>
      )}
      <p className="flex max-w-full items-center gap-3 md:hidden">
        <DeskLink to="/account" className="flex h-8 min-w-0 items-center text-middle">
          <bdi className="truncate">{by.name}</bdi>
          <span className="sr-only">{words.account}</span>
        </DeskLink>
        <SignOutButton className="h-8 rounded-corner" />
      </p>
      <nav aria-label={words.atFoot} className="flex flex-wrap gap-x-4 md:hidden">
        <CallersFootLink by={by} />
        {pages.map((page) => (
          <DeskLink key={page} to={`/${page}`} className="flex h-8 items-center text-middle">
            {palette[page]}
          </DeskLink>
        ))}
      </nav>
      <span className="ml-auto">{words.times(zone)}</span>
    </footer>
  );
}
