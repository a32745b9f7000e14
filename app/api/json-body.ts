/** The JSON body of a request that changes something: read whole, checked by its shape, told in a sentence. */

import type { z } from 'zod';
import { readBody } from './body';

const longestBody = 256 * 1024;

export type Bad = { status: number; error: string; field?: string };

/** The value that the shape makes of the body; of an empty one that of `whenEmpty`, where it is given. */
export async function readJson<Shape>(
  request: Request,
  shape: z.ZodType<Shape>,
  whenEmpty = '',
): Promise<{ given: Shape } | Bad> {
  const body = await readBody(request, longestBody);
  if (!body) return { status: 413, error: 'The body has at most 256 KiB.' };
  if (body.length > 0 && !/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) {
    return { status: 415, error: 'The body must be JSON, with that content type.' };
  }
  const said = jsonIn(body.toString('utf8') || whenEmpty);
  const parsed = shape.safeParse(said, { error: wrongKind });
  if (parsed.success) return { given: parsed.data };
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.');
  return field
    ? { status: 400, error: `\`${field}\` ${issue?.message}.`, field }
    : { status: 400, error: 'The body must be a JSON object.' };
}

/** For a shape that has no words of its own about it. */
function wrongKind({ code, input }: { code?: string; input?: unknown }): string | undefined {
  if (code !== 'invalid_type') return undefined;
  return input === undefined ? 'is missing' : 'is of the wrong kind';
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON is told like any other wrong body.
    return undefined;
  }
}
