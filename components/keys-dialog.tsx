'use client';

import { mayDo, type Person } from '@/domain/person';
import { DialogBox } from './dialog-box';

const workingKeys = new Set(['c', 'e', 'l', 't', 'm', 's', 'n', 'z']);

const keys: [keys: string[], word: string][] = [
  [['j', '↓'], 'Next row'],
  [['k', '↑'], 'Row before'],
  [['Enter', 'o'], 'Open or close the row'],
  [['Esc'], 'Close the row'],
  [['c'], 'Call'],
  [['e'], 'Called back'],
  [['l'], 'Left a message'],
  [['t'], 'Tried, not reached'],
  [['m'], 'Claim: I am on it; again to release'],
  [['s'], 'Snooze for 1 hour'],
  [['n'], 'Write a note'],
  [['z'], 'Undo the last mark'],
  [['/'], 'Search'],
  [['?'], 'These keys'],
];

type Props = { by: Person; isOpen: boolean; onClose: () => void };

/** All the keys of the desk, for who only looks those that change nothing. */
export function KeysDialog({ by, isOpen, onClose }: Props) {
  const shown = mayDo(by, 'decide') ? keys : keys.filter(([[name]]) => !workingKeys.has(name ?? ''));
  return (
    <DialogBox isOpen={isOpen} label="Keys" onClose={onClose}>
      <div className="flex items-center justify-between pb-3">
        <h2 className="text-title font-semibold">Keys</h2>
        <button type="button" className="button" onClick={onClose}>
          Close
        </button>
      </div>
      <dl className="flex flex-col">
        {shown.map(([names, word]) => (
          <div key={word} className="flex h-8 items-center justify-between border-t border-line">
            <dt className="order-2 flex gap-1.5">
              {names.map((name) => (
                <kbd key={name} className="key text-middle">
                  {name}
                </kbd>
              ))}
            </dt>
            <dd>{word}</dd>
          </div>
        ))}
      </dl>
    </DialogBox>
  );
}
