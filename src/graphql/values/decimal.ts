import { GraphQLError, Kind } from 'graphql';
import { builder } from '../builder/builder.ts';

/** Digits before and behind the point: more than any page prints, and what PostgreSQL's numeric takes with ease. */
const DECIMAL = /^-?[0-9]{1,40}(?:\.[0-9]{1,40})?$/;

/** An exact decimal as text. */
function parseDecimal(value: unknown): string {
  if (typeof value === 'string' && DECIMAL.test(value)) return value;
  if (typeof value === 'number' && Number.isFinite(value) && DECIMAL.test(String(value)))
    return String(value);
  throw new GraphQLError(
    `A Decimal is a number in digits, "2700.5" or 2700.5, not ${JSON.stringify(value)}: at most 40 digits before and behind the point.`,
    { extensions: { code: 'BAD_USER_INPUT' } },
  );
}

builder.scalarType('Decimal', {
  description:
    'An exact decimal as a string, `"270000000000"` or `"-3.2"`: a number of JSON would lose digits. As an input also a number.',
  serialize: (value) => value,
  parseValue: parseDecimal,
  parseLiteral: (node) =>
    parseDecimal(
      node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT ? node.value : null,
    ),
});
