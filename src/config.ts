import { XiezuoError } from './errors.ts';

/** What the environment sets; README, "Environment". */
export interface Config {
  /** TCP port of the server; 0 lets the system choose. */
  readonly port: number;
  /** Address or name of the interface that the server listens on. */
  readonly host: string;
  /** Connection string of a PostgreSQL database; null for the embedded one. */
  readonly databaseUrl: string | null;
  /** Folder of the embedded database. */
  readonly dataDir: string;
  /** Who sends it may change the graph over the API; null: nobody may. */
  readonly apiKey: string | null;
}

/** Variables as a process has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

const invalid = (name: string, value: string, wanted: string) =>
  new XiezuoError('CONFIG_INVALID', `${name} is ${JSON.stringify(value)}, but must be ${wanted}.`, {
    context: { name },
  });

function readPort(environment: Environment): number {
  const value = environment.PORT || '4000';
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
  if (!(port <= 65_535)) throw invalid('PORT', value, 'a whole number from 0 to 65535');
  return port;
}

function readDatabaseUrl(environment: Environment): string | null {
  const value = environment.DATABASE_URL;
  if (!value) return null;
  // The value may hold a password: the message does not repeat it.
  const isPostgres = URL.canParse(value) && /^postgres(ql)?:$/.test(new URL(value).protocol);
  if (!isPostgres)
    throw invalid('DATABASE_URL', '(hidden)', 'of the form postgresql://user:password@host:5432/name');
  return value;
}

/**
 * Reads the configuration from the environment; what is unset or empty takes its default.
 *
 * @throws {XiezuoError} CONFIG_INVALID
 */
export function readConfig(environment: Environment): Config {
  return {
    port: readPort(environment),
    host: environment.HOST || 'localhost',
    databaseUrl: readDatabaseUrl(environment),
    dataDir: environment.XIEZUO_DATA_DIR || '.data',
    apiKey: environment.XIEZUO_API_KEY || null,
  };
}
