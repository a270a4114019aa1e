import { sql } from 'kysely';
import { SHORT_LIST } from '../arguments/list-limit.ts';
import { builder, type ObjectRef } from '../builder/builder.ts';
import { Meeting, Organisation, Person } from '../builder/entities.ts';
import { oneObject, sharingCost } from '../cost/weights.ts';
import type { Entity } from '../read-plan/entity.ts';
import type { JsonObject } from '../read-plan/field-plan.ts';
import { one, parentRow, planned } from '../read-plan/relation.ts';
import { col } from '../read-plan/sql.ts';
import { readSharing, shareColumn, shareCount, sharedList, sharingArguments } from './sharing.ts';

type Member = 'person' | 'organisation';

/** Makes the type `typeName` of those who were at the same meetings as a person, or as an organisation. */
function peerType(typeName: string, member: Member, entity: Entity<Member> & { readonly ref: ObjectRef }) {
  return builder.objectRef<JsonObject>(typeName).implement({
    description: `A ${member} that was at the same meetings as another.`.replace(/^A (?=[aeiou])/, 'An '),
    fields: (t) => ({
      [member]: t.field({
        type: entity.ref,
        nullable: false,
        description: `The other ${member}.`,
        ...planned(
          (request) =>
            one(request, entity, (row) => sql`${col(row, 'id')} = ${shareColumn(request.row, 'id')}`),
          oneObject,
        ),
      }),
      count: t.int({
        nullable: false,
        description: 'The number of meetings that both took part in.',
        ...shareCount,
      }),
      meetings: t.field({
        type: [Meeting.ref],
        nullable: false,
        description: 'Those meetings, latest first.',
        ...sharedList('meeting'),
      }),
    }),
  });
}

/** Options of the field `peers` of a person or an organisation. */
function peersOf(typeName: string, member: Member, type: ObjectRef) {
  const id = (alias: string) => sql.ref(`${alias}.${member}_id`);
  return {
    type: [type] as [ObjectRef],
    nullable: false as const,
    args: sharingArguments('meeting', SHORT_LIST),
    ...planned(
      (request) =>
        readSharing(request, {
          kind: 'meeting',
          typeName,
          limit: SHORT_LIST,
          columns: { id: id('other') },
          where: sql`${id('own')} = ${col(parentRow<Member>(request), 'id')} AND ${id('other')} <> ${id('own')}`,
        }),
      sharingCost(SHORT_LIST),
    ),
  };
}

/** Options of `Person.peers`. */
export const peersOfPerson = peersOf('Peer', 'person', peerType('Peer', 'person', Person));

/** Options of `Organisation.peers`. */
export const peersOfOrganisation = peersOf(
  'OrganisationPeer',
  'organisation',
  peerType('OrganisationPeer', 'organisation', Organisation),
);
