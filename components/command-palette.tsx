'use client';

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { fitOf } from './fuzzy';
import { useMessages } from './use-messages';

export type Command = { group: string; word: string; key?: string; run: () => void };

type Props = {
  commands: Command[];
  /** What else can be done with what was typed. */
  withTyped: (text: string) => Command | null;
  onClose: () => void;
};

/** Every view, number, page and act by its name: a list that what is typed makes shorter, walked by the arrows. */
export function CommandPalette({ commands, withTyped, onClose }: Props) {
  const m = useMessages();
  const { palette } = m.row;
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);

  const shown = found(commands, typed, withTyped);
  const active = shown[Math.min(at, shown.length - 1)];
  /** At once: the dialog tells of its end a little later, and would take one that was opened meanwhile with it. */
  const close = () => {
    dialog.current?.close();
    onClose();
  };
  const run = (command: Command | undefined) => {
    if (!command) return;
    close();
    command.run();
  };
  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && shown.length > 0) {
      event.preventDefault();
      setAt((Math.min(at, shown.length - 1) + step + shown.length) % shown.length);
    }
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      run(active);
    }
  };
  const idOf = (command: Command) => `${id}-${shown.indexOf(command)}`;
  useEffect(() => {
    dialog.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });

  return (
    <dialog
      ref={dialog}
      aria-label={palette.label}
      onClose={onClose}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      className="mx-auto mt-[12vh] w-[min(560px,calc(100vw-32px))] overflow-hidden rounded-[10px] border border-line bg-panel p-0 text-strong shadow-float backdrop:bg-[rgb(0_0_0/0.35)]"
    >
      <input
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={active && idOf(active)}
        aria-autocomplete="list"
        aria-label={palette.label}
        autoComplete="off"
        spellCheck={false}
        placeholder={palette.placeholder}
        className="h-12 w-full border-b border-line bg-transparent px-4 text-[15px] -outline-offset-2 max-md:text-[16px]"
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={press}
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={palette.label}
        className="max-h-[min(420px,60vh)] overflow-y-auto p-1.5"
      >
        {shown.map((command, index) => (
          <div key={`${command.group} ${command.word}`} role="presentation">
            {command.group !== shown[index - 1]?.group && (
              <p role="presentation" className="px-2.5 pt-2 pb-1 text-small text-quiet">
                {command.group}
              </p>
            )}
            <div
              id={idOf(command)}
              role="option"
              tabIndex={-1}
              aria-selected={command === active}
              className="flex min-h-8 cursor-pointer items-center gap-2 rounded-corner px-2.5 aria-selected:bg-selected"
              onPointerMove={() => setAt(index)}
              onClick={() => run(command)}
              onKeyDown={press}
            >
              <bdi className="truncate">{command.word}</bdi>
              {command.key && (
                <span aria-hidden="true" className="key ml-auto text-quiet max-md:hidden">
                  {command.key}
                </span>
              )}
            </div>
          </div>
        ))}
      </div>
      {shown.length === 0 && <p className="px-4 pb-4 text-middle">{palette.nothing}</p>}
      <p className="sr-only" role="status">
        {palette.found(shown.length)}
      </p>
    </dialog>
  );
}

/** Those that fit what was typed, the best first, but each group together. */
function found(commands: Command[], typed: string, withTyped: Props['withTyped']): Command[] {
  const text = typed.trim();
  if (text === '') return commands;
  const fits = new Map(commands.map((command) => [command, fitOf(text, command.word)]));
  const fitting = commands.filter((command) => fits.get(command));
  const bestOf = (group: string) =>
    Math.max(...fitting.filter((one) => one.group === group).map((one) => fits.get(one) ?? 0));
  fitting.sort(
    (a, b) =>
      bestOf(b.group) - bestOf(a.group) ||
      a.group.localeCompare(b.group) ||
      (fits.get(b) ?? 0) - (fits.get(a) ?? 0),
  );
  const search = withTyped(text);
  return search ? [...fitting, search] : fitting;
}
