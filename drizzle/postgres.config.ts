import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: ['./db/postgres/schema.ts', './db/postgres/accounts.ts'],
  out: './drizzle/postgres',
});
