'use client';

import { DialogBox } from './dialog-box';

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

/** All the keys of the desk. */
export function KeysDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <DialogBox isOpen={isOpen} label="Keys" onClose={onClose}>
      <div className="flex items-center justify-between pb-3">
        <h2 className="text-title font-semibold">Keys</h2>
        <button type="button" className="button" onClick={onClose}>
          Close
        </button>
      </div>
      <dl className="flex flex-col">
        {keys.map(([names, word]) => (
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
