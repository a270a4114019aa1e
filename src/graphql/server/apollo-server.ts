import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Context } from '../context/context.ts';
import type { QueryLimits } from '../cost/limits.ts';
import { schema } from '../schema.ts';
import { createFormatError, type LogError } from './format-error.ts';
import { httpConformancePlugin } from './http-conformance-plugin.ts';
import { stringifyResult } from './json-text.ts';
import { observerPlugin } from './observer-plugin.ts';
import { operationPlugin } from './operation-plugin.ts';
import { unservedPlugin } from './unserved-plugin.ts';

/** How many tokens a document may have; the introspection query of GraphiQL has some 400. */
const MAX_TOKENS = 5_000;

/** How a GraphQL server is set up. */
export interface ApolloOptions {
  readonly log: LogError;
  /** Gives the id of the request that is dealt with, under which the log has its failures; null outside of one. */
  readonly requestId: () => string | null;
  /** Whether clients may ask for the schema. */
  readonly introspection: boolean;
  /** What one operation may ask for. */
  readonly limits: QueryLimits;
}

/** Makes the GraphQL server; it must be started, and stopped when the last request is answered. */
export function createApolloServer({
  log,
  requestId,
  introspection,
  limits,
}: ApolloOptions): ApolloServer<Context> {
  const formatError = createFormatError({ log, requestId, hidesSchema: !introspection });
  return new ApolloServer<Context>({
    schema,
    introspection,
    // Else proposals for misspelt names would give the schema away.
    hideSchemaDetailsFromClientErrors: !introspection,
    csrfPrevention: true,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    formatError,
    stringifyResult,
    logger: { debug: () => undefined, info: () => undefined, warn: log, error: log },
    plugins: [
      operationPlugin(limits, formatError),
      httpConformancePlugin,
      observerPlugin,
      unservedPlugin,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
}
