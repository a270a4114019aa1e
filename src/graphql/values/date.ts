import { GraphQLError, Kind } from 'graphql';
import { builder } from '../builder/builder.ts';

/** A civil date as text, checked: `2022-02-29` is none. */
function parseDate(value: unknown): string {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) {
    const instant = new Date(`${value}T00:00:00Z`);
    if (!Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(value) && value >= '0001')
      return value;
  }
  throw new GraphQLError(`A Date is a day of the calendar, "2022-08-17", not ${JSON.stringify(value)}.`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

builder.scalarType('Date', {
  description: 'A civil date in China, without time or zone: `2022-08-17`.',
  serialize: (value) => value,
  parseValue: parseDate,
  parseLiteral: (node) => parseDate(node.kind === Kind.STRING ? node.value : null),
});
