/** The doors as the folder of routes has them: each path, with its parameters, and the methods behind it. */

import { readdirSync } from 'node:fs';

type Answering = (request: Request, context: { params: Promise<never> }) => Promise<Response>;
export type Door = { path: string; pattern: RegExp; methods: Record<string, Answering> };

const httpMethods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** A plain name stands before a parameter, as Next has it. */
export const doors: Door[] = await Promise.all(
  readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)route\.ts$/.test(file))
    .map((file) => file.replace(/\/?route\.ts$/, ''))
    .sort((one, other) => (one.replaceAll('[', '~') < other.replaceAll('[', '~') ? -1 : 1))
    .map(async (folder) => {
      const file = new URL(`../../app/${folder}/route.ts`, import.meta.url).pathname;
      const module: Record<string, unknown> = await import(/* @vite-ignore */ decodeURI(file));
      const methods = Object.entries(module).filter(([name]) => httpMethods.includes(name));
      const path = `/${folder}`;
      return { path, pattern: patternOf(path), methods: Object.fromEntries(methods) as Door['methods'] };
    }),
);

function patternOf(path: string): RegExp {
  const source = path.replace(/\[\.\.\.(\w+)\]/g, '(?<$1>.+)').replace(/\[(\w+)\]/g, '(?<$1>[^/]+)');
  return new RegExp(`^${source}$`);
}
