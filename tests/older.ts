/** A database as the first version left it, for what has to bring it up to date. */

import { readFileSync } from 'node:fs';
import type { Engine } from './desks';

/** What every later migration did, taken back: the tables as 0.1.0 left them, the projections empty. */
export function downgrade(engine: Engine): string[] {
  const folder = `drizzle/${engine}`;
  const { entries } = JSON.parse(readFileSync(`${folder}/meta/_journal.json`, 'utf8'));
  const [first, ...later] = entries.map(({ tag }: { tag: string }) =>
    readFileSync(`${folder}/${tag}.sql`, 'utf8').split('--> statement-breakpoint'),
  ) as [string[], ...string[][]];
  // A table under a name of passage is the one of before, made anew.
  const made = later.flat().flatMap((it) => /^\s*CREATE TABLE [`"](?!__new_)(\w+)/.exec(it)?.[1] ?? []);
  const added = later
    .flat()
    .flatMap((it) => [...it.matchAll(/^\s*ALTER TABLE [`"](\w+)[`"] ADD (?:COLUMN )?[`"](\w+)/g)])
    .filter(([, table = '']) => !made.includes(table));
  const indexes = later.flat().flatMap((it) => /^\s*CREATE (?:UNIQUE )?INDEX [`"](\w+)/.exec(it)?.[1] ?? []);
  const migrations = engine === 'sqlite' ? '__drizzle_migrations' : 'drizzle.__drizzle_migrations';
  return [
    ...(engine === 'sqlite' ? ['pragma foreign_keys = off'] : []),
    ...indexes.map((index) => `drop index if exists ${index}`),
    'create table legs_kept as select * from legs',
    ...[...made, 'legs'].map((table) => `drop table "${table}"${engine === 'sqlite' ? '' : ' cascade'}`),
    ...first.filter((it) => /^\s*CREATE (TABLE|INDEX \S+ ON) [`"](legs|calls|cases)[`"]/.test(it)),
    'insert into legs select * from legs_kept',
    'drop table legs_kept',
    ...added.map(([, table, column]) => `alter table ${table} drop column ${column}`),
    'update quarantine set position = 0 where position = -1',
    `delete from ${migrations} where created_at > ${entries[0].when}`,
  ];
}
