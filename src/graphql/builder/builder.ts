import SchemaBuilder from '@pothos/core';
import type { Context } from '../context/context.ts';
import type { JsonObject } from '../read-plan/field-plan.ts';

/** The Pothos builder that every type of the schema registers with. Fields are nullable unless they say otherwise. */
export const builder = new SchemaBuilder<{
  Context: Context;
  Scalars: {
    ID: { Input: string; Output: string };
    Date: { Input: string; Output: string };
    DateTime: { Input: string; Output: string };
    Decimal: { Input: string; Output: string };
  };
}>({});

/** An object type whose objects are read by a plan. */
export type ObjectRef = ReturnType<ReturnType<typeof builder.objectRef<JsonObject>>['implement']>;

builder.queryType({
  description:
    'Everything that can be read. Each field takes one SQL statement. All texts are plain text, never HTML: whoever shows them on a page escapes them.',
});

builder.mutationType({ description: 'What can be changed, with the API key in the header `x-api-key`.' });
