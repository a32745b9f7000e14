/** The languages of the screen, and which one somebody reads. */

export const languages = { en: 'English', hi: 'हिन्दी' } as const;

export type Language = keyof typeof languages;

/** What somebody chose; else the first of their browser's languages that there is; else English. */
export function languageOf(chosen: string | undefined, accepted: string | null): Language {
  if (isLanguage(chosen)) return chosen;
  const wanted = (accepted ?? '').split(',').map((range) => range.trim().slice(0, 2).toLowerCase());
  return wanted.find(isLanguage) ?? 'en';
}

export function isLanguage(text: unknown): text is Language {
  return typeof text === 'string' && Object.hasOwn(languages, text);
}
