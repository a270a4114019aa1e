import type { AreaRef, OrganisationClass } from '../extraction/model/claim.ts';
import { compareOrganisations } from './comparators/compare-organisations.ts';
import type { KnownOrganisation } from './comparators/known-graph.ts';
import { organisationKeys } from './keys/organisation-keys.ts';
import { call, column, type EntityDescriptor, type FactBase, shown } from './kind.ts';
import { joinClasses, joinNames, joinReferences, least, type Reference } from './reference.ts';

/** What articles say of an organisation. */
export interface OrganisationFact extends FactBase<'organisation'> {
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly classification: OrganisationClass;
  readonly areaCode: AreaRef | null;
  readonly parent: Reference;
}

/** A body: an organ, a company, an association. */
export const organisation: EntityDescriptor<
  'organisation',
  OrganisationFact,
  OrganisationFact,
  KnownOrganisation
> = {
  kind: 'organisation',
  idPrefix: 'org',
  plural: 'organisations',
  listed: {
    heading: 'Organisations',
    line: ({ name, classification, parent, otherNames }) =>
      [
        name,
        classification,
        ...(parent === null ? [] : [`part of ${parent}`]),
        ...(otherNames.length === 0 ? [] : [`also ${otherNames.join('、')}`]),
      ].join(', '),
    entry: ({ name }) => name,
  },
  identity: {
    nameOf: ({ name }) => name,
    nameColumn: 'name',
    keys: (claim) => organisationKeys(claim),
    compare: compareOrganisations,
  },
  calls: ({ name, parent }) => ({
    needed: call('organisation', name),
    further: call('organisation', parent),
  }),
  derive: ({ kind, name, otherNames, classification, area, parent }, { of, id }) => {
    const whole = of.referToBody(parent);
    return {
      kind,
      id,
      name,
      otherNames: [...new Set(otherNames)].sort(),
      classification,
      areaCode: area,
      parent: whole?.id === id ? null : whole,
    };
  },
  join: (left, right) => ({
    ...left,
    ...joinNames(left, right),
    classification: joinClasses(left.classification, right.classification),
    areaCode: least(left.areaCode, right.areaCode),
    parent: joinReferences(left.parent, right.parent),
  }),
  settle: (fact) => fact,
  references: ({ parent }) => [['parent', parent]],
  columns: [
    column('name', 'name'),
    column('other_names', 'otherNames'),
    column('classification', 'classification'),
    column('area_code', 'areaCode'),
    column('parent', 'parent', 'reference'),
  ],
  searched: {
    fields: { name: 'A', otherNames: 'B', area: 'C' },
    entry: (fact) => fact,
    shows: [shown('organisation', 'organisation', 'parent_id', 'id')],
  },
  shownElsewhere: ({ name, areaCode }) => [name, areaCode],
};
