/**
 * Who must stand on the desk, and who must not, read off the text of rules.md as simply as can be. It shares no code
 * with the rules under test, and knows nothing of cases or folds: it asks of each missed call whether anybody settled it.
 */

/** Records as they came; what people said; what was set; and what the desk shows. All instants in ms. */
type World = {
  records: { cdr: Record<string, unknown>; receivedAt: number }[];
  said: Said[];
  rows: SetRow[];
  shown: SeenCase[];
};

/** `seen` names the conversations of the calls that it is about. */
export type Said = { kind: string; at: number; until: number | null; isUndone: boolean; seen: string[] };

/** Of the desk where `did` is null; a null value takes the desk's, or the default. */
export type SetRow = {
  id: number;
  from: number;
  did: string | null;
  menu: string | null;
  talk: number | null;
  days: number | null;
};

/** A row on the desk. */
export type SeenCase = { did: string; isSnoozed: boolean; isClaimed: boolean };

type Leg = { side: string; key: string; words: string[]; to: string; talk: unknown; began: number };
type Miss = { name: string; did: string; began: number; received: number; days: number; expires: number };
type Contact = { began: number; received: number };

const minute = 60_000;
const day = 24 * 60 * minute;
const theCaller = '9884112233';
const bothDids = ['4442110011', '4442110099'];

/** What is wrong with the desk at `now`, or null. `tally` counts how often the checker was sure. */
export function complaintsAt(now: number, world: World, tally?: Map<string, number>): string | null {
  const { misses, contacts, didOf, undecided } = whatHappened(now, world);
  const standing = world.said.filter((it) => !it.isUndone);
  for (const did of bothDids) {
    const rows = world.shown.filter((it) => it.did === did);
    const said = standing.filter((it) => it.seen.some((name) => didOf.get(name) === did));
    const reopened = said.filter((it) => it.kind === 'reopen');
    const mine = misses.filter((it) => it.did === did);
    const isOn = mine.some((miss) => nobodySettled(miss, now, mine, contacts, said));
    const isUndoneReopening = world.said.some((it) => it.isUndone && it.kind === 'reopen');
    // By a clock that is ahead of ours (rules.md 2) a call may have begun after a case expires that stands there still:
    // until that has passed, the case may stand beside a new one, or beside a contact.
    const isAhead = [...mine, ...contacts].some(({ began }) => began > now);
    // What an undecided call does to a case that stands already is nowhere said; nor what a reopening of no miss does.
    const isEitherWay =
      isAhead ||
      undecided.has(did) ||
      reopened.some((it) => it.seen.some((name) => !mine.some((miss) => miss.name === name)));
    const isOff =
      !isEitherWay &&
      (mine.every((miss) => somebodySettled(miss, contacts, said, isUndoneReopening)) ||
        now >=
          Math.max(
            ...mine.map((miss) => miss.expires),
            ...reopened.flatMap((it) => mine.map((miss) => it.at + miss.days * day)),
          ));
    const verdict = isOn ? 'must be on' : isOff ? 'must be off' : 'either';
    tally?.set(verdict, (tally.get(verdict) ?? 0) + 1);
    if (isOn && isOff) return `${did}: the checker contradicts itself`;
    // rules.md 15: one row on the desk.
    if (rows.length > (isAhead ? 2 : 1)) return `${did}: ${rows.length} open cases`;
    if (isOn && rows.length === 0)
      return `${did}: a caller waits whom nobody reached, and is not on the desk`;
    if (isOff && rows.length > 0) return `${did}: a caller is on the desk who waits for nobody`;
    // rules.md 22.
    const isHidden = said.some(
      (it) =>
        it.kind === 'snooze' &&
        (it.until ?? 0) > now &&
        !misses.some((miss) => miss.began > it.at && miss.received > it.at),
    );
    if (rows[0]?.isSnoozed && !isHidden) return `${did}: hidden by a snooze that is over`;
    const isClaimed = said.some((it) => it.kind === 'claim' && now < it.at + 15 * minute);
    if (rows[0]?.isClaimed && !isClaimed) return `${did}: claimed by nobody`;
  }
  return null;
}

/** Nothing that was recorded or said can have settled this missed call, and its time is not over (rules.md 18 to 23). */
function nobodySettled(miss: Miss, now: number, all: Miss[], contacts: Contact[], said: Said[]): boolean {
  const reopenedAt = Math.max(
    0,
    ...said.filter((it) => it.kind === 'reopen' && it.seen.includes(miss.name)).map((it) => it.at),
  );
  const isReached = contacts.some(
    (it) => it.began > miss.began && Math.min(it.began, it.received) > reopenedAt,
  );
  const isSettled = said.some(
    (it) =>
      it.kind === 'settled' && it.at > reopenedAt && (it.seen.includes(miss.name) || it.at >= miss.began),
  );
  // A later call may have another expiry in its settings: the earliest is certain.
  const later = all.filter((it) => it.began >= miss.began);
  const expires = Math.min(...later.map((it) => it.expires));
  const fromReopening = reopenedAt > 0 ? reopenedAt + Math.min(...later.map((it) => it.days)) * day : 0;
  return !isReached && !isSettled && now < Math.max(expires, fromReopening);
}

/** Somebody reached the caller after this missed call, or settled it, and nobody reopened it (rules.md 18 to 21). */
function somebodySettled(miss: Miss, contacts: Contact[], said: Said[], isUndoneReopening: boolean): boolean {
  const reopenedAt = Math.max(
    0,
    ...said
      .filter((it) => it.kind === 'reopen' && (it.at >= miss.began || it.seen.includes(miss.name)))
      .map((it) => it.at),
  );
  const isReached = contacts.some(
    (it) => it.began > miss.began && Math.min(it.began, it.received) > reopenedAt,
  );
  const isSettled = said.some((it) => {
    const isLate = miss.began <= it.at && miss.received > it.at && !isUndoneReopening;
    return it.kind === 'settled' && it.at > reopenedAt && (it.seen.includes(miss.name) || isLate);
  });
  return isReached || isSettled;
}

/** Each conversation as what it was, from all its records so far (rules.md 4, 6 and 8 to 11, 18). */
function whatHappened(now: number, { records, rows }: World) {
  const misses: Miss[] = [];
  const contacts: Contact[] = [];
  const didOf = new Map<string, string>();
  const undecided = new Set<string>();
  for (const name of new Set(records.map((it) => String(it.cdr.conversation_uuid)))) {
    const mine = records.filter((it) => it.cdr.conversation_uuid === name);
    const legs = legsOf(mine);
    const a = legs.find((it) => it.side === 'a') ?? legs.find((it) => it.side === 'unsaid');
    const bs = legs.filter((it) => it.side === 'b');
    const received = Math.min(...mine.map((it) => it.receivedAt));
    const began = a ? a.began : Math.min(...bs.map((it) => it.began));
    const isByUs = mine.some((it) => it.cdr.request_id);
    const did = tenDigits(isByUs ? mine[0]!.cdr.from : mine[0]!.cdr.to);
    didOf.set(name, did);
    if (isByUs) {
      const talk = setting(rows, did, began, 'talk') ?? 10;
      const toCaller = legs.filter((it) => it.to === theCaller);
      const others = legs.filter((it) => it.to !== theCaller);
      const isTalk = toCaller.some((it) => isAnswered(it) && typeof it.talk === 'number' && it.talk >= talk);
      if (isTalk && (others.length === 0 || others.some(isAnswered))) contacts.push({ began, received });
      continue;
    }
    const menu = setting(rows, did, began, 'menu') ?? 'none';
    const isTakenUp = bs.some(isAnswered) || (a && isAnswered(a) && bs.length === 0 && menu === 'none');
    const isMenuOnly = a && isAnswered(a) && bs.length === 0 && menu === 'ignore';
    const isUndecided = !a && now < received + 3 * minute;
    if (isUndecided && !isTakenUp && misses.some((it) => it.did === did)) undecided.add(did);
    if (isTakenUp) contacts.push({ began, received });
    else if (!isMenuOnly && !isUndecided) {
      misses.push({
        name,
        did,
        began,
        received,
        days: days(rows, did, began),
        expires: Math.max(began, received) + days(rows, did, began) * day,
      });
    }
  }
  return { misses, contacts, didOf, undecided };
}

function legsOf(records: World['records']): Leg[] {
  const legs: Leg[] = [];
  const keyOf = (cdr: Record<string, unknown>) => `${cdr.leg} ${cdr.cmiuuid} ${cdr.time}`;
  for (const key of new Set(records.map((it) => keyOf(it.cdr)))) {
    const copies = records.filter((it) => keyOf(it.cdr) === key);
    const { cdr } = copies[0]!;
    const received = Math.min(...copies.map((it) => it.receivedAt));
    const told = Math.round(Number(cdr.start_time) * 1000);
    legs.push({
      side: cdr.leg === 'a' || cdr.leg === 'b' ? cdr.leg : 'unsaid',
      key,
      words: copies.map((it) => String(it.cdr.status)),
      to: tenDigits(cdr.to),
      talk: cdr.duration,
      // rules.md 2: a clock that is far ahead is not believed.
      began: told > received + 5 * minute ? received : told,
    });
  }
  return legs;
}

/** rules.md 1: answered over any other word. */
function isAnswered(leg: Leg): boolean {
  return leg.words.includes('answered');
}

function days(rows: SetRow[], did: string, at: number): number {
  return setting(rows, did, at, 'days') ?? 7;
}

/** What was in force at that time, saved last of what holds by then: the DID's own, else the desk's. */
function setting<Name extends 'menu' | 'talk' | 'days'>(
  rows: SetRow[],
  did: string,
  at: number,
  name: Name,
): SetRow[Name] {
  const inForce = (scope: string | null) =>
    rows
      .filter((it) => it.did === scope && it.from <= at)
      .sort((a, b) => a.id - b.id)
      .at(-1);
  return inForce(did)?.[name] ?? inForce(null)?.[name] ?? null;
}

function tenDigits(number: unknown): string {
  return String(number).replace(/\D/g, '').slice(-10);
}
