/** A saved view as somebody sends it. */

import { z } from 'zod';
import { noteText } from '@/app/api/wish';

const longest = 60;

export const viewName = noteText.pipe(
  z.string().min(1, 'must not be empty').max(longest, `has at most ${longest} characters`),
);

/** The query of the board's address, as the board itself writes it. */
export const viewQuery = z
  .string('must be the query of an address')
  .max(1000, 'has at most 1000 characters')
  .transform((text) => new URLSearchParams(text).toString());
