import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { XiezuoError } from '../../base/errors.ts';
import { databaseCode } from '../../store/sql/database-code.ts';
import { isUnreachable } from '../../store/sql/is-unreachable.ts';

/**
 * The codes of errors that clients see as they are; anything else becomes INTERNAL_SERVER_ERROR.
 *
 * README, "Errors", says what each means.
 */
const PUBLIC_CODES: ReadonlySet<unknown> = new Set([
  'ANSWER_TOO_LARGE',
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'QUERY_TOO_COMPLEX',
]);

/** What a database error means to a client, by its SQLSTATE or system code. */
const DATABASE_ERRORS: readonly {
  readonly codes: RegExp;
  readonly code: string;
  readonly message: string;
}[] = [
  {
    // Class 22, data exceptions: a NUL in a text, a date of a forged cursor that no calendar has.
    codes: /^22[0-9A-Z]{3}$/,
    code: 'BAD_USER_INPUT',
    message: 'A value of the query cannot be compared with anything, such as a text with a NUL character.',
  },
  {
    // Class 54, limits of the program: a text that is too long for an index, an answer of a gigabyte.
    codes: /^54[0-9A-Z]{3}$/,
    code: 'BAD_USER_INPUT',
    message: 'This is more than the database takes at once: ask for less, or shorten the text.',
  },
  {
    codes: /^57014$/,
    code: 'TIMEOUT',
    message: 'The query took too long: ask for smaller pages or fewer nested fields.',
  },
];

/** What graphql-js says after a name that it does not know. */
const PROPOSAL = / ?Did you mean [^?]*\?/g;
const UNAVAILABLE = {
  code: 'DATABASE_UNAVAILABLE',
  message: 'The database cannot be reached right now: try again later.',
};

/** Errors that clients must not see, by what they were told instead. */
const hidden = new WeakMap<GraphQLFormattedError, unknown>();

/** The error that a client was not told of; undefined where it was told what happened. */
export const hiddenError = (told: GraphQLFormattedError): unknown => hidden.get(told);

/**
 * Makes the one place where errors become answers: a message for people, and a documented `extensions.code`.
 *
 * @param hidesSchema whether messages must not propose names of the schema.
 */
export function createFormatError(hidesSchema: boolean) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const original = unwrapResolverError(error);
    const { code, message } = describe(formatted, original);
    const { locations, path } = formatted;
    const told = {
      message: hidesSchema ? message.replace(PROPOSAL, '') : message,
      ...(locations && { locations }),
      ...(path && { path }),
      extensions: { code },
    };
    if (code === 'INTERNAL_SERVER_ERROR') hidden.set(told, original);
    return told;
  };
}

function describe(formatted: GraphQLFormattedError, original: unknown): { code: string; message: string } {
  if (original instanceof XiezuoError) return { code: original.code, message: original.message };
  if (isUnreachable(original)) return UNAVAILABLE;
  const sqlState = String(databaseCode(original));
  const known = DATABASE_ERRORS.find(({ codes }) => codes.test(sqlState));
  if (known) return known;
  const code = formatted.extensions?.code;
  if (PUBLIC_CODES.has(code)) return { code: String(code), message: formatted.message };
  // Errors of graphql-js itself during execution concern the operation; what resolvers throw is wrapped and unwrapped.
  if (original instanceof GraphQLError && !original.originalError && isAboutInput(original)) {
    return { code: 'BAD_USER_INPUT', message: formatted.message };
  }
  return {
    code: 'INTERNAL_SERVER_ERROR',
    message: 'Something went wrong on our side; the failure was logged.',
  };
}

/** Whether graphql-js found an argument's value unfit: it names the place in the document. */
function isAboutInput(error: GraphQLError): boolean {
  return /^(Argument|Variable|Expected value)/.test(error.message);
}
