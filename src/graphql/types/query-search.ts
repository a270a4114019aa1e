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
import { SearchOrder } from './search-order.ts';
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
    personId: t.id({
      description:
        'Id of a person: the person, and the meetings, agreements and articles that the person has a part in or is named by.',
    }),
    organisationId: t.id({
      description:
        'Id of an organisation: itself, its holders of posts and parts, and the meetings, agreements, numbers and articles that it has to do with.',
    }),
    seriesId: t.id({
      description: 'Id of a series of meetings: its meetings, and the agreements and articles about them.',
    }),
    publisher: t.string({ description: 'Articles that this one published, named in full.' }),
  }),
});

builder.queryFields((t) => ({
  search: t.field({
    type: SearchConnection,
    nullable: false,
    description: [
      'Full-text search, best first where no order is given. What has all words as they were typed comes first, then what has all of them',
      'anywhere; where these are fewer than 20, what has most of them follows, the rarer counting more. Words are divided by blanks and',
      'punctuation. `"…"` keeps a passage together, `-word` excludes, `OR` stands between alternatives, parentheses hold together, and',
      '`field:value` asks of one field: headline, text, person, org, place, kind, publisher, series, after, before (its day is not before the',
      'one, and before the other: `after:2022-08`). Any text is a query: what is not understood is looked for as text, and `notes` say so.',
      'Numbers are found as such, however they are spelt: 8日 is not 18日, and 第12次 is 第十二次. Traditional and Simplified, full and half',
      'width, upper and lower case are the same. Of more than 500 matches with all words those 500 are ranked by their texts whose names',
      'match, and the newest; the others come after them.',
    ].join(' '),
    args: {
      query: t.arg.string({ required: true, description: 'What to look for, at most 300 characters.' }),
      types: t.arg({
        type: [EntityType],
        description: 'Only these kinds; left out or null: all. An empty list matches nothing.',
      }),
      where: t.arg({ type: SearchFilter, description: 'Only matches that pass this filter.' }),
      explain: t.arg.boolean({
        description: 'Whether matches tell what their scores are the sum of, in `explanation`.',
      }),
      orderBy: t.arg({ type: SearchOrder, description: 'Their order; left out or null: RELEVANCE.' }),
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
