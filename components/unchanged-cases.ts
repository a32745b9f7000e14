import type { CaseJson } from '@/domain/case-json';

/** The fresh cases; one that is as it was before is the very object that was there, so that its row is not drawn again. */
export function unchangedKept(fresh: CaseJson[], before: CaseJson[]): CaseJson[] {
  const known = new Map(before.map((one) => [one.id, one]));
  return fresh.map((one) => {
    const was = known.get(one.id);
    return was && JSON.stringify(was) === JSON.stringify(one) ? was : one;
  });
}
