import type { CivilDate } from '../documents/model/source-document.ts';
import type { AreaRef } from '../extraction/model/claim.ts';
import { call, column, type FactBase, type LinkDescriptor } from './kind.ts';
import { fuller } from './reference.ts';

/** A post as it was observed. */
export interface PositionFact extends FactBase<'position'> {
  readonly personId: string;
  readonly organisationId: string | null;
  readonly areaCode: AreaRef | null;
  readonly role: string;
  readonly title: string;
  readonly observedOn: CivilDate | null;
  /** Where its words begin in an article that states it, the least of several. */
  readonly textStart: number;
}

/** A post of a person on a day. */
export const position: LinkDescriptor<'position', PositionFact> = {
  kind: 'position',
  idPrefix: null,
  plural: null,
  listed: null,
  identity: ['personId', 'organisationId', 'areaCode', 'role', 'observedOn'],
  calls: (claim) => ({
    needed: [...call('person', claim.person), ...call('organisation', claim.organisation)],
    further: [],
  }),
  derive: (claim, { of, id }) => {
    const { kind, area: areaCode, role, title } = claim;
    const personId = of.idOf('person', claim.person);
    const organisationId = of.idOf('organisation', claim.organisation);
    if (personId === null || (claim.organisation !== null && organisationId === null)) return null;
    const observedOn = of.observedOn(claim.person, title);
    const textStart = Math.min(...claim.evidence.map(({ start }) => start));
    return { kind, id, personId, organisationId, areaCode, role, title, observedOn, textStart };
  },
  derived: ({ person, title }, id, of) => of.addPost(person, title, id),
  join: (left, right) => ({
    ...left,
    title: fuller(left.title, right.title),
    textStart: Math.min(left.textStart, right.textStart),
  }),
  settle: (fact) => fact,
  columns: [
    column('person_id', 'personId'),
    column('organisation_id', 'organisationId'),
    column('area_code', 'areaCode'),
    column('role', 'role'),
    column('title', 'title'),
    column('observed_on', 'observedOn'),
    column('text_start', 'textStart'),
  ],
  searched: null,
  shownElsewhere: ({ title }) => title,
};
