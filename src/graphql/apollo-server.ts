import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Context } from './context.ts';
import { createFormatError, type LogError } from './format-error.ts';
import { httpConformancePlugin } from './http-conformance-plugin.ts';
import { queryLimitsPlugin } from './query-limits-plugin.ts';
import { schema } from './schema.ts';

/** How many tokens a document may have; the introspection query of GraphiQL has some 400. */
const MAX_TOKENS = 5_000;

/** Makes the GraphQL server; it must be started, and stopped when the last request is answered. */
export function createApolloServer(log: LogError): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    introspection: true,
    csrfPrevention: true,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    formatError: createFormatError(log),
    logger: { debug: () => undefined, info: () => undefined, warn: log, error: log },
    plugins: [
      queryLimitsPlugin,
      httpConformancePlugin,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
}
