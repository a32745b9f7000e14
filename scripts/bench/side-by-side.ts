/** Receiving, side by side: round after round each arm in turn, so that whatever disturbs this machine hits them alike. */

import { type Arm, bareServer, emptyNextRoute, express, nextRoute, ours } from './arms';
import { bareInserts } from './bare-sqlite';
import { type Load, runLoad } from './load';

const warmSeconds = 1;

/** By the letters of `--only`; `f` is the sender's own ceiling, `p` this server on PostgreSQL. */
export const letters = ['a', 'p', 'b', 'c', 'd', 'e', 'f'] as const;
type Letter = (typeof letters)[number];

/** Medians over the rounds; p50 and p99 in ms, with every connection busy. */
type Row = { arm: Letter; what: string; perSecond: number; p50: number | null; p99: number | null };
export type Rows = Partial<Record<Letter, Row>>;

type Plan = {
  only: Letter[];
  connections: number;
  rounds: number;
  seconds: number;
  folder: string;
  postgres?: string;
};

export async function sideBySide({
  only,
  connections,
  rounds,
  seconds,
  folder,
  postgres,
}: Plan): Promise<Rows> {
  const starts: Partial<Record<Letter, () => Promise<Arm>>> = {
    a: () => ours(`file:${folder}/front.db`),
    p: postgres ? () => ours(postgres) : undefined,
    b: () => nextRoute(`file:${folder}/next.db`),
    c: emptyNextRoute,
    d: express,
    f: bareServer,
  };
  const loads = new Map<Letter, Load[]>();
  const inserts: number[] = [];
  const arms = new Map<Letter, Arm>();
  try {
    for (const letter of only) {
      const arm = await starts[letter]?.();
      if (arm) arms.set(letter, arm);
    }
    for (let round = 0; round < rounds; round += 1) {
      for (const letter of only) {
        const url = arms.get(letter)?.url;
        if (letter === 'e') inserts.push(bareInserts(folder, seconds));
        if (!url) continue;
        const load = await runLoad({ url, connections, seconds, warmSeconds });
        loads.set(letter, [...(loads.get(letter) ?? []), load]);
      }
    }
  } finally {
    for (const arm of arms.values()) await arm.stop();
  }
  const rows = [...loads].map(
    ([letter, load]) => [letter, rowOf(arms.get(letter)!.name, letter, load)] as const,
  );
  const disk: Row = {
    arm: 'e',
    what: 'better-sqlite3 alone, 64 to a commit',
    perSecond: median(inserts),
    p50: null,
    p99: null,
  };
  return { ...Object.fromEntries(rows), ...(inserts.length > 0 && { e: disk }) };
}

function rowOf(name: string, letter: Letter, loads: Load[]): Row {
  const refused = loads.flatMap(({ answers }) => Object.keys(answers)).filter((status) => !/^2/.test(status));
  if (refused.length > 0) console.error(`${name} answered ${[...new Set(refused)].join(', ')} now and then.`);
  return {
    arm: letter,
    what: letter === 'p' ? `${name}, on PostgreSQL` : name,
    perSecond: median(loads.map(({ perSecond }) => perSecond)),
    p50: median(loads.map(({ p50 }) => p50)),
    p99: median(loads.map(({ p99 }) => p99)),
  };
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
