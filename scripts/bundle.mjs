/**
 * Makes `dist` of the server and the scripts, with their packages inside: to find and read those in hundreds of files
 * took most of the time in which a server starts.
 */
import { build } from 'esbuild';

await build({
  entryPoints: [
    'server.ts',
    'pages.ts',
    'intake.ts',
    'checkpoints.ts',
    'reads.ts',
    ...['simulate', 'rebuild', 'reset-password', 'move', 'backup', 'restore', 'bench'].map(scriptOf),
    ...['many-calls', 'sender', 'sheaves', 'watchers'].map((name) => scriptOf(`bench/${name}`)),
  ],
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // What brings more than JavaScript, or is to be loaded only where it is asked for.
  external: ['next', 'better-sqlite3', 'pg', '@node-rs/argon2', 'playwright'],
  // Packages of the older kind ask for Node's own modules by `require`.
  banner: {
    js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
  },
  outbase: '.',
  outdir: 'dist',
  logLevel: 'warning',
});

function scriptOf(name) {
  return `scripts/${name}.ts`;
}
