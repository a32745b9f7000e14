'use client';

import { mayDo, type Person } from '@/domain/person';
import type { Messages } from '@/messages/en';
import { DialogBox } from './dialog-box';
import { useMessages } from './use-messages';

type Word = keyof Messages['row']['keys'] & string;

const reading: [keys: string[], word: Word][] = [
  [['j', '↓'], 'nextRow'],
  [['k', '↑'], 'rowBefore'],
  [['Enter'], 'openRow'],
  [['o', 'Space'], 'expandRow'],
  [['Esc'], 'leave'],
  [['c'], 'callRow'],
];

const working: [keys: string[], word: Word][] = [
  [['e'], 'calledBackRow'],
  [['l'], 'leftMessage'],
  [['t'], 'triedRow'],
  [['m'], 'claimRow'],
  [['s'], 'snoozeRow'],
  [['a'], 'noteRow'],
  [['x'], 'selectRow'],
  [['Shift+x'], 'selectRange'],
  [['Shift+j', 'Shift+k'], 'selectOn'],
  [['z'], 'undoLast'],
];

const desk: [keys: string[], word: Word][] = [
  [['n'], 'showNew'],
  [['p'], 'pause'],
  [['/'], 'search'],
  [['Ctrl+K', '⌘K'], 'palette'],
  [['?'], 'these'],
];

type Props = { by: Person; isOpen: boolean; onClose: () => void };

/** All the keys of the desk, for who only looks those that change nothing. */
export function KeysDialog({ by, isOpen, onClose }: Props) {
  const words = useMessages().row.keys;
  const shown = [...reading, ...(mayDo(by, 'decide') ? working : []), ...desk];
  return (
    <DialogBox isOpen={isOpen} label={words.title} onClose={onClose}>
      <div className="flex items-center justify-between pb-3">
        <h2 className="text-title font-semibold">{words.title}</h2>
        <button type="button" className="button" onClick={onClose}>
          {words.close}
        </button>
      </div>
      <dl className="flex flex-col">
        {shown.map(([names, word]) => (
          <div
            key={word}
            className="flex min-h-8 items-center justify-between gap-3 border-t border-line py-1"
          >
            <dt className="order-2 flex gap-1.5">
              {names.map((name) => (
                <kbd key={name} className="key text-middle">
                  {name}
                </kbd>
              ))}
            </dt>
            <dd>{words[word] as string}</dd>
          </div>
        ))}
      </dl>
    </DialogBox>
  );
}
