/** The house keeps its shape: who may import whom, and which words stay behind which door (design.md). */

import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Our own files that each room may import from, beside itself. */
const arrows: Record<string, string[]> = {
  domain: [],
  db: ['domain', 'env', 'log'],
  desk: ['domain', 'db', 'env', 'log', 'messages'],
  messages: ['domain'],
  components: ['domain', 'messages'],
  app: ['desk', 'components', 'domain', 'messages', 'env', 'log'],
  front: ['app', 'desk', 'db', 'domain', 'env', 'log'],
  server: ['front', 'desk', 'domain', 'env', 'safe-headers.mjs', 'log'],
  pages: ['front', 'env', 'log'],
  intake: ['front', 'desk', 'db'],
  checkpoints: ['front', 'db'],
  reads: ['front', 'db'],
  env: [],
  log: ['env'],
  scripts: ['desk', 'db', 'domain', 'env'],
};

const skipped = new Set(['node_modules', '.next', 'dist', 'data', '.git', 'coverage']);

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (skipped.has(path)) return [];
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

const everything = filesUnder('.');
const sources = everything.filter((path) => /\.(ts|tsx|mts|mjs)$/.test(path));
const guarded = sources.filter((path) => /\.tsx?$/.test(path) && roomOf(path) in arrows);
const read = (path: string) => readFileSync(path, 'utf8');

/** The room of a path of ours: its first folder, or the file's own name at the top. */
function roomOf(path: string): string {
  return path.split('/')[0]!.replace(/\.tsx?$/, '');
}

/** What a file imports: statements, `import()`, re-exports and type imports alike. */
function importsIn(text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const pattern = /(?:\bfrom|\bimport|\brequire)\s*\(?\s*(['"])(.*?)\1/g;
  return [...code.matchAll(pattern)].map(([, , name]) => name!);
}

/** Imports that go against the arrows, as "file imports path". */
function wrongImports(path: string, text: string): string[] {
  const own = importsIn(text).flatMap((name) => {
    if (name.startsWith('@/')) return [name.slice(2)];
    return name.startsWith('.') ? [normalize(join(dirname(path), name))] : [];
  });
  const room = roomOf(path);
  return own
    .filter((target) => roomOf(target) !== room && !arrows[room]?.includes(roomOf(target)))
    .filter((target) => target !== 'package.json')
    .map((target) => `${path} imports ${target}`);
}

describe('the arrows', () => {
  test('point one way', () => {
    expect(guarded.length).toBeGreaterThan(40);
    expect(guarded.flatMap((path) => wrongImports(path, read(path)))).toEqual([]);
  });

  test.each([
    ['domain/case.ts', `import { env } from '@/env';`, 'env'],
    ['domain/case.ts', `import type { Store } from '../db/store';`, 'db/store'],
    ['db/queries/board.ts', `export { decide } from '../../desk/decide';`, 'desk/decide'],
    ['desk/board.ts', `const { GET } = await import('@/app/api/cases/route');`, 'app/api/cases/route'],
    ['components/row.tsx', `import { theDesk } from "@/desk/the-desk";`, 'desk/the-desk'],
    ['app/page.tsx', `import {\n  a,\n  b,\n} from '@/db/queries';`, 'db/queries'],
    ['app/api/cases/route.ts', `import '@/server';`, 'server'],
    ['scripts/rebuild.ts', `import { Row } from '../components/row';`, 'components/row'],
    ['desk/board.ts', `import { aDesk } from '@/tests/desks';`, 'tests/desks'],
  ])('control: in %s the import %j is found', (path, text, target) => {
    expect(wrongImports(path, text)).toEqual([`${path} imports ${target}`]);
  });

  test('control: what is allowed, or is in a comment, is not found', () => {
    const text = `// import '@/app/page';\n/** from '@/app' */ import { a } from './b';\nimport c from '@/domain/c';`;
    expect(wrongImports('desk/d.ts', `${text}\nimport next from 'next';`)).toEqual([]);
  });
});

describe('there is no', () => {
  const none = (paths: string[]) => expect(paths).toEqual([]);
  const matching = (pattern: RegExp, paths = sources) => paths.filter((path) => pattern.test(read(path)));
  const ours = (path: string) => !path.startsWith('tests/');

  test('folder for whatever fits nowhere', () => {
    none(sources.filter((path) => /(^|\/)(lib|utils|helpers|services|hooks|types)\//.test(path)));
  });

  test('barrel', () => {
    none(sources.filter((path) => /^index\.[mc]?[jt]sx?$/.test(basename(path))));
  });

  test('server action', () => {
    none(matching(/['"]use server['"]/, sources.filter(ours)));
  });

  test('environment read beside env.ts', () => {
    // Next tells the instrumentation which of its runtimes it is in by the environment alone.
    const free =
      /^(env\.ts|instrumentation\.ts|tests\/|scripts\/.*\.m[jt]s$|[^/]*config[^/]*$|drizzle\/[^/]*config[^/]*$)/;
    // Handing the whole environment on to a program is not reading it.
    none(
      matching(/(?<!\.\.\.)process\s*\.\s*env|from ['"](node:)?process['"]/).filter(
        (path) => !free.test(path),
      ),
    );
  });

  test('word of the provider behind its door', () => {
    const words =
      /\b(cmiuuid|cmiuid|conversation_uuid|extra_params|appid|call_rate|answer_time|start_time|end_time|waitedsec|answeredsec)\b/;
    const free =
      /^(domain\/cdr\.ts|domain\/reading\.ts|domain\/test-call\.ts|scripts\/(simulate|bench)|tests\/)/;
    const code = guarded.filter((path) => words.test(read(path).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')));
    expect(matching(words, ['domain/cdr.ts'])).toEqual(['domain/cdr.ts']);
    none(code.filter((path) => !free.test(path)));
  });

  test('part of Next under app/api', () => {
    const doors = guarded.filter((path) => /^app\/(api|metrics)\//.test(path));
    expect(doors.length).toBeGreaterThan(8);
    none(doors.filter((path) => importsIn(read(path)).some((name) => /^next(\/|$)/.test(name))));
  });

  test('clock, random or I/O in the rules', () => {
    const impure =
      /\bDate\.now\(|new Date\(\)|Math\.random\(|from ['"]node:(?!crypto)|randomUUID|console\.|fetch\(/;
    none(
      matching(
        impure,
        guarded.filter((path) => path.startsWith('domain/')),
      ),
    );
  });
});
