import { sql } from 'kysely';
import { refuseNull } from '../arguments/bad-input.ts';
import { builder } from '../builder/builder.ts';
import { Person } from '../builder/entities.ts';
import { exists, isEvidenced } from '../conditions/related.ts';
import { EVIDENCE_SCAN } from '../cost/weights.ts';
import { queryById } from '../fields/by-key.ts';
import { agreementListing } from '../listings/agreement-listing.ts';
import { articleListing } from '../listings/article-listing.ts';
import { meetingListing } from '../listings/meeting-listing.ts';
import { participationListing } from '../listings/participation-listing.ts';
import { personListing } from '../listings/person-listing.ts';
import { positionListing } from '../listings/position-listing.ts';
import { column } from '../read-plan/relation.ts';
import { and, col, type Row, type Sql } from '../read-plan/sql.ts';
import { displayNameField, Named } from './named.ts';
import { Node } from './node.ts';
import { peersOfPerson } from './peer.ts';

/** Whether a position was observed on the observed day nearest to `day`, the earlier of two as near. */
function observedNearest(position: Row<'position'>, day: string): Sql {
  return sql`${col(position, 'observed_on')} = (SELECT near.observed_on FROM position AS near
    WHERE near.person_id = ${col(position, 'person_id')} AND near.observed_on IS NOT NULL
    ORDER BY abs(near.observed_on - ${day}::date), near.observed_on LIMIT 1)`;
}

/** The positions of a person; with the argument `on` only those observed nearest to a day. */
const heldBy = positionListing.below(
  (person: Row<'person'>, position, { on }) => {
    refuseNull('on', on);
    const nearest = typeof on === 'string' ? [observedNearest(position, on)] : [];
    return and([sql`${col(position, 'person_id')} = ${col(person, 'id')}`, ...nearest]);
  },
  0,
  { field: 'TIMELINE', direction: 'ASC' },
);

Person.ref.implement({
  description: 'A natural person whom articles name.',
  interfaces: [Node, Named],
  fields: (t) => ({
    id: t.id({ nullable: false, description: 'Their id.', ...column(Person, 'id') }),
    displayName: t.string(displayNameField(column(Person, 'name'))),
    name: t.string({ nullable: false, description: 'Their name.', ...column(Person, 'name') }),
    otherNames: t.stringList({
      nullable: false,
      description: 'Other names that sources give.',
      ...column(Person, 'other_names'),
    }),
    positions: t.field({
      description: 'Their positions, first observed first, those without a day last: a timeline.',
      ...heldBy,
      args: {
        ...heldBy.args,
        on: t.arg({
          type: 'Date',
          description:
            'Only those observed on the observed day that is nearest to this one, before any filter. A null is refused.',
        }),
      },
    }),
    participations: t.field({
      description: 'Their parts in meetings.',
      ...participationListing.below(
        (person: Row<'person'>, p) => sql`${col(p, 'person_id')} = ${col(person, 'id')}`,
      ),
    }),
    meetings: t.field({
      description: 'The meetings that they took part in.',
      ...meetingListing.below((person: Row<'person'>, meeting) =>
        exists(
          meeting,
          'participation',
          (p) =>
            sql`${col(p, 'meeting_id')} = ${col(meeting, 'id')} AND ${col(p, 'person_id')} = ${col(person, 'id')}`,
        ),
      ),
    }),
    agreements: t.field({
      description: 'The agreements that they signed for a party.',
      ...agreementListing.below((person: Row<'person'>, agreement) =>
        exists(
          agreement,
          'signature',
          (s) =>
            sql`${col(s, 'agreement_id')} = ${col(agreement, 'id')} AND ${col(s, 'signer_id')} = ${col(person, 'id')}`,
        ),
      ),
    }),
    articles: t.field({
      description: 'The articles that name them.',
      ...articleListing.below(
        (person: Row<'person'>, article) =>
          isEvidenced(article, col(article, 'id'), { column: 'person_id', id: col(person, 'id') }),
        EVIDENCE_SCAN,
      ),
    }),
    peers: t.field({
      description: "Who else was at this person's meetings, most often first.",
      ...peersOfPerson,
    }),
  }),
});

queryById(Person, 'person');

builder.queryField('people', (t) => t.field({ description: 'People, by name.', ...personListing.root() }));
