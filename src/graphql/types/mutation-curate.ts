import {
  type Decided,
  mergeEntities,
  rejectFact,
  renameEntity,
  revertDecision,
  splitEntity,
} from '../../curate.ts';
import type { Database } from '../../store/database.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { computedOne, entry } from '../read-plan/computed.ts';
import type { Arguments, JsonObject } from '../read-plan/field-plan.ts';
import { curatedEntity } from './curated-entity.ts';
import { Node } from './node.ts';
import { userErrorsField, withUserErrors } from './user-error.ts';

/** Who decides where the input does not say. */
const DEFAULT_JUDGE = 'API';

const judgeFields = {
  reason: { required: true, description: 'Why, in words, for those who read the decision later.' },
  by: { description: `Who decides; \`${DEFAULT_JUDGE}\` where it is left out.` },
} as const;

/** A payload: the entity, the decision, and what was wrong. */
function payload(name: string, description: string) {
  return builder.objectRef<JsonObject>(name).implement({
    description,
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

const MergePayload = payload('MergeEntitiesPayload', 'What came of `mergeEntities`.');
const RenamePayload = payload('RenameEntityPayload', 'What came of `renameEntity`.');
const RejectPayload = payload('RejectFactPayload', 'What came of `rejectFact`.');
const RevertPayload = payload('RevertDecisionPayload', 'What came of `revertDecision`.');
const SplitPayload = payload('SplitEntityPayload', 'What came of `splitEntity`.');

builder.objectField(SplitPayload, 'newEntity', (t) =>
  t.field({
    type: Node,
    description: 'The entity that was split off.',
    ...curatedEntity('newEntityId'),
  }),
);

const MergeInput = builder.inputType('MergeEntitiesInput', {
  description: 'Entities of one kind that are one.',
  fields: (t) => ({
    into: t.id({ required: true, description: 'The one whose id stays.' }),
    from: t.idList({ required: true, description: 'Those that become it; their ids go on to work.' }),
    reason: t.string(judgeFields.reason),
    by: t.string(judgeFields.by),
  }),
});

const SplitInput = builder.inputType('SplitEntityInput', {
  description: 'An entity in which two were taken for one.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The entity.' }),
    articles: t.idList({
      description: 'The articles that mean the other one. Left out or empty: its last merge is taken back.',
    }),
    reason: t.string(judgeFields.reason),
    by: t.string(judgeFields.by),
  }),
});

const RenameInput = builder.inputType('RenameEntityInput', {
  description: 'A better name for an entity.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The entity.' }),
    name: t.string({
      required: true,
      description: 'Its name; those that pages give are kept as other names.',
    }),
    reason: t.string(judgeFields.reason),
    by: t.string(judgeFields.by),
  }),
});

const RejectInput = builder.inputType('RejectFactInput', {
  description: 'A fact that is wrong.',
  fields: (t) => ({
    id: t.id({
      required: true,
      description: 'A position, participation or signature; or an entity, with all that rests on it.',
    }),
    reason: t.string(judgeFields.reason),
    by: t.string(judgeFields.by),
  }),
});

const RevertInput = builder.inputType('RevertDecisionInput', {
  description: 'A decision that is taken back.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The decision.' }),
    reason: t.string(judgeFields.reason),
    by: t.string(judgeFields.by),
  }),
});

type Decide<I> = (database: Database, input: I) => Promise<Decided>;

/** Options of a mutation that decides something. */
function deciding<I extends { readonly by: string }>(typeName: string, decide: Decide<I>) {
  return computedOne(typeName, ({ input }: Arguments, { writer }: Context) => {
    const database = writer.authorise();
    const given = { ...(input as I), by: (input as Partial<I>).by ?? DEFAULT_JUDGE };
    return withUserErrors(async () => ({ ...(await decide(database, given)) }));
  });
}

builder.mutationFields((t) => ({
  mergeEntities: t.field({
    type: MergePayload,
    nullable: false,
    description: 'Makes one entity of several; pages that come later are held to it.',
    args: { input: t.arg({ type: MergeInput, required: true, description: 'What and why.' }) },
    ...deciding('MergeEntitiesPayload', mergeEntities),
  }),
  splitEntity: t.field({
    type: SplitPayload,
    nullable: false,
    description: 'Takes mentions out of an entity, or takes its last merge back.',
    args: { input: t.arg({ type: SplitInput, required: true, description: 'What and why.' }) },
    ...deciding<Parameters<typeof splitEntity>[1]>('SplitEntityPayload', (database, input) =>
      splitEntity(database, { ...input, articles: input.articles ?? [] }),
    ),
  }),
  renameEntity: t.field({
    type: RenamePayload,
    nullable: false,
    description: 'Gives an entity another name.',
    args: { input: t.arg({ type: RenameInput, required: true, description: 'What and why.' }) },
    ...deciding('RenameEntityPayload', renameEntity),
  }),
  rejectFact: t.field({
    type: RejectPayload,
    nullable: false,
    description: 'Declares a fact wrong; it stays away when pages that say it come again.',
    args: { input: t.arg({ type: RejectInput, required: true, description: 'What and why.' }) },
    ...deciding('RejectFactPayload', rejectFact),
  }),
  revertDecision: t.field({
    type: RevertPayload,
    nullable: false,
    description: 'Takes a decision back: the graph is as if it had never been taken.',
    args: { input: t.arg({ type: RevertInput, required: true, description: 'What and why.' }) },
    ...deciding('RevertDecisionPayload', revertDecision),
  }),
}));
