/** A second language says everything that the first one says. */

import { describe, expect, test } from 'vitest';
import { choiceCookies } from '@/app/choices';
import { en } from '@/messages/en';
import { enBeside } from '@/messages/en-beside';
import { languageOf } from '@/messages/languages';
import { wholeLanguages } from '@/messages/whole';

type Text = string | ((...given: never[]) => unknown);
type Texts = Map<string, Text>;

/** Every text by its path, such as `story.why.late`; lists by their places. */
function textsOf(branch: object, path: string[] = []): Texts {
  const texts: Texts = new Map();
  for (const [name, value] of Object.entries(branch)) {
    const here = [...path, name];
    if (typeof value === 'object') for (const [at, text] of textsOf(value, here)) texts.set(at, text);
    else texts.set(here.join('.'), value as Text);
  }
  return texts;
}

/** Words, or a sentence with gaps. */
function shapesOf(texts: Texts): [path: string, shape: string][] {
  return [...texts].map(([path, text]) => [path, typeof text === 'string' ? 'words' : 'sentence']);
}

/** The words of a text without what fills its gaps; where it draws, the words that are drawn. */
function wordsOf(text: Text): string {
  return typeof text === 'string'
    ? text
    : wordsIn(text(...Array.from({ length: text.length }, () => gap as never)));
}

const filling = '2';

/** Fills any gap: a text, a number, a list, or what draws the words that it is given. */
const gap: unknown = new Proxy((words: unknown) => words, {
  get: (_, name) => (name === Symbol.toPrimitive || name === 'toString' ? () => filling : gap),
});

function wordsIn(drawn: unknown): string {
  if (Array.isArray(drawn)) return drawn.map(wordsIn).join('');
  if (drawn === undefined || drawn === null || drawn === gap) return '';
  if (typeof drawn === 'object' && 'props' in drawn) {
    return wordsIn((drawn.props as { children?: unknown }).children);
  }
  return String(drawn).replaceAll(filling, '');
}

const english = textsOf(wholeLanguages.en);
const hindi = textsOf(wholeLanguages.hi);

/** Names, signs and gaps alone, or what the desk itself says: they have no words of a language. */
const wordless = new Set([
  ...['language', 'locale', 'settledBy', 'row.told.about'],
  ...['find.quoted', 'find.during', 'first.empty.onNumber', 'first.empty.everywhere'],
  ...['callers.atLeast', 'account.who', 'pages.said', 'settings.refusal'],
]);
const worded = (texts: Texts) => [...texts].filter(([path]) => !wordless.has(path));

function withoutDevanagari(texts: Texts): string[] {
  return worded(texts)
    .filter(([, text]) => !/\p{Script=Devanagari}/u.test(wordsOf(text)))
    .map(([path]) => path);
}

function arity(text: Text): number {
  return typeof text === 'string' ? 0 : text.length;
}

describe('Hindi', () => {
  test('has every text that English has, and none besides', () => {
    expect(english.size).toBeGreaterThan(300);
    expect(shapesOf(hindi).toSorted()).toEqual(shapesOf(english).toSorted());
  });

  test('takes nothing that English is not given', () => {
    const more = [...hindi].filter(([path, text]) => arity(text) > arity(english.get(path)!));
    expect(more.map(([path]) => path)).toEqual([]);
  });

  test('is Hindi', () => {
    expect(withoutDevanagari(hindi)).toEqual([]);
  });

  test('control: English is found not to be', () => {
    expect(withoutDevanagari(english).length).toBeGreaterThan(300);
  });
});

test('each text stands in one part only: the board’s, or what the pages beside it say besides', () => {
  const beside = textsOf(enBeside);
  expect(beside.size).toBeGreaterThan(300);
  expect([...textsOf(en).keys()].filter((path) => beside.has(path))).toEqual([]);
  expect(english.size).toBe(textsOf(en).size + beside.size);
});

test.each([
  ['English', english],
  ['Hindi', hindi],
])('no text of %s is empty', (_, texts) => {
  expect(
    worded(texts)
      .filter(([, text]) => wordsOf(text).trim() === '')
      .map(([path]) => path),
  ).toEqual([]);
});

describe('which language somebody reads', () => {
  test.each([
    ['what they chose', 'hi', 'en-IN', 'hi'],
    ['the first of their browser that there is', undefined, 'ta-IN, hi;q=0.8, en;q=0.5', 'hi'],
    ['English where there is none of theirs', undefined, 'ta', 'en'],
    ['English where nothing is known', undefined, null, 'en'],
    ['their browser’s where the choice is none', 'toString', 'hi', 'hi'],
  ])('is %s', (_, chosen, accepted, language) => {
    expect(languageOf(chosen, accepted)).toBe(language);
  });
});

describe('a choice', () => {
  test('is kept for a year, out of reach of scripts', () => {
    expect(choiceCookies(new URLSearchParams({ language: 'hi', theme: 'dark' }))).toEqual([
      'language=hi; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly',
      'theme=dark; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly',
    ]);
  });

  test('of what there is not is none', () => {
    const odd = new URLSearchParams({ language: 'tlh', theme: 'dark; Path=/x', session: 'mine' });
    expect(choiceCookies(odd)).toEqual([]);
  });
});
