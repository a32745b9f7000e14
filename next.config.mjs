import { apiHeaders, pageHeaders, safeHeaders } from './safe-headers.mjs';

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // The process of the pages answers no door, and whoever starts it waits for none of the pages but their own.
  experimental: { preloadEntriesOnStart: false },
  // swr asks for it for the sake of React 16; ours has it.
  turbopack: {
    resolveAlias: {
      'use-sync-external-store/shim/index.js': 'react',
      'use-sync-external-store/shim': 'react',
    },
  },
  // These carry native or optional parts and stay outside the bundle; `pino` does so by Next's own list.
  serverExternalPackages: ['better-sqlite3', 'pg', 'prom-client'],
  // Read at run time: by the first start on an empty database, and by the page of rules.
  outputFileTracingIncludes: { '/**': ['./drizzle/**/*', './docs/rules.md'] },
  // `npm test` runs tsc itself; Next's own check expects an older compiler's API.
  typescript: { ignoreBuildErrors: true },
  // For `npm run dev` and Vercel, where `server.ts` does not stand before Next.
  headers: async () => [
    { source: '/:path*', headers: listOf(safeHeaders) },
    { source: '/((?!api/).*)', headers: listOf(pageHeaders) },
    { source: '/api/:path*', headers: listOf(apiHeaders) },
  ],
};

function listOf(headers) {
  return Object.entries(headers).map(([key, value]) => ({ key, value }));
}
