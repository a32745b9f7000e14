/** What the person who asked has chosen, on the server: their language and their theme. */

import { cookies, headers } from 'next/headers';
import type { Theme } from '@/components/themes';
import type { AllMessages } from '@/messages/all';
import { type Language, languageOf } from '@/messages/languages';
import { wholeLanguages } from '@/messages/whole';
import { themeOf } from './choices';

export async function theLanguage(): Promise<Language> {
  return languageOf((await cookies()).get('language')?.value, (await headers()).get('accept-language'));
}

/** For server components; client components `useMessages` or `useAllMessages`. */
export async function theMessages(): Promise<AllMessages> {
  return wholeLanguages[await theLanguage()];
}

export async function theTheme(): Promise<Theme> {
  return themeOf((await cookies()).get('theme')?.value);
}
