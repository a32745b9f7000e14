/** What somebody chose for this browser: kept in cookies, which the server reads before it draws anything. */

import { isTheme, type Theme } from '@/components/themes';
import { isLanguage } from '@/messages/languages';

const choices = {
  language: isLanguage,
  theme: isTheme,
};

/** As the system is, unless somebody chose. */
export function themeOf(chosen: string | undefined): Theme {
  return isTheme(chosen) ? chosen : 'system';
}

const yearSeconds = 365 * 24 * 60 * 60;

/** `Set-Cookie` for each choice that was sent and that there is. */
export function choiceCookies(sent: URLSearchParams): string[] {
  return Object.entries(choices).flatMap(([name, isOne]) => {
    const value = sent.get(name);
    return isOne(value) ? `${name}=${value}; Path=/; Max-Age=${yearSeconds}; SameSite=Lax; HttpOnly` : [];
  });
}
