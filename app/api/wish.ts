/** What somebody asks of a case, read from the JSON of a request. */

import { z } from 'zod';
import type { Taken, Wish } from '@/desk/decide';
import { decisionKinds } from '@/domain/decision';

const mostCases = 200;

export const noteText = z
  .string('must be text')
  .overwrite(withoutNul)
  .trim()
  .max(2000, 'has at most 2000 characters');

/** PostgreSQL keeps no text with it. */
function withoutNul(text: string): string {
  return text.replaceAll('\0', '');
}

const instant = z.iso
  .datetime({ offset: true, error: 'must be a time such as 2026-11-22T09:12:03Z' })
  .transform((text) => Date.parse(text));

export const wish: z.ZodType<Wish> = z
  .object({
    kind: z.enum(decisionKinds, `must be one of ${decisionKinds.join(', ')}`),
    note: noteText.nullish().transform((text) => text || null),
    until: instant.nullish().transform((at) => at ?? null),
  })
  .refine(({ kind, note }) => kind !== 'note' || note, { path: ['note'], error: 'must not be empty' })
  .refine(({ kind, until }) => kind !== 'snooze' || until, { path: ['until'], error: 'must say until when' })
  .transform((given) => ({ ...given, until: given.kind === 'snooze' ? given.until : null }));

export const wishForMany: z.ZodType<Wish & { ids: string[] }> = z
  .object({
    ids: z
      .array(z.string('must be ids of cases').overwrite(withoutNul), 'must be a list of ids')
      .min(1, 'must not be empty')
      .max(mostCases, `has at most ${mostCases} cases`)
      .transform((ids) => [...new Set(ids)]),
  })
  .and(wish);

const id = z.string('must be an id').overwrite(withoutNul);

export const undoOfMany: z.ZodType<{ decisions: Taken[] }> = z.object({
  decisions: z
    .array(z.object({ case: id, decision: id }), 'must be a list of decisions')
    .min(1, 'must not be empty')
    .max(mostCases, `has at most ${mostCases} decisions`),
});

/** Whether a snooze would end before it begins. */
export function isOver({ until }: Wish, now: number): boolean {
  return until !== null && until <= now;
}
