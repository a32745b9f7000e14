/** The desk as an app: what the manifest names is there, and is what it says. */

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import manifest from '@/app/manifest';

const icons = manifest().icons ?? [];
const pictures = icons.filter(({ type }) => type === 'image/png');

test('has what browsers ask of an app', () => {
  expect(manifest()).toMatchObject({ name: 'Ringback', start_url: '/', scope: '/', display: 'standalone' });
  for (const purpose of [undefined, 'maskable'])
    expect(pictures.filter((icon) => icon.purpose === purpose).map(({ sizes }) => sizes)).toEqual([
      '192x192',
      '512x512',
    ]);
});

test.each(pictures)('$src is a picture of $sizes', ({ src, sizes }) => {
  expect(sizeOf(`public${src}`)).toBe(sizes);
});

test('an iPhone gets one of its own size', () => {
  expect(sizeOf('public/icons/apple-touch.png')).toBe('180x180');
});

/** The width and height that the head of a PNG says. */
function sizeOf(file: string): string {
  const bytes = readFileSync(file);
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
}
