/** The board as JSON: built once per revision and view, however many desks ask. */

import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import { type BoardQuery, cursorText } from '@/domain/board-query';
import type { BoardJson } from '@/domain/case-json';
import { mayDo, maySee, type Person, type Sight, sightOf } from '@/domain/person';
import { countsJson } from './board-counts';
import { type BoardMoment, openMoments } from './board-moment';
import { casesJson, didJson } from './case';
import { metrics } from './metrics';
import { spanOfDays } from './span-of-days';
import type { Desk } from './the-desk';

const callsInLists = 20;
const mostViews = 100;

/** The text for the wire; compressed once, when the first asks for it so. */
type BoardText = { plain: string; gzipped(): Promise<Uint8Array<ArrayBuffer>> };

export type Board = {
  /** The board in this view, as it is now. */
  load(by: Person, query: BoardQuery): Promise<BoardJson>;
  /** The same as text, with its ETag; no text where the asker has that ETag already. */
  answer(
    by: Person,
    query: BoardQuery,
    known: string | null,
  ): Promise<{ etag: string; text: BoardText | null }>;
};

type Built = { etag: string; json: BoardJson; text: BoardText };

/** `together`: how those who ask at once share an asking (`front/together.ts`). */
export function openBoard(
  desk: Pick<Desk, 'store' | 'settings' | 'clock'>,
  together: <Answer>(ask: () => Promise<Answer>) => () => Promise<Answer> = (ask) => ask,
): Board {
  const momentNow = together(openMoments(desk));
  const built = new Map<string, { etag: string; answer: Promise<Built> }>();

  /** An answer of an older moment makes place; a build that fails is not kept. */
  function current({ view, seen }: View, at: BoardMoment): Promise<Built> {
    const etag = etagOf(view, at);
    const kept = built.get(view);
    metrics().boards.inc({ how: kept?.etag === etag ? 'kept' : 'built' });
    if (kept?.etag === etag) return kept.answer;
    const fresh = { etag, answer: build(desk, seen, etag, at) };
    built.delete(view);
    built.set(view, fresh);
    if (built.size > mostViews) built.delete(built.keys().next().value!);
    fresh.answer.catch(() => {
      if (built.get(view) === fresh) built.delete(view);
    });
    return fresh.answer;
  }

  return {
    async load(by, query) {
      return (await current(viewOf(by, query), await momentNow())).json;
    },
    async answer(by, query, known) {
      const at = await momentNow();
      const view = viewOf(by, query);
      const etag = etagOf(view.view, at);
      if (known?.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)) {
        metrics().boards.inc({ how: 'not changed' });
        return { etag, text: null };
      }
      return current(view, at);
    },
  };
}

/** A view as somebody sees it: the same for everybody who sees as much. */
type Seen = { query: BoardQuery; sight: Sight; isAdmin: boolean };
type View = { view: string; seen: Seen };

function viewOf(by: Person, query: BoardQuery): View {
  const seen = { query, sight: sightOf(by), isAdmin: mayDo(by, 'administer') };
  return { view: JSON.stringify(seen), seen };
}

function etagOf(view: string, { revision, passed }: BoardMoment): string {
  const digest = hash('sha256', view, 'base64url').slice(0, 8);
  return `"${revision}-${passed}-${digest}"`;
}

async function build(
  { store }: Pick<Desk, 'store'>,
  seen: Seen,
  etag: string,
  at: BoardMoment,
): Promise<Built> {
  const json = await boardJson(store.read, seen, at);
  return { etag, json, text: textOf(JSON.stringify(json)) };
}

const compress = promisify(gzip);

function textOf(plain: string): BoardText {
  let gzipped: Promise<Uint8Array<ArrayBuffer>> | undefined;
  return {
    plain,
    gzipped() {
      gzipped ??= compress(plain, { level: constants.Z_BEST_SPEED });
      return gzipped;
    },
  };
}

async function boardJson(
  read: Desk['store']['read'],
  { query, sight, isAdmin }: Seen,
  { revision, now, settings, name, dids, counts }: BoardMoment,
): Promise<BoardJson> {
  // Whoever sees numbers in part could ask for the rest by searching.
  const asked = sight.isMasked ? { ...query, q: null } : query;
  const span = query.days && spanOfDays(query.days, settings.desk(now).timeZone);
  const { rows, parts } = await read.loadFilledPage(asked, now, sight.dids, span, callsInLists);
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    revision,
    name,
    counts: countsJson(counts, sight, isAdmin),
    dids: dids
      .filter((did) => maySee(sight, did))
      .map((key) => ({ key, ...didJson(key, key, settings.did(key, now)) })),
    cases: casesJson(
      page.map(({ found }) => found),
      parts,
      settings,
      sight,
      now,
    ),
    next: rows.length > query.limit && last ? cursorText(last.cursor) : null,
  };
}
