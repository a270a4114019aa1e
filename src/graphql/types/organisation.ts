import { sql } from 'kysely';
import { LONG_LIST } from '../arguments/list-limit.ts';
import { builder } from '../builder/builder.ts';
import { Area, MeetingSeries, Organisation } from '../builder/entities.ts';
import { firstArgument } from '../builder/first-argument.ts';
import { exists, isEvidenced } from '../conditions/related.ts';
import { EVIDENCE_SCAN } from '../cost/weights.ts';
import { queryById } from '../fields/by-key.ts';
import { agreementListing } from '../listings/agreement-listing.ts';
import { articleListing } from '../listings/article-listing.ts';
import { meetingListing } from '../listings/meeting-listing.ts';
import { metBy, organisationListing } from '../listings/organisation-listing.ts';
import { participationListing } from '../listings/participation-listing.ts';
import { positionListing } from '../listings/position-listing.ts';
import { column, toMany, toOne } from '../read-plan/relation.ts';
import { col, type Row } from '../read-plan/sql.ts';
import { OrganisationClass } from '../values/organisation-class.ts';
import { cosignersOfOrganisation } from './cosigner.ts';
import { displayNameField, Named } from './named.ts';
import { Node } from './node.ts';
import { peersOfOrganisation } from './peer.ts';

Organisation.ref.implement({
  description:
    'A body that articles name: of party or government, a company, an association, a group that coordinates others.',
  interfaces: [Node, Named],
  fields: (t) => ({
    id: t.id({ nullable: false, description: 'Its id.', ...column(Organisation, 'id') }),
    displayName: t.string(displayNameField(column(Organisation, 'name'))),
    name: t.string({
      nullable: false,
      description: 'Its name, with its area where it has one: 江苏省生态环境厅.',
      ...column(Organisation, 'name'),
    }),
    otherNames: t.stringList({
      nullable: false,
      description: 'Full and short forms that lexicon or sources give.',
      ...column(Organisation, 'other_names'),
    }),
    classification: t.field({
      type: OrganisationClass,
      nullable: false,
      description: 'What kind of body it is.',
      ...column(Organisation, 'classification'),
    }),
    area: t.field({
      type: Area.ref,
      description: 'The area that it belongs to; null for national and unplaced bodies.',
      ...toOne(Area, (o: Row<'organisation'>, area) => sql`${col(area, 'code')} = ${col(o, 'area_code')}`),
    }),
    parent: t.field({
      type: Organisation.ref,
      description: 'The body that it is a part of; null where there is none or none is known.',
      ...toOne(
        Organisation,
        (o: Row<'organisation'>, parent) => sql`${col(parent, 'id')} = ${col(o, 'parent_id')}`,
      ),
    }),
    children: t.field({
      description: 'The bodies that are parts of it.',
      ...organisationListing.below(
        (o: Row<'organisation'>, child) => sql`${col(child, 'parent_id')} = ${col(o, 'id')}`,
      ),
    }),
    positions: t.field({
      description: 'The positions that people were observed to hold in it.',
      ...positionListing.below(
        (o: Row<'organisation'>, p) => sql`${col(p, 'organisation_id')} = ${col(o, 'id')}`,
      ),
    }),
    participations: t.field({
      description:
        'Its own parts in meetings; those of people who came as holders of its posts are found by `participations(where: { body })` of the root.',
      ...participationListing.below(
        (o: Row<'organisation'>, p) => sql`${col(p, 'organisation_id')} = ${col(o, 'id')}`,
      ),
    }),
    meetings: t.field({
      description:
        'The meetings that it took part in, itself or through people who came as holders of its posts, and those that are sessions of its series.',
      ...meetingListing.below(metBy),
    }),
    agreements: t.field({
      description: 'The agreements that it is a party of.',
      ...agreementListing.below((o: Row<'organisation'>, agreement) =>
        exists(
          agreement,
          'signature',
          (s) =>
            sql`${col(s, 'agreement_id')} = ${col(agreement, 'id')} AND ${col(s, 'organisation_id')} = ${col(o, 'id')}`,
        ),
      ),
    }),
    series: t.field({
      type: [MeetingSeries.ref],
      nullable: false,
      description: 'The numbered meetings that it holds, by name.',
      args: firstArgument(LONG_LIST),
      ...toMany(MeetingSeries, { limit: LONG_LIST }, (o: Row<'organisation'>, series) => ({
        where: sql`${col(series, 'organisation_id')} = ${col(o, 'id')}`,
        orderBy: sql`${col(series, 'name')}, ${col(series, 'id')}`,
      })),
    }),
    articles: t.field({
      description: 'The articles that name it.',
      ...articleListing.below(
        (o: Row<'organisation'>, article) =>
          isEvidenced(article, col(article, 'id'), { column: 'organisation_id', id: col(o, 'id') }),
        EVIDENCE_SCAN,
      ),
    }),
    peers: t.field({
      description: 'Which other organisations took part in its meetings, most often first.',
      ...peersOfOrganisation,
    }),
    cosigners: t.field({
      description: 'Which other parties signed its agreements, most often first.',
      ...cosignersOfOrganisation,
    }),
  }),
});

queryById(Organisation, 'organisation');

builder.queryField('organisations', (t) =>
  t.field({ description: 'Organisations, by name.', ...organisationListing.root() }),
);
