import { type AdmissionSettings, readAdmissionSettings } from '../admission/admission-settings.ts';
import { readSecret } from '../base/read-secret.ts';
import { type Environment, readSwitch, readWhole, settingInvalid } from '../base/settings.ts';
import { type QueryLimits, readLimits } from '../graphql/cost/limits.ts';
import { type HttpSettings, readHttpSettings } from '../http/settings/http-settings.ts';
import { type ReaderSettings, readReaderSettings } from '../reading/reader-settings.ts';
import { isUrlEscaped } from '../store/sql/database-url.ts';
import { readShutdownSettings, type ShutdownSettings } from './shutdown-settings.ts';

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
  /** Whether a server ingests the pages of seed/documents when it starts. */
  readonly seed: boolean;
  /** How the server speaks HTTP. */
  readonly http: HttpSettings;
  /** What one query may ask for. */
  readonly limits: QueryLimits;
  /** How long ending may take. */
  readonly shutdown: ShutdownSettings;
  /** How many requests are served at a time, and for how long. */
  readonly admission: AdmissionSettings;
  /** How pages are read. */
  readonly reader: ReaderSettings;
}

function readDatabaseUrl(environment: Environment): string | null {
  const value = environment.DATABASE_URL;
  if (!value) return null;
  // The value may hold a password: the message does not repeat it.
  const wrong = (wanted: string) => settingInvalid('DATABASE_URL', '(hidden)', wanted);
  if (!/^postgres(ql)?:/.test(value)) throw wrong('of the form postgresql://user:password@host:5432/name');
  if (!isUrlEscaped(value))
    throw wrong(
      'of the form postgresql://user:password@host:5432/name, with @ / ? # % : in user and password written as %40 %2F %3F %23 %25 %3A',
    );
  return value;
}

/** The connection string with a password that was given beside it, whatever characters it holds. */
function withPassword(databaseUrl: string | null, password: string | null): string | null {
  if (databaseUrl === null || password === null) return databaseUrl;
  const url = new URL(databaseUrl);
  url.password = encodeURIComponent(password);
  return url.href;
}

/**
 * Reads the configuration from the environment; what is unset or empty takes its default.
 *
 * @throws {XiezuoError} CONFIG_INVALID
 */
export function readConfig(environment: Environment): Config {
  return {
    port: readWhole(environment, 'PORT', { fallback: 4000, min: 0, max: 65_535 }),
    host: environment.HOST || 'localhost',
    databaseUrl: withPassword(readDatabaseUrl(environment), readSecret(environment, 'DATABASE_PASSWORD')),
    dataDir: environment.XIEZUO_DATA_DIR || '.data',
    apiKey: readSecret(environment, 'XIEZUO_API_KEY'),
    seed: readSwitch(environment, 'XIEZUO_SEED', true),
    http: readHttpSettings(environment),
    limits: readLimits(environment),
    shutdown: readShutdownSettings(environment),
    admission: readAdmissionSettings(environment),
    reader: readReaderSettings(environment),
  };
}
