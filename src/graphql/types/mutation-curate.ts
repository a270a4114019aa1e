import { XiezuoError } from '../../base/errors.ts';
import { distinguishEntities } from '../../curation/distinguish-entities.ts';
import { mergeEntities } from '../../curation/merge-entities.ts';
import { rejectFact } from '../../curation/reject-fact.ts';
import { renameEntity } from '../../curation/rename-entity.ts';
import { revertDecision } from '../../curation/revert-decision.ts';
import { splitEntity } from '../../curation/split-entity.ts';
import type { Database } from '../../store/sql/database.ts';
import { builder } from '../builder/builder.ts';
import type { TextOptions } from '../counting/count-input.ts';
import { curatedEntity } from './curated-entity.ts';
import { addDecision } from './decision-mutation.ts';
import { Node } from './node.ts';

addDecision('mergeEntities', {
  description: 'Makes one entity of several; pages that come later are held to it.',
  decide: mergeEntities,
  input: {
    description: 'Entities of one kind that are one.',
    fields: (t) => ({
      into: t.id({ required: true, description: 'The one whose id stays.' }),
      from: t.idList({
        required: true,
        description:
          'Those that become it; their ids go on to work. An empty list matches nothing, and is refused.',
      }),
    }),
  },
});

type SplitInput = Omit<Parameters<typeof splitEntity>[1], 'articles'> & {
  readonly articles?: readonly string[] | null;
};

const SplitPayload = addDecision('splitEntity', {
  description: 'Takes mentions out of an entity, or takes its last merge back.',
  decide: async (database: Database, input: SplitInput) => {
    if (input.articles?.length === 0)
      throw new XiezuoError('NOTHING_TO_SPLIT', 'No article is named: name some, or leave `articles` out.', {
        context: { path: 'articles' },
      });
    return splitEntity(database, { ...input, articles: input.articles ?? [] });
  },
  input: {
    description: 'An entity in which two were taken for one.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The entity.' }),
      articles: t.idList({
        description:
          'The articles that mean the other one. Left out or null: its last merge is taken back. An empty list matches nothing, and so splits nothing off.',
      }),
    }),
  },
});

builder.objectField(SplitPayload, 'newEntity', (t) =>
  t.field({
    type: Node,
    description: 'The entity that was split off.',
    ...curatedEntity('newEntityId'),
  }),
);

addDecision('distinguishEntities', {
  description:
    'Declares two entities to be two. Later pages never unite them; where these tie both, the question is open again. The graph stays as it is.',
  decide: distinguishEntities,
  input: {
    description: 'Two entities of one kind that are two.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The one.' }),
      other: t.id({ required: true, description: 'The other.' }),
    }),
  },
});

addDecision('renameEntity', {
  description: 'Gives an entity another name.',
  decide: renameEntity,
  input: {
    description: 'A better name for an entity.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The entity.' }),
      name: t.string({
        required: true,
        description: 'Its name, at most 500 characters; those that pages give are kept as other names.',
        extensions: { maxLength: 500 } satisfies TextOptions,
      }),
    }),
  },
});

addDecision('rejectFact', {
  description: 'Declares a fact wrong; it stays away when pages that say it come again.',
  decide: rejectFact,
  input: {
    description: 'A fact that is wrong.',
    fields: (t) => ({
      id: t.id({
        required: true,
        description:
          'A position, participation, signature or indicator; or an entity, with all that rests on it.',
      }),
    }),
  },
});

addDecision('revertDecision', {
  description: 'Takes a decision back: the graph is as if it had never been taken.',
  decide: revertDecision,
  input: {
    description: 'A decision that is taken back.',
    fields: (t) => ({ id: t.id({ required: true, description: 'The decision.' }) }),
  },
});
