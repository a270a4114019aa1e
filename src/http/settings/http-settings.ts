import { type Environment, readSwitch, readWhole } from '../../base/settings.ts';
import { type LogLevel, readLogLevel } from './read-log-level.ts';
import { readOrigins } from './read-origins.ts';
import { readTrustedProxies, type TrustedProxies } from './read-trusted-proxies.ts';

/** How the server speaks HTTP; README, "Environment". */
export interface HttpSettings {
  /** Web pages of these origins may read the answers: `*` those of any, an empty list those of none. */
  readonly corsOrigins: '*' | readonly string[];
  /** Whose word about the client's address is taken: the header x-forwarded-for. */
  readonly trustedProxies: TrustedProxies;
  /** How many requests an address may send in a minute; 0: any number. */
  readonly maxRequestsPerMinute: number;
  /** How many wrong API keys an address may send in a minute before none of its keys is looked at. */
  readonly maxWrongKeysPerMinute: number;
  /** Within this time a request must have come in, its body included. */
  readonly requestTimeoutMs: number;
  /** How long a connection may wait for its next request. */
  readonly keepAliveTimeoutMs: number;
  /** A connection beyond so many is closed at once. */
  readonly maxConnections: number;
  /** How many subscriptions there may be at a time. */
  readonly maxSubscriptions: number;
  /** Whether larger answers are compressed for clients that ask for it. */
  readonly compression: boolean;
  /** Whether clients may ask for the schema. */
  readonly introspection: boolean;
  /** Whether `/` is the explorer. */
  readonly explorer: boolean;
  /** What the log tells: this and what is worse. A line a request is told as `info`. */
  readonly logLevel: LogLevel;
  /** Port of `/metrics`, which the main port never serves; null: there are none. */
  readonly metricsPort: number | null;
  /** Address or name of the interface of that port. */
  readonly metricsHost: string;
  /** Whether a collector of OpenTelemetry is told how long what takes; its libraries read its variables themselves. */
  readonly tracing: boolean;
}

/** @see https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/ */
function namesCollector(environment: Environment): boolean {
  const { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT, OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_SDK_DISABLED } = environment;
  const isNamed = Boolean(OTEL_EXPORTER_OTLP_TRACES_ENDPOINT || OTEL_EXPORTER_OTLP_ENDPOINT);
  return isNamed && OTEL_SDK_DISABLED !== 'true';
}

const MINUTES = 60_000;
const MAX_PORT = 65_535;

/**
 * Reads how the server speaks HTTP; what is unset or empty takes its default.
 *
 * @throws {XiezuoError} CONFIG_INVALID
 */
export function readHttpSettings(environment: Environment): HttpSettings {
  const whole = (name: string, fallback: number, [min, max]: readonly [number, number]) =>
    readWhole(environment, name, { fallback, min, max });
  return {
    corsOrigins: readOrigins(environment, 'XIEZUO_CORS_ORIGINS'),
    trustedProxies: readTrustedProxies(environment, 'XIEZUO_TRUST_PROXY'),
    maxRequestsPerMinute: whole('XIEZUO_RATE_LIMIT', 3000, [0, 1_000_000]),
    maxWrongKeysPerMinute: whole('XIEZUO_WRONG_KEY_LIMIT', 10, [1, 1_000_000]),
    requestTimeoutMs: whole('XIEZUO_REQUEST_TIMEOUT_MS', 60_000, [1000, 60 * MINUTES]),
    keepAliveTimeoutMs: whole('XIEZUO_KEEP_ALIVE_TIMEOUT_MS', 72_000, [1000, 60 * MINUTES]),
    maxConnections: whole('XIEZUO_MAX_CONNECTIONS', 1000, [1, 1_000_000]),
    maxSubscriptions: whole('XIEZUO_MAX_SUBSCRIPTIONS', 100, [0, 100_000]),
    compression: readSwitch(environment, 'XIEZUO_COMPRESSION', true),
    introspection: readSwitch(environment, 'XIEZUO_INTROSPECTION', true),
    explorer: readSwitch(environment, 'XIEZUO_EXPLORER', true),
    logLevel: readLogLevel(environment, 'XIEZUO_LOG_LEVEL'),
    metricsPort: environment.XIEZUO_METRICS_PORT ? whole('XIEZUO_METRICS_PORT', 0, [0, MAX_PORT]) : null,
    metricsHost: environment.XIEZUO_METRICS_HOST || 'localhost',
    tracing: namesCollector(environment),
  };
}
