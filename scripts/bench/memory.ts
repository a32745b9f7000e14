/** How much memory a process and those that it has started hold, from /proc. */

import { readdirSync, readFileSync } from 'node:fs';

/** MB that are resident, of `pid` and of its descendants, by their ids. */
export function memoryOf(pid: number): Record<number, number> {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), parentOf(Number(name))] as const),
  );
  const isOurs = (one: number | undefined): boolean =>
    one !== undefined && (one === pid || isOurs(parents.get(one)));
  const family = [...parents.keys()].filter(isOurs);
  return Object.fromEntries(family.map((one) => [one, Math.round(Number(inStatus(one, 'VmRSS')) / 1024)]));
}

export function sum(memory: Record<number, number>): number {
  return Object.values(memory).reduce((total, mb) => total + mb, 0);
}

function parentOf(pid: number): number | undefined {
  return Number(inStatus(pid, 'PPid')) || undefined;
}

function inStatus(pid: number, name: string): string {
  try {
    return (
      new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '0'
    );
  } catch {
    // It has ended meanwhile.
    return '0';
  }
}
