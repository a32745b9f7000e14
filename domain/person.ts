/** Who may do what: an admin everything, an agent the work, a viewer reads; some only about some DIDs. */

export const roles = ['admin', 'agent', 'viewer'] as const;
export type Role = (typeof roles)[number];

/** Somebody who asks: a person with an account, or a program with an API token. */
export type Person = {
  /** Null for a program. */
  id: string | null;
  name: string;
  role: Role;
  /** The keys of the DIDs that they may see; null for all. */
  dids: string[] | null;
};

/**
 * What asks for more than seeing the desk: to work on cases, to look after the desk itself, to be shown a masked
 * number whole, to take what is listed away as a file, to keep views of one's own, to open the pages of callers,
 * whose addresses are their numbers, and to read what the server counts.
 */
export type Duty = 'decide' | 'administer' | 'reveal' | 'export' | 'keep' | 'know callers' | 'measure';

/** Whoever may see a case may ask for its number, a viewer too, for the audit then names them; a program has no name. */
export function mayDo({ id, role }: Person, duty: Duty): boolean {
  if (duty === 'measure') return id === null || role === 'admin';
  if (duty === 'reveal' || duty === 'keep') return id !== null;
  return role === 'admin' || (role === 'agent' && duty !== 'administer');
}

/** How much of the desk somebody sees. */
export type Sight = {
  /** The keys of the DIDs; null for all. */
  dids: string[] | null;
  /** Phone numbers are shown in part only. */
  isMasked: boolean;
};

export function sightOf({ role, dids }: Person): Sight {
  return { dids: role === 'admin' ? null : dids, isMasked: role === 'viewer' };
}

export function maySee({ dids }: Sight, did: string): boolean {
  return dids === null || dids.includes(did);
}
