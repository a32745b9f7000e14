/** Every text that people read goes through the messages: none stands in the sources of a page. */

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { literalsIn } from './literals';

/** Names; keys of the keyboard, as they are printed on it and as programs call them; what is copied as it stands. */
const allowed = new Set([
  ...['Ringback', '· Ringback', ') Ringback'],
  ...['Edge', 'Opera', 'Firefox', 'Chrome', 'Safari', 'Android', 'Windows', 'Linux'],
  ...['Space', 'Esc', 'Ctrl K', 'Enter', 'Escape', 'Authorization: Bearer', '/api/webhook/cdr/'],
]);

const sources = ['app', 'components']
  .flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' }).map((path) => `${room}/${path}`),
  )
  .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('app/api/'));

describe('a text in the sources', () => {
  test('is nowhere', () => {
    expect(sources.length).toBeGreaterThan(100);
    const texts = Object.fromEntries(sources.map((path) => [path, readFileSync(path, 'utf8')]));
    expect(literalsIn(texts, allowed)).toEqual([]);
  });

  test.each([
    ['content', '<p>Call back</p>', 'Call back'],
    ['a single small word', '<p>closed</p>', 'closed'],
    ['a choice', `<p>{isBusy ? 'one moment' : word}</p>`, 'one moment'],
    ['a default', `<p>{name ?? 'nobody'}</p>`, 'nobody'],
    ['a sentence with a gap', `<p>{\`\${count} callers wait\`}</p>`, 'callers wait'],
    ['what a screen reader says', '<nav aria-label="pages" />', 'pages'],
    ['what shows on hover', `<p title={isLate ? 'late' : word} />`, 'late'],
    ['a placeholder', `<input placeholder={isOwn ? 'own' : word} />`, 'own'],
    ['a property of our own components', '<Page heading="settings" />', 'settings'],
    ['a toast', `<a onClick={() => toast('Saved.')} />`, 'Saved.'],
    ['a list of words', `<a>{words(['Sunday', 'Monday'])}</a>`, 'Sunday'],
  ])('control: %s is found', (_, element, text) => {
    const [found] = literalsIn({ 'app/page.tsx': `export const it = () => ${element};` }, allowed);
    expect(found).toBe(`app/page.tsx: ${text}`);
  });

  test('control: what nobody reads is not found', () => {
    const code = `
      import { a } from 'Somewhere';
      type Kind = 'Missed' | 'open';
      export const it = () => {
        if (kind === 'open') throw new Error('This belongs inside of a page.');
        return <a className="flex gap-2" href={isOwn ? '/account' : '/'}>{kind === 'open' ? <Mark tone="missed" /> : words.open}: {a('x')} – 1</a>;
      };`;
    expect(literalsIn({ 'app/page.tsx': code }, allowed)).toEqual([]);
  });
});
