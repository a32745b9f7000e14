/** What calls cost, summed without the errors of floating point. */

import Big from 'big.js';
import { grouped } from './grouped';

/** A leg's cost as the provider wrote it, on a day (`2026-11-22`) and a DID. */
export type Charge = { day: string; did: string; rate: string | null };

export type DayCost = { day: string; did: string; cost: string; legs: number };

/** By day and DID, the newest day first; what is no number is not counted. */
export function costsOf(charges: Charge[]): DayCost[] {
  return [...grouped(charges, ({ day, did }) => `${day} ${did}`).values()]
    .map((same) => {
      const rates = same.flatMap(({ rate }) => decimalIn(rate) ?? []);
      const [{ day, did }] = same as [Charge];
      return { day, did, cost: totalOf(rates), legs: rates.length };
    })
    .sort((a, b) => (a.day === b.day ? (a.did < b.did ? -1 : 1) : a.day < b.day ? 1 : -1));
}

export function totalOf(amounts: (Big | string)[]): string {
  return amounts.reduce<Big>((sum, amount) => sum.plus(amount), new Big(0)).toFixed();
}

export function isLow(balance: string, threshold: string | null): boolean {
  const amount = decimalIn(balance);
  return amount !== null && threshold !== null && amount.lt(threshold);
}

/** Null where the text is no amount that a provider would ask: such an exponent would be written out as a book. */
export function decimalIn(text: string | null): Big | null {
  return text !== null && /^-?\d{1,20}(\.\d{1,20})?$/.test(text) ? new Big(text) : null;
}
