/** What somebody asks of a case, read from the JSON of a request. */

import { z } from 'zod';
import type { Wish } from '@/desk/decide';
import { decisionKinds } from '@/domain/decision';
import { readBody } from './body';

const longestBody = 64 * 1024;
const mostCases = 200;

const name = z.string('must be a name').trim().min(1, 'must be a name').max(60, 'has at most 60 characters');

const note = z.string('must be text').trim().max(2000, 'has at most 2000 characters').nullish();

const wish = z
  .object({
    kind: z.enum(decisionKinds, `must be one of ${decisionKinds.join(', ')}`),
    by: name.optional(),
    note,
  })
  .refine(({ kind, note: text }) => kind !== 'note' || text, { path: ['note'], error: 'must not be empty' });

const wishForMany = z
  .object({
    ids: z
      .array(z.string('must be ids of cases'), 'must be a list of ids')
      .min(1, 'must not be empty')
      .max(mostCases, `has at most ${mostCases} cases`),
  })
  .and(wish);

const undoing = z.object({ by: name.optional() });

export type Bad = { status: number; error: string; field?: string };

/** The name that was sent; a program with the API token, or one that names nobody, is "API". */
function speakerOf(request: Request, by: string | undefined): string {
  const isProgram = /^Bearer /i.test(request.headers.get('authorization') ?? '');
  return isProgram ? 'API' : (by ?? 'API');
}

export async function readWish(request: Request): Promise<Wish | Bad> {
  return read(request, wish, ({ kind, by, note: text }) => ({
    kind,
    by: speakerOf(request, by),
    note: text || null,
  }));
}

export async function readWishForMany(request: Request): Promise<{ ids: string[]; wish: Wish } | Bad> {
  return read(request, wishForMany, ({ ids, kind, by, note: text }) => ({
    ids: [...new Set(ids)],
    wish: { kind, by: speakerOf(request, by), note: text || null },
  }));
}

/** The name of who takes a decision back; the body may be empty. */
export async function readUndoing(request: Request): Promise<{ by: string } | Bad> {
  return read(request, undoing, ({ by }) => ({ by: speakerOf(request, by) }), '{}');
}

async function read<Shape, Result>(
  request: Request,
  shape: z.ZodType<Shape>,
  then: (given: Shape) => Result,
  whenEmpty = '',
): Promise<Result | Bad> {
  const body = await readBody(request, longestBody);
  if (!body) return { status: 413, error: 'The body has at most 64 KiB.' };
  const text = body.toString('utf8') || whenEmpty;
  if (body.length > 0 && !/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) {
    return { status: 415, error: 'The body must be JSON, with that content type.' };
  }
  const given = shape.safeParse(jsonIn(text));
  if (given.success) return then(given.data);
  const [issue] = given.error.issues;
  const field = issue?.path.join('.');
  return field
    ? { status: 400, error: `\`${field}\` ${issue?.message}.`, field }
    : { status: 400, error: 'The body must be a JSON object.' };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON is told like any other wrong body.
    return undefined;
  }
}
