import { defineConfig } from 'prisma/config';
import { unmanagedTables } from './src/store/schema/unmanaged-tables.ts';

/** Settings of the Prisma CLI: `DATABASE_URL` is needed for `prisma migrate` only. */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
  experimental: { externalTables: true },
  tables: { external: unmanagedTables },
});
