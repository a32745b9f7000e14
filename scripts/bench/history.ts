/** A long history, written by SQL as the fold would leave it: legs, calls, cases, decisions and parts of numbers. */

import Database from 'better-sqlite3';

/** On the average; most ring less often, and some thousands of times. */
const callsOfACaller = 10;
/** A caller beside them, whose page is long. */
export const regular = 919800000001;
export const regularCalls = 10_000;

export const ourNumbers = [914442110011, 914442110022, 918042110033, 914442110044, 914442110055];

const dayMs = 24 * 60 * 60_000;
const historyMs = 365 * dayMs;

/**
 * Fills the empty tables of a desk in India that has no settings, over the year before `now` (ms): about `calls` calls
 * and those of the regular. One in ten was missed: then called back, reached by a call of ours or, seldom, forgotten;
 * one in a thousand came without a number. Nothing of it waits, so that who waits is the same however long it is.
 */
export function writeHistory(path: string, calls: number, now: number): void {
  const file = new Database(path);
  for (const pragma of ['journal_mode = MEMORY', 'synchronous = OFF', 'locking_mode = EXCLUSIVE'])
    file.pragma(pragma);
  file.pragma('cache_size = -1500000');
  const indexes = file
    .prepare(`select name, sql from sqlite_master where type = 'index' and sql is not null`)
    .all() as { name: string; sql: string }[];
  // Built once the rows are there: ten times as quick.
  for (const { name } of indexes) file.exec(`drop index "${name}"`);
  plan(file, calls, now);
  for (const statement of statements) file.exec(statement);
  for (const { sql } of indexes) file.exec(sql);
  file.close();
}

/** What happened, in the order of time. How a missed call ended: 1 called back, 2 reached by a call of ours, 3 forgotten. */
function plan(file: Database.Database, calls: number, now: number): void {
  const callers = Math.ceil(calls / callsOfACaller);
  // A page of them is full on a small desk, too.
  const hidden = Math.max(60, Math.ceil(calls / 1000));
  file.exec(`
    create temp table our_numbers (place integer primary key, number integer);
    create temp table callers_planned (number integer, place integer, calls integer);
    create temp table turns (j integer primary key);
    with recursive counted (j) as (select 0 union all select j + 1 from counted where j + 1 < ${regularCalls})
    insert into turns select j from counted;
    create temp table planned (
      n integer primary key, id text, caller text, raw text, did text, did_raw text, at integer, ring integer,
      is_missed integer, ending integer, contact text);`);
  for (const [place, number] of ourNumbers.entries())
    file.prepare('insert into our_numbers values (?, ?)').run(place, number);
  // The most faithful callers first; the sum of one over the roots of 1 to n is about twice the root of n.
  file
    .prepare(
      `with recursive counted (c) as (select 1 union all select c + 1 from counted where c < @callers)
      insert into callers_planned
      select 919840000000 + c, c, max(1, round(@mean / 2.0 * sqrt(@callers) / sqrt(c))) from counted
      union all select @regular, 0, @regularCalls`,
    )
    .run({ callers, mean: callsOfACaller, regular, regularCalls });
  // Each caller rings at even distances, so that whoever was missed is called back before they ring again.
  file
    .prepare(
      `with recursive
        rung as (
          select number, place, j, place * 7 + j * 13 as hash, @history / calls as distance,
            cast((j + ((place * 2654435761) & 65535) / 65536.0) * @history / calls / 1000 as integer) * 1000 as after
          from callers_planned cross join turns on j < calls),
        hidden (h) as (select 1 union all select h + 1 from hidden where h < @hidden),
        happened as (
          select '+' || number as caller, cast(number as text) as raw, place + j as did, after, hash,
            hash % 10 = 3 as is_missed,
            case when hash % 10 <> 3 then 0 when hash / 10 % 10 < 5 then 1 when hash / 10 % 10 < 9 then 2
              when distance > @expiry then 3 else 1 end as ending
          from rung
          union all
          select null, 'anonymous', h, (h * 2654435761 % (@history / 1000)) * 1000, h, 1, 0 from hidden)
      insert into planned (caller, raw, did, did_raw, at, ring, is_missed, ending)
      select caller, raw, '+' || number, cast(number as text), @from + after,
        case when is_missed and hash / 100 % 20 = 0 then 3000 else 20000 end, is_missed, ending
      from happened join our_numbers on place = did % (select count(*) from our_numbers)
      where ending <> 3 or after < @history - @expiry
      order by after`,
    )
    .run({ hidden, history: historyMs, expiry: 8 * dayMs, from: now - historyMs - dayMs / 24 });
  // Ids lie as digests do, anywhere among each other.
  file.exec(`
    update planned set
      id = printf('%08x%08x%08x', n * 2654435761 & 0xffffffff, n * 2246822519 & 0xffffffff, n * 3266489917 & 0xffffffff),
      contact = printf('%08x%08x%08x', n * 2246822519 & 0xffffffff, n * 3266489917 & 0xffffffff, n * 668265263 & 0xffffffff);
    update planned set caller = 'hidden:' || id where caller is null;`);
}

const columnsOfLeg = `
  copy, id, call_id, delivery_id, first_received_at, app_id, conversation, has_conversation, leg_uuid, side, direction,
  status, status_text, "from", "to", time, started_at, ended_at, duration_seconds, "user"`;

const columnsOfCall = `
  id, conversation, direction, caller, caller_raw, did, did_raw, started_at, first_received_at, ring_ms, verdict, rule,
  is_short, is_out_of_hours, caller_answered, talk_seconds, staff, case_id`;

/** rules.md, with the numbers that hold where nobody has set any; times in ms. */
const statements = [
  `insert into legs (${columnsOfLeg})
  select id, id, id, 0, at + 30000, '2222222', id, 1, id, 'a', 'inbound',
    iif(is_missed, 'missed', 'answered'), iif(is_missed, 'missed', 'answered'), raw, did_raw, at, at, at + ring,
    iif(is_missed, 0, 15), null
  from planned`,
  `insert into calls (${columnsOfCall})
  select id, id, 'inbound', caller, raw, did, did_raw, at, at + 30000, ring, iif(is_missed, 'missed', 'answered'),
    iif(is_missed, 9, 8), ring < 5000, 0, null, null, null, iif(is_missed, id, null)
  from planned`,
  `create temp view contacts as select *, at + 720000 as contact_at from planned where ending = 2`,
  `insert into legs (${columnsOfLeg})
  select contact, contact, contact, 0, contact_at + 90000, '2222222', contact, 1, contact, 'a', 'outbound', 'answered',
    'answered', did_raw, raw, contact_at, contact_at, contact_at + 75000, 60, 'asha'
  from contacts`,
  `insert into calls (${columnsOfCall})
  select contact, contact, 'outbound', caller, raw, did, did_raw, contact_at, contact_at + 90000, 75000,
    'outbound_answered', 18, 0, 0, 1, 60, 'asha', null
  from contacts`,
  `create temp view called_back as select *, at + 600000 as said_at from planned where ending = 1`,
  `insert into decisions (id, at, kind, by)
  select contact, said_at, 'called_back', 'Ravi' from called_back`,
  `insert into decision_calls (decision_id, call_id) select contact, id from called_back`,
  `insert into cases (
    id, caller, caller_raw, did, did_raw, state, outcome, calls_total, missed_count, first_missed_at, last_missed_at,
    clock_starts_at, due_at, is_short, attempts, tried_at, reached_at, closed_at, closed_by, closed_by_call, expires_at,
    ends_at, visible_from, spans_from, spans_to)
  select id, caller, raw, did, did_raw, case ending when 0 then 'uncallable' when 3 then 'open' else 'closed' end,
    case ending when 1 then 'called_back' when 2 then 'reached_by_us' end, 1, 1, at, at,
    at, at + 1800000, ring < 5000, 0, settled_at, settled_at, settled_at,
    case ending when 1 then 'Ravi' when 2 then 'asha' end, iif(ending = 2, contact, null), at + 30000 + 604800000,
    case ending when 0 then null when 3 then at + 30000 + 604800000 else settled_at end, 0, at,
    coalesce(settled_at, at)
  from (
    select *, case ending when 1 then at + 600000 when 2 then at + 720000 end as settled_at
    from planned where is_missed)`,
  'insert into dids select distinct did from planned',
  `insert into number_parts (part, caller)
  with recursive ends (part, caller) as (
    select cast(number as text), '+' || number from callers_planned
    union all select substr(part, 3), caller from ends where length(part) > 4)
  select part, caller from ends where caller in (select caller from planned)`,
];
