type Props = { zone: string; name: string | null; onShowKeys: () => void; onChangeName: () => void };

const keys: [key: string, word: string][] = [
  ['j k', 'move'],
  ['↵', 'open'],
  ['c', 'call'],
  ['e', 'called back'],
  ['t', 'tried'],
  ['z', 'undo'],
];

/** The foot of the page: the keys, and the zone that every time on it is told in. */
export function KeysFooter({ zone, name, onShowKeys, onChangeName }: Props) {
  return (
    <footer className="mt-auto flex min-h-9 items-center gap-4 border-t border-line bg-ground px-4 text-small text-quiet max-md:py-2 md:sticky md:bottom-0 md:z-2 md:px-5">
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
      <button
        type="button"
        onClick={onChangeName}
        className="needs-script h-8 rounded-corner pr-2 text-middle md:hidden"
      >
        {name ? `${name}, change` : 'Your name?'}
      </button>
      <span className="ml-auto">Times in {zone}</span>
    </footer>
  );
}
