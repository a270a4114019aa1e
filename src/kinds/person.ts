import type { ArticleClaims } from './article-claims.ts';
import { comparePeople } from './comparators/compare-people.ts';
import type { KnownPerson } from './comparators/known-graph.ts';
import { personKeys } from './keys/person-keys.ts';
import { call, column, type EntityDescriptor, type FactBase, shown } from './kind.ts';
import { joinNames } from './reference.ts';

/** What articles say of a person. */
export interface PersonFact extends FactBase<'person'> {
  readonly name: string;
  readonly otherNames: readonly string[];
}

/** What tells a person of an article, by name. */
export const keysOfPerson = (name: string, around: ArticleClaims) =>
  personKeys(name, around.postsOf(name), around.bodies);

/** A natural person. */
export const person: EntityDescriptor<'person', PersonFact, PersonFact, KnownPerson> = {
  kind: 'person',
  idPrefix: 'per',
  plural: 'people',
  listed: null,
  identity: {
    nameOf: ({ name }) => name,
    nameColumn: 'name',
    keys: ({ name }, around) => keysOfPerson(name, around),
    compare: comparePeople,
  },
  calls: ({ name }) => ({ needed: call('person', name), further: [] }),
  derive: ({ kind, name }, { id }) => ({ kind, id, name, otherNames: [] }),
  join: (left, right) => ({ ...left, ...joinNames(left, right) }),
  settle: (fact) => fact,
  columns: [column('name', 'name'), column('other_names', 'otherNames')],
  searched: {
    fields: { name: 'A', otherNames: 'B', positions: 'C' },
    entry: (fact) => fact,
    shows: [shown('organisation', 'position', 'organisation_id', 'person_id')],
  },
  shownElsewhere: ({ name }) => name,
};
