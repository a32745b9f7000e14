/** The language of the person who asked, on the server. */

import { cookies, headers } from 'next/headers';
import { en, type Messages } from '@/messages/en';
import { hi } from '@/messages/hi';
import { type Language, languageCookie, languageOf } from '@/messages/languages';

const messagesIn: Record<Language, Messages> = { en, hi };

export async function theLanguage(): Promise<Language> {
  return languageOf((await cookies()).get(languageCookie)?.value, (await headers()).get('accept-language'));
}

/** For server components; client components `useMessages`. */
export async function theMessages(): Promise<Messages> {
  return messagesIn[await theLanguage()];
}
