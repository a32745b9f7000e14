/** The name of a desk as people type it: one line of plain text. */

import { z } from 'zod';

/** Control signs, and those that turn the direction of the text around them. */
const unseen = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Null where nothing is left of it: then the desk goes by the product's name. */
export const deskName = z
  .string('must be text')
  .transform((text) => text.replace(unseen, ' ').replace(/\s+/g, ' ').trim())
  .refine((name) => name.length <= 40, 'has at most 40 characters')
  .transform((name) => name || null);
