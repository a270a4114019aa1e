import { builder } from '../builder/builder.ts';

/** A word of a text with its weight. */
export const Keyword = builder.objectRef<{ word: string; weight: number }>('Keyword').implement({
  description: 'A word of a text with its weight.',
  fields: (t) => ({
    word: t.exposeString('word', { nullable: false, description: 'The word.' }),
    weight: t.exposeFloat('weight', {
      nullable: false,
      description: 'Its weight (TF-IDF): the greater, the more it tells.',
    }),
  }),
});
