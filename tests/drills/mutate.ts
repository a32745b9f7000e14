/** Bodies as nobody should send them: the samples, bent by their grammar and by their bytes; seeded. */

import { readdirSync, readFileSync } from 'node:fs';
import { digits, isLucky, oneOf, type Random, uuid, whole } from '@/scripts/simulate/random';

const folder = new URL('../samples/', import.meta.url);
const samples = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));

/** JSON values as they are written, for a writer would not write most of these. */
const values = [
  '1e400',
  '-1e400',
  '-0',
  '007',
  '9007199254740993',
  '1e-400',
  '""',
  '"\\ud800"',
  '"\\udc00\\ud800"',
  '"\\u0000"',
  '"1e400"',
  '"\u202e919884112233"',
  '"٩١٩٨٨٤١١٢٢٣٣"',
  '"{\\"key\\":{\\"key\\":1}}"',
  '"missed"',
  'null',
  'true',
  'NaN',
  '[]',
  '{}',
  '[[[[[]]]]]',
  '{"__proto__":{"status":"missed"}}',
  '-62135596800001',
  '8640000000000001',
];

const keys = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'cmiuuid',
  'cmiuid',
  'cdr',
  'type',
  '',
];

/** Once in so many bodies, one of a size that is near the limit. */
const oneLargeIn = 1000;

type Bend = (body: string, random: Random) => string;

const bends: Bend[] = [
  (body, random) => withField(body, random, (name) => `${name}:${oneOf(random, values)}`),
  (body, random) => withField(body, random, (name, value) => `${name}:"${value.replaceAll('"', '')}"`),
  (body, random) => withField(body, random, (name, value) => `${name}:[${value}]`),
  (body, random) => withField(body, random, () => `"x":0`),
  (body, random) => withField(body, random, (name, value) => `${name}:${value},${name}:${value}`),
  (body, random) => withField(body, random, (_, value) => `"${oneOf(random, keys)}":${value}`),
  (body, random) => withField(body, random, (name) => `${name}:${whole(random, -1e6, 2 ** 50)}`),
  (body, random) => `[${body},${aSample(random)},${oneOf(random, values)}]`,
  (body) => `{"count":1,"cdr":[${body}],"code":200}`,
  (body, random) => nested(whole(random, 1, 200), body, random),
  (body) => JSON.stringify(body),
  (body) => `\uFEFF${body}`,
  (body) => `payload=${encodeURIComponent(body)}`,
  (body, random) => `${body.slice(0, whole(random, 0, body.length))}`,
  (body, random) => body.slice(whole(random, 0, body.length)),
  (body, random) => {
    const at = whole(random, 0, body.length);
    return body.slice(0, at) + oneOf(random, values) + body.slice(at + whole(random, 0, 3));
  },
];

/** Some four in five still begin with the grammar of a record; the rest are bytes. Never empty. */
export function aBadBody(random: Random): Buffer {
  if (whole(random, 1, oneLargeIn) === 1) return Buffer.from(nested(whole(random, 1e4, 3.5e4), '1', random));
  if (whole(random, 1, 10) === 1) return bytes(random);
  let body = aSample(random);
  for (let left = whole(random, 1, 4); left > 0; left -= 1) body = oneOf(random, bends)(body, random);
  const buffer = Buffer.from(body.slice(0, 200_000) || '?');
  if (whole(random, 1, 10) === 1) buffer[whole(random, 0, buffer.length - 1)] = whole(random, 0, 255);
  return buffer;
}

/** Mostly a call and a caller of its own: a desk does not get the same call a hundred thousand times. */
function aSample(random: Random): string {
  const sample = oneOf(random, samples);
  if (isLucky(random, 0.05)) return sample;
  const caller = /"outbound"/.test(sample) ? /("to"\s*:\s*"?\d+?)\d{5}\b/ : /("from"\s*:\s*"?\d+?)\d{5}\b/;
  return sample
    .replace(caller, (_, begins: string) => begins + digits(random, 5))
    .replace(/("\w*(?:uuid|uid|call_id)"\s*:\s*")[^"]*/g, (_, name: string) => name + uuid(random));
}

/** One of the fields, written anew. */
function withField(body: string, random: Random, written: (name: string, value: string) => string): string {
  const fields = [...body.matchAll(/("\w+")\s*:\s*("(?:[^"\\]|\\.)*"|[^,{}[\]\s]+)/g)];
  if (fields.length === 0) return body;
  const field = oneOf(random, fields);
  return (
    body.slice(0, field.index) + written(field[1]!, field[2]!) + body.slice(field.index + field[0].length)
  );
}

function nested(depth: number, body: string, random: Random): string {
  const [open, close] = oneOf(random, [
    ['[', ']'],
    ['{"cdr":', '}'],
  ] as const);
  return open.repeat(depth) + body + close.repeat(depth);
}

function bytes(random: Random): Buffer {
  return Buffer.from(Array.from({ length: whole(random, 1, 300) }, () => whole(random, 0, 255)));
}
