import { builder } from '../builder/builder.ts';

/** What decisions do. */
export const DecisionAction = builder.enumType('DecisionAction', {
  description: 'What a decision does.',
  values: {
    UNITE: { description: 'The rules made one entity of several.' },
    MERGE: { description: 'A person made one entity of two.' },
    SPLIT: { description: 'A person took mentions out of an entity.' },
    RENAME: { description: 'A person gave an entity another name.' },
    REJECT: { description: 'A person declared a fact wrong.' },
    DISTINCT: { description: 'A person declared two entities to be two: it is not asked again.' },
  },
});
