/** Who may try a password or a code now: counted per account and address together, and for each of them alone. */

import { openWaits, type Waits } from './waits';

const mostKnown = 10_000;

export type Trying = {
  /** Nobody was guessing; whoever comes from there again is known. `account` where only the answer tells it. */
  right(account?: string): Promise<void>;
  /** Nothing was tried: the desk itself was in trouble. */
  aside(): Promise<void>;
};

export function openSignInLimits() {
  const pairs = openWaits({ free: 5 });
  const accounts = openWaits({ free: 20 });
  const addresses = openWaits({ free: 30 });
  /** Accounts and addresses from which somebody got in, the latest last. */
  const known = new Set<string>();

  return {
    /**
     * Begins a try, or says how long to wait (ms). From an address where this account got in before, only the tries made
     * from there count: strangers who guess at an account keep nobody out who works on it.
     */
    async begin(account: string | null, address: string): Promise<Trying | number> {
      const pair = pairOf(account, address);
      const counts: [Waits, string][] = [
        ...(account === null ? [] : [[pairs, pair] as [Waits, string]]),
        ...(known.has(pair) || account === null ? [] : [[accounts, account] as [Waits, string]]),
        ...(known.has(pair) ? [] : [[addresses, address] as [Waits, string]]),
      ];
      const taken: [Waits, string][] = [];
      const giveBack = async () => {
        for (const [waits, key] of taken) await waits.giveBack(key);
      };
      for (const [waits, key] of counts) {
        const wait = await waits.take(key);
        if (wait > 0) {
          await giveBack();
          return wait;
        }
        taken.push([waits, key]);
      }
      return {
        async right(found = account ?? undefined) {
          await giveBack();
          if (found === undefined) return;
          const gotIn = pairOf(found, address);
          // A code ends what the right password began, which was counted until now.
          if (account === null && !known.has(gotIn)) {
            await accounts.giveBack(found);
            await addresses.giveBack(address);
          }
          await pairs.forget(gotIn);
          known.delete(gotIn);
          known.add(gotIn);
          for (const oldest of known) {
            if (known.size <= mostKnown) break;
            known.delete(oldest);
          }
        },
        aside: giveBack,
      };
    },
  };
}

function pairOf(account: string | null, address: string): string {
  return JSON.stringify([account, address]);
}
