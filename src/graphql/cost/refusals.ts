import { GraphQLError } from 'graphql';

const refusal = (code: string, message: string) =>
  new GraphQLError(message, { extensions: { code, http: { status: 400 } } });

/** The error of an operation that asks for too much; `reason` is a clause, with what to do about it. */
export const tooComplex = (reason: string): GraphQLError =>
  refusal('QUERY_TOO_COMPLEX', `The query is too complex: ${reason}.`);

/** The error of a text that no argument takes. */
export const badText = (path: string, reason: string): GraphQLError =>
  refusal('BAD_USER_INPUT', `The value of \`${path}\` ${reason}.`);

/** The error of an operation that is not served here; `message` says where it is. */
export const notServed = (message: string): GraphQLError => refusal('OPERATION_RESOLUTION_FAILURE', message);

/** The error of an answer of too many bytes. It says no status: other fields of the root may be answered. */
export const answerTooLarge = (limitBytes: number): GraphQLError =>
  new GraphQLError(
    `The answer would have more than ${limitBytes} bytes: ask for smaller pages, fewer texts or fewer fields.`,
    { extensions: { code: 'ANSWER_TOO_LARGE' } },
  );

/** Whether an error says that an answer has too many bytes. */
export const isTooLarge = (error: unknown): boolean =>
  error instanceof GraphQLError && error.extensions.code === 'ANSWER_TOO_LARGE';

/** The error of an argument that graphql-js finds unfit, with a code. */
export const badValue = ({ message }: GraphQLError): GraphQLError => refusal('BAD_USER_INPUT', message);
