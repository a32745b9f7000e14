/** What is kept, held against what was sent and what was answered 2xx: the oracle of promises.md. */

export const nothingAmiss = { lost: [], invented: [], doubled: 0 };

export function reconciled({ sent, taken, kept }: { sent: Set<string>; taken: Set<string>; kept: string[] }) {
  const once = new Set(kept);
  return {
    lost: [...taken].filter((id) => !once.has(id)),
    invented: [...once].filter((id) => !sent.has(id)),
    doubled: kept.length - once.size,
  };
}
