/** What somebody says of a caller, read from the JSON of a request. */

import { z } from 'zod';
import type { Description } from '@/desk/describe-caller';
import { longestName, oneLine } from '@/domain/contact-names';
import { noteText } from './wish';

const name = z
  .string('must be text')
  .transform(oneLine)
  .refine((text) => text.length <= longestName, `has at most ${longestName} characters`)
  .transform((text) => text || null);

export const description: z.ZodType<Description> = z
  .object({ name: name.nullable().optional(), isSpam: z.boolean('must be yes or no').optional() })
  .refine(({ name, isSpam }) => name !== undefined || isSpam !== undefined, {
    path: ['name'],
    error: 'or `isSpam` must be given',
  });

export const callerNote = z.object({ text: noteText.refine((text) => text !== '', 'must not be empty') });
