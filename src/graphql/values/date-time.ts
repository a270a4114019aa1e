import { GraphQLError } from 'graphql';
import { builder } from '../builder/builder.ts';

builder.scalarType('DateTime', {
  description: 'An instant in UTC, ISO 8601: `2022-08-18T02:30:00.000Z`.',
  serialize: (value) => value,
  parseValue: (value) => {
    const instant = typeof value === 'string' ? new Date(value) : new Date(Number.NaN);
    if (Number.isNaN(instant.getTime())) {
      throw new GraphQLError(
        `A DateTime is an instant, "2022-08-18T02:30:00Z", not ${JSON.stringify(value)}.`,
      );
    }
    return instant.toISOString();
  },
});
