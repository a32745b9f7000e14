/** The doors of the API: Next's own route modules, found in its build and answered without it. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { json, refuse } from '@/app/api/answers';

type Params = Record<string, string>;
type Answer = (request: Request, context: { params: Promise<Params> }) => Promise<Response>;
type Methods = Record<string, unknown>;
type Found = { methods: Methods; params: Params };
type Route = { page: string; namedRegex: string };

/** Whether this path, as it was asked for, is the API's: whatever way it is written, Next must not get it. */
export function isOfApi(path: string): boolean {
  return /^\/+(api|metrics)(\/|$)/i.test(decoded(path));
}

/** Loads every route module of the API; the function that comes back answers requests by their paths. */
export async function openDoors(): Promise<(request: Request) => Promise<Response>> {
  const { staticRoutes, dynamicRoutes } = JSON.parse(
    readFileSync(join('.next', 'routes-manifest.json'), 'utf8'),
  ) as { staticRoutes: Route[]; dynamicRoutes: Route[] };
  const plain = new Map(
    await Promise.all(
      staticRoutes.filter(isDoor).map(async ({ page }) => [page, await methodsOf(page)] as const),
    ),
  );
  const withParams = await Promise.all(
    dynamicRoutes.filter(isDoor).map(async ({ page, namedRegex }) => ({
      path: new RegExp(namedRegex),
      methods: await methodsOf(page),
    })),
  );

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
    const answer = /^[A-Z]+$/.test(name) ? found.methods[name] : undefined;
    if (typeof answer !== 'function') return methodNotAllowed(found.methods);
    return (answer as Answer)(request, { params: Promise.resolve(found.params) });
  };
}

function isDoor({ page }: Route): boolean {
  return page.startsWith('/api/') || page === '/metrics';
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
