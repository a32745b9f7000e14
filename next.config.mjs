import { apiHeaders, safeHeaders } from './safe-headers.mjs';

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // The drivers carry native or optional parts and stay outside the bundle.
  serverExternalPackages: ['better-sqlite3', 'pg'],
  // `npm test` runs tsc itself; Next's own check expects an older compiler's API.
  typescript: { ignoreBuildErrors: true },
  // For `npm run dev` and Vercel, where `server.ts` does not stand before Next.
  headers: async () => [
    { source: '/:path*', headers: listOf(safeHeaders) },
    { source: '/api/:path*', headers: listOf(apiHeaders) },
  ],
};

function listOf(headers) {
  return Object.entries(headers).map(([key, value]) => ({ key, value }));
}
