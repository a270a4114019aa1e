import { TINY_LIST } from '../arguments/list-limit.ts';
import { builder } from '../builder/builder.ts';
import { firstArgument } from '../builder/first-argument.ts';
import { pageArguments } from '../connections/page-arguments.ts';
import { searchCost, suggestCost } from '../cost/weights.ts';
import { rootField } from '../fields/root.ts';
import { DateRange } from '../values/date-range.ts';
import { EntityType } from '../values/entity-type.ts';
import { prepareSearch, readSearch } from './read-search.ts';
import { SearchConnection } from './search-connection.ts';
import { prepareSuggestions, readSuggestions, Suggestion } from './suggestion.ts';

const SearchFilter = builder.inputType('SearchFilter', {
  description:
    'Where to search. All fields that are given must hold; what is left out is not asked, and null is refused.',
  fields: (t) => ({
    date: t.field({
      type: DateRange,
      description:
        'Articles by publication, meetings by their first day, agreements by signing; nothing else has a day.',
    }),
    area: t.string({
      description:
        'Code of an area: what belongs to it or to an area below it. Articles belong to the places of their meetings.',
    }),
  }),
});

builder.queryFields((t) => ({
  search: t.field({
    type: SearchConnection,
    nullable: false,
    description: [
      'Full-text search, best first. Terms are divided by blanks or punctuation and must all be found; "…" keeps a',
      'passage together. Traditional and Simplified, full and half width, upper and lower case are the same.',
    ].join(' '),
    args: {
      query: t.arg.string({ required: true, description: 'What to look for, at most 300 characters.' }),
      types: t.arg({
        type: [EntityType],
        description: 'Only these kinds; left out or null: all. An empty list matches nothing.',
      }),
      where: t.arg({ type: SearchFilter, description: 'Only matches that pass this filter.' }),
      ...pageArguments(),
    },
    ...rootField(readSearch, searchCost, prepareSearch),
  }),
  suggest: t.field({
    type: [Suggestion],
    nullable: false,
    description:
      'Names that begin with what was typed so far: in characters, in pinyin, or in its initials (`cqs`).',
    args: {
      prefix: t.arg.string({ required: true, description: 'What was typed so far, at most 100 characters.' }),
      types: t.arg({
        type: [EntityType],
        description: 'Only these kinds; left out or null: all. An empty list matches nothing.',
      }),
      ...firstArgument(TINY_LIST),
    },
    ...rootField(readSuggestions, suggestCost, prepareSuggestions),
  }),
}));
