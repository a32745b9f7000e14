const browsers: [pattern: RegExp, word: string][] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\//, 'Firefox'],
  [/\bChrom(e|ium)\//, 'Chrome'],
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
export function browserWord(told: string | null | undefined): string {
  const first = (words: typeof browsers) => words.find(([pattern]) => pattern.test(told ?? ''))?.[1];
  const browser = first(browsers) ?? 'A browser';
  const system = first(systems);
  return system ? `${browser} on ${system}` : browser;
}
