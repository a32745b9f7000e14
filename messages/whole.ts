/** Every language whole: for the server, which reads them all. */

import { type AllMessages, allOf } from './all';
import { en } from './en';
import { enBeside } from './en-beside';
import { hi } from './hi';
import { hiBeside } from './hi-beside';
import type { Language } from './languages';

export const wholeLanguages: Record<Language, AllMessages> = {
  en: allOf(en, enBeside),
  hi: allOf(hi, hiBeside),
};
