/** The doors of the API: Next's own route modules, found in its build and answered without it. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { json, refuse } from '@/app/api/answers';

/** Loaded before anybody asks: a record must not wait for its door. */
const busiest = ['/api/webhook/cdr', '/api/webhook/cdr/[token]', '/api/cases', '/api/events', '/api/health'];

type Params = Record<string, string>;
type Answer = (request: Request, context: { params: Promise<Params> }) => Promise<Response>;
type Methods = Record<string, unknown>;
type Found = { methods: () => Promise<Methods>; params: Params };
type Route = { page: string; namedRegex: string };

/** Whether this path, as it was asked for, is the API's: whatever way it is written, Next must not get it. */
export function isOfApi(path: string): boolean {
  return /^\/+(api|metrics)(\/|$)/i.test(decoded(path));
}

/** Answers requests by their paths; a route module is loaded when it is first asked for. */
export function openDoors(): (request: Request) => Promise<Response> {
  const { staticRoutes, dynamicRoutes } = JSON.parse(
    readFileSync(join('.next', 'routes-manifest.json'), 'utf8'),
  ) as { staticRoutes: Route[]; dynamicRoutes: Route[] };
  const opened = ({ page, namedRegex }: Route) => {
    const methods = whenAsked(() => methodsOf(page));
    if (busiest.includes(page)) void methods();
    return { page, path: new RegExp(namedRegex), methods };
  };
  const plain = new Map(staticRoutes.filter(isDoor).map((route) => [route.page, opened(route).methods]));
  const withParams = dynamicRoutes.filter(isDoor).map(opened);

  function find(path: string): Found | undefined {
    const methods = plain.get(path.replace(/\/$/, ''));
    if (methods) return { methods, params: {} };
    for (const { path: pattern, methods } of withParams) {
      const groups = pattern.exec(path)?.groups;
      if (groups) return { methods, params: paramsIn(groups) };
    }
    return undefined;
  }

  return async (request) => {
    const found = find(new URL(request.url).pathname);
    if (!found) return refuse(404, 'There is nothing at this address.');
    const name = request.method === 'HEAD' ? 'GET' : request.method;
    const methods = await found.methods();
    const answer = /^[A-Z]+$/.test(name) ? methods[name] : undefined;
    if (typeof answer !== 'function') return methodNotAllowed(methods);
    return (answer as Answer)(request, { params: Promise.resolve(found.params) });
  };
}

function isDoor({ page }: Route): boolean {
  return page.startsWith('/api/') || page === '/metrics';
}

function whenAsked<Loaded>(load: () => Promise<Loaded>): () => Promise<Loaded> {
  let loaded: Promise<Loaded> | undefined;
  return () => {
    loaded ??= load();
    return loaded;
  };
}

/** esbuild makes of this a table of all route modules. */
function methodsOf(page: string): Promise<Methods> {
  return import(`../app/${page.slice(1)}/route.ts`);
}

/** Next's build puts `nxtP` before the names. */
function paramsIn(groups: Record<string, string>): Params {
  return Object.fromEntries(
    Object.entries(groups).map(([name, value]) => [name.replace(/^nxtP/, ''), decoded(value)]),
  );
}

function methodNotAllowed(methods: Methods): Response {
  const allow = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((name) => name in methods).join(', ');
  return json({ error: `This address takes ${allow}.` }, 405, { allow });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
