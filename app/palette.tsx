'use client';

import { useRouter } from 'next/navigation';
import { actWord } from '@/components/act-word';
import { type Command, CommandPalette } from '@/components/command-palette';
import { isPossible, kindForMany } from '@/components/row-acts';
import { useMessages } from '@/components/use-messages';
import { anywhere, type Place, pageAddress, rowsAtFirst, viewOrder } from '@/components/views';
import { callerWord, didWord } from '@/components/words';
import type { BoardJson, CaseJson } from '@/domain/case-json';
import type { DecisionKind } from '@/domain/decision';
import { mayDo, type Person } from '@/domain/person';
import type { Messages } from '@/messages/en';
import type { KeyActs } from './board-keys';

type Props = {
  by: Person;
  place: Place;
  dids: BoardJson['dids'];
  /** What the acts are about: the selected rows, or the one that the reader stands on. */
  cases: CaseJson[];
  acts: KeyActs;
  onDecide: (kind: DecisionKind) => void;
  onPickAll: () => void;
  onGo: (address: string) => void;
  onClose: () => void;
};

const kinds: [kind: DecisionKind, key?: string][] = [
  ['called_back', 'e'],
  ['left_message', 'l'],
  ['tried', 't'],
  ['claim', 'm'],
  ['snooze', 's'],
  ['no_need'],
  ['wrong_number'],
  ['spam'],
  ['reopen'],
];

const adminPages = ['quarantine', 'settings', 'people', 'data', 'audit'] as const;

/** The commands of the board; this file and all that it needs are loaded when they are first asked for. */
export default function Palette(props: Props) {
  const m = useMessages();
  const router = useRouter();
  const { place, onGo, onClose } = props;
  const commands = [
    ...actCommands(props, m),
    ...placeCommands(props, m),
    ...pageCommands(props, m, (page) => router.push(page)),
    ...deskCommands(props, m),
  ];
  return (
    <CommandPalette
      commands={commands}
      withTyped={(q) => ({
        group: m.row.keys.search,
        word: m.row.palette.searchFor(q),
        run: () => onGo(pageAddress({ ...place, q, limit: rowsAtFirst })),
      })}
      onClose={onClose}
    />
  );
}

function actCommands({ by, cases, acts, onDecide }: Props, m: Messages): Command[] {
  const [first] = cases;
  if (!first || !mayDo(by, 'decide')) return [];
  const group = m.row.palette.acts(
    cases.length > 1 ? m.row.selected(cases.length).toLowerCase() : callerWord(first),
  );
  return kinds
    .filter(([kind]) => cases.some((one) => isPossible(one, kind)))
    .map(([kind, key]) => ({
      group,
      word: actWord(kindForMany(cases, kind, by.name), m),
      key,
      run: () => (kind === 'snooze' ? acts.snooze() : onDecide(kind)),
    }));
}

function placeCommands({ place, dids, onGo }: Props, m: Messages): Command[] {
  const { palette } = m.row;
  return [
    ...viewOrder.map((view) => ({
      group: palette.views,
      word: m.find.views[view],
      run: () => onGo(pageAddress({ view, did: place.did })),
    })),
    ...[
      { key: null, word: palette.allNumbers },
      ...dids.map((did) => ({ key: did.key, word: didWord(did) })),
    ].map(({ key, word }) => ({
      group: palette.numbers,
      word,
      run: () => onGo(pageAddress({ ...anywhere, view: place.view, did: key })),
    })),
  ];
}

function pageCommands(
  { by }: Props,
  { row: { palette }, find, callers }: Messages,
  open: (page: string) => void,
): Command[] {
  const others = ['reports', ...(mayDo(by, 'administer') ? adminPages : []), 'rules', 'account'] as const;
  const pages = [
    ['calls', find.allCalls],
    ...(mayDo(by, 'know callers') ? [['callers', callers.heading]] : []),
    ...others.map((page) => [page, palette[page]]),
  ];
  return pages.map(([page, word]) => ({ group: palette.pages, word: word!, run: () => open(`/${page}`) }));
}

function deskCommands({ by, acts, onPickAll }: Props, { row: { palette, keys } }: Messages): Command[] {
  const group = palette.desk;
  return [
    ...(mayDo(by, 'decide') ? [{ group, word: palette.selectAll, run: onPickAll }] : []),
    ...(mayDo(by, 'decide') ? [{ group, word: keys.undoLast, key: 'z', run: acts.undo }] : []),
    { group, word: keys.search, key: '/', run: acts.search },
    { group, word: palette.keys, key: '?', run: acts.showKeys },
  ];
}
