import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Context } from '../context/context.ts';
import { schema } from '../schema.ts';
import { failurePlugin } from './failure-plugin.ts';
import { createFormatError } from './format-error.ts';
import { httpConformancePlugin } from './http-conformance-plugin.ts';
import { stringifyResult } from './json-text.ts';
import { observerPlugin } from './observer-plugin.ts';
import type { OperationPlans } from './operation-plans.ts';
import { operationPlugin } from './operation-plugin.ts';
import { unservedPlugin } from './unserved-plugin.ts';

/** How many tokens a document may have; the introspection query of GraphiQL has some 400. */
export const MAX_TOKENS = 5_000;

/** How a GraphQL server is set up. */
export interface ApolloOptions {
  /** Takes what the server itself has to say: of failures outside of requests. */
  readonly log: (message: unknown) => void;
  /** Whether clients may ask for the schema. */
  readonly introspection: boolean;
  readonly plans: OperationPlans;
}

/** Makes the GraphQL server; it must be started, and stopped when the last request is answered. */
export function createApolloServer({ log, introspection, plans }: ApolloOptions): ApolloServer<Context> {
  const formatError = createFormatError(!introspection);
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
      operationPlugin(plans, formatError),
      httpConformancePlugin,
      failurePlugin,
      observerPlugin,
      unservedPlugin,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
}
