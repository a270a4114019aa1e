import type { InputFieldMap } from '@pothos/core';
import type { Decided } from '../../curation/decide.ts';
import type { Database } from '../../store/sql/database.ts';
import type { Arguments } from '../arguments/arguments.ts';
import { builder, type ObjectRef } from '../builder/builder.ts';
import type { Context } from '../context/context.ts';
import { computedOne, entry } from '../fields/computed.ts';
import type { JsonObject } from '../read-plan/field-plan.ts';
import { curatedEntity } from './curated-entity.ts';
import { Node } from './node.ts';
import { userErrorsField, withUserErrors } from './user-error.ts';

/** Who decides where the input does not say. */
const DEFAULT_JUDGE = 'API';

/** The builder of an input's fields. */
type FieldBuilder = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0];

/** A mutation by which a person decides something. */
export interface DecisionMutation {
  readonly description: string;
  /** What is decided about; reason and judge are added. */
  readonly input: { readonly description: string; readonly fields: (t: FieldBuilder) => InputFieldMap };
  readonly decide: (database: Database, input: never) => Promise<Decided>;
}

const capitalise = (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

function createPayload(typeName: string, field: string): ObjectRef {
  return builder.objectRef<JsonObject>(typeName).implement({
    description: `What came of \`${field}\`.`,
    fields: (t) => ({
      entity: t.field({
        type: Node,
        description:
          'The entity that was decided about, as it is now; null where nothing was done, or it is gone.',
        ...curatedEntity('entityId'),
      }),
      decisionId: t.field({
        type: 'ID',
        description: 'The decision, for `revertDecision`; null where nothing was done.',
        ...entry('decisionId'),
      }),
      userErrors: t.field(userErrorsField),
    }),
  });
}

function createInput(typeName: string, { description, fields }: DecisionMutation['input']) {
  const ref = builder.inputRef<object>(typeName);
  ref.implement({
    description,
    fields: (t) => ({
      ...fields(t as never),
      reason: t.string({
        required: true,
        description: 'Why, in words, for those who read the decision later.',
      }),
      by: t.string({ description: `Who decides; \`${DEFAULT_JUDGE}\` where it is left out.` }),
    }),
  });
  return ref;
}

/** Adds a mutation by which a person decides something. Gives the type of its payload. */
export function addDecision(field: string, { description, input, decide }: DecisionMutation): ObjectRef {
  const payloadName = `${capitalise(field)}Payload`;
  const payload = createPayload(payloadName, field);
  const type = createInput(`${capitalise(field)}Input`, input);
  const run = computedOne(payloadName, ({ input: given }: Arguments, { writer }: Context) => {
    const { by } = given as { by?: string | null };
    const judged = { ...(given as object), by: by ?? DEFAULT_JUDGE } as never;
    return withUserErrors(async () => ({
      ...(await writer.write((database) => decide(database, judged))),
    }));
  });
  builder.mutationField(field, (t) =>
    t.field({
      type: payload,
      nullable: false,
      description,
      args: { input: t.arg({ type, required: true, description: 'What and why.' }) },
      ...run,
    }),
  );
  return payload;
}
