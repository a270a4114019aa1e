import {
  type ExecutionResult,
  GraphQLError,
  getOperationAST,
  NoSchemaIntrospectionCustomRule,
  OperationTypeNode,
  parse,
  specifiedRules,
  subscribe,
  validate,
} from 'graphql';
import type { Context } from '../context/context.ts';
import { notServed } from '../cost/refusals.ts';
import { schema } from '../schema.ts';
import { MAX_TOKENS } from './apollo-server.ts';
import { createFormatError, hiddenError } from './format-error.ts';
import type { OperationPlans } from './operation-plans.ts';

/** A subscription as it was asked for. */
export interface AskedSubscription {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/** Begins a subscription for a request; gives its events, or the errors for which it does not begin as the one event. */
export type Subscribe = (
  asked: AskedSubscription,
  context: Context,
) => Promise<AsyncIterable<ExecutionResult>>;

/** Errors for which a subscription does not begin, each with the code of all. */
class Refused extends Error {
  readonly errors: readonly GraphQLError[];

  constructor(code: string, errors: readonly GraphQLError[]) {
    super(code);
    for (const error of errors) error.extensions.code = code;
    this.errors = errors;
  }
}

/** The operation that is asked for. @throws {Refused} where there is none to run. */
function resolve({ query, operationName }: AskedSubscription, rules: Parameters<typeof validate>[2]) {
  const document = parseQuery(query);
  const wrong = validate(schema, document, rules);
  if (wrong.length > 0) throw new Refused('GRAPHQL_VALIDATION_FAILED', wrong);
  const operation = getOperationAST(document, operationName);
  if (!operation) throw notServed('Name the operation that is meant by `operationName`.');
  if (operation.operation !== OperationTypeNode.SUBSCRIPTION)
    throw notServed('Only subscriptions are streamed: send queries and changes to /graphql.');
  return { document, operation };
}

function parseQuery(query: string) {
  try {
    return parse(query, { maxTokens: MAX_TOKENS });
  } catch (error) {
    throw new Refused('GRAPHQL_PARSE_FAILED', [error as GraphQLError]);
  }
}

/** Makes what begins subscriptions, which are checked and weighed as queries are. */
export function createSubscribe(plans: OperationPlans, introspection: boolean): Subscribe {
  const formatError = createFormatError(!introspection);
  const rules = introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  /** An answer with its errors as clients are told them. */
  const tell = ({ errors, ...result }: ExecutionResult, { observer }: Context): ExecutionResult => {
    const told = errors?.map((error) => {
      const formatted = formatError(error.toJSON(), error);
      const hidden = hiddenError(formatted);
      if (hidden === undefined) return formatted;
      return { ...formatted, extensions: { ...formatted.extensions, requestId: observer.failed(hidden) } };
    });
    return { ...(told && { errors: told as unknown as GraphQLError[] }), ...result };
  };
  const begin = async (asked: AskedSubscription, context: Context) => {
    try {
      const { document, operation } = resolve(asked, rules);
      const { operationName } = asked;
      const variableValues = asked.variables ?? {};
      context.cost = plans.weigh(document, operation, variableValues);
      return await subscribe({ schema, document, operationName, contextValue: context, variableValues });
    } catch (error) {
      return { errors: error instanceof Refused ? error.errors : [asGraphqlError(error)] };
    }
  };
  return async (asked, context) => {
    const begun = await begin(asked, context);
    const isBegun = Symbol.asyncIterator in begun;
    const answered = (code: string) => context.observer.operationAnswered({ type: 'subscription', code });
    if (isBegun) {
      answered('OK');
      return tellAll(begun, (event) => tell(event, context));
    }
    const refusal = tell(begun, context);
    answered(String(refusal.errors?.[0]?.extensions.code));
    return once(refusal);
  };
}

async function* once<T>(event: T): AsyncGenerator<T> {
  yield event;
}

const asGraphqlError = (error: unknown) =>
  error instanceof GraphQLError ? error : new GraphQLError(String(error), { originalError: error as Error });

/** The events as clients are told them; the error that ends them is the last. */
async function* tellAll(
  events: AsyncIterable<ExecutionResult>,
  tell: (result: ExecutionResult) => ExecutionResult,
): AsyncGenerator<ExecutionResult> {
  try {
    for await (const event of events) yield tell(event);
  } catch (error) {
    yield tell({ errors: [asGraphqlError(error)] });
  }
}
