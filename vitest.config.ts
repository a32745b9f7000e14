import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const doors = 'tests/{routes,guard}/**/*.test.ts';

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    globalSetup: 'tests/global-setup.ts',
    setupFiles: 'tests/set-up.ts',
    pool: 'forks',
    // Loading what the desk is made of took a third of the time: a worker does it once, for all files that it runs.
    isolate: false,
    // Two cores, and many tests that wait for a server or a lock.
    maxWorkers: 3,
    // A desk in the process of a test keeps its log to itself; one that runs by itself writes it.
    env: { LOG_LEVEL: 'silent' },
    // Long enough for any machine: a test fails for what it sees, never for being slow.
    testTimeout: 300_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['tests/**/*.test.ts'], exclude: ['tests/browser/**'] },
      },
      {
        extends: true,
        test: {
          name: 'doors on postgres',
          include: [doors],
          env: { TEST_ENGINE: 'postgres' },
          // Once the others are done: between the two a worker would begin anew.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
