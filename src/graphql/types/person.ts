import { sql } from 'kysely';
import { exists, isEvidenced } from '../conditions/related.ts';
import { Person, Position } from '../entities.ts';
import { agreementListing } from '../listings/agreement-listing.ts';
import { articleListing } from '../listings/article-listing.ts';
import { meetingListing } from '../listings/meeting-listing.ts';
import { participationListing } from '../listings/participation-listing.ts';
import { refuseNull } from '../read-plan/bad-input.ts';
import { column, planned, toMany } from '../read-plan/relation.ts';
import { col, type Row, type Sql } from '../read-plan/sql.ts';
import { Node } from './node.ts';
import { Peer, readPeers } from './peer.ts';

/** Whether a position was observed on the observed day nearest to `day`, the earlier of two as near. */
function observedNearest(position: Row<'position'>, day: string): Sql {
  return sql`${col(position, 'observed_on')} = (SELECT near.observed_on FROM position AS near
    WHERE near.person_id = ${col(position, 'person_id')} AND near.observed_on IS NOT NULL
    ORDER BY abs(near.observed_on - ${day}::date), near.observed_on LIMIT 1)`;
}

/** The order of a timeline: by day, on one day as the text has them. */
function timeline(position: Row<'position'>): Sql {
  const place = sql`(SELECT min(e.start) FROM evidence AS e WHERE e.position_id = ${col(position, 'id')})`;
  return sql`${col(position, 'observed_on')} NULLS LAST, ${place}, ${col(position, 'id')}`;
}

Person.ref.implement({
  description: 'A natural person whom articles name.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({ nullable: false, description: 'Their id.', ...column(Person, 'id') }),
    name: t.string({ nullable: false, description: 'Their name.', ...column(Person, 'name') }),
    otherNames: t.stringList({
      nullable: false,
      description: 'Other names that sources give.',
      ...column(Person, 'other_names'),
    }),
    positions: t.field({
      type: [Position.ref],
      nullable: false,
      description: 'Their positions, first observed first, those without a day last: a timeline.',
      args: {
        on: t.arg({
          type: 'Date',
          description:
            'Only those observed on the observed day that is nearest to this one. A null is refused.',
        }),
      },
      ...toMany(Position, (person: Row<'person'>, position, { args }) => {
        refuseNull('on', args.on);
        const own = sql`${col(position, 'person_id')} = ${col(person, 'id')}`;
        return {
          where: typeof args.on === 'string' ? sql`${own} AND ${observedNearest(position, args.on)}` : own,
          orderBy: timeline(position),
        };
      }),
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
      ...articleListing.below((person: Row<'person'>, article) =>
        isEvidenced(article, col(article, 'id'), { column: 'person_id', id: col(person, 'id') }),
      ),
    }),
    peers: t.field({
      type: [Peer],
      nullable: false,
      description: "Who else was at this person's meetings, most often first.",
      args: {
        first: t.arg.int({ defaultValue: 20, description: 'At most this many, up to 100.' }),
      },
      ...planned(readPeers, ({ first }) => first as number),
    }),
  }),
});
