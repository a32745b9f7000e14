import type { AllMessages } from '@/messages/all';

const browsers: [pattern: RegExp, word: string][] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\//, 'Firefox'],
  [/Chrom(e|ium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const systems: [pattern: RegExp, word: string][] = [
  [/\bAndroid\b/, 'Android'],
  [/\b(iPhone|iPad)\b/, 'iOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

/** "Firefox on Linux": roughly what a browser says of itself, so that people know their own again. */
export function browserWord(told: string | null | undefined, { account }: AllMessages): string {
  const first = (words: typeof browsers) => words.find(([pattern]) => pattern.test(told ?? ''))?.[1];
  const browser = first(browsers) ?? account.someBrowser;
  const system = first(systems);
  return system ? account.browserOn(browser, system) : browser;
}
