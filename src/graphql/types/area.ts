import { sql } from 'kysely';
import { WHOLE_LIST } from '../arguments/list-limit.ts';
import { builder } from '../builder/builder.ts';
import { Area } from '../builder/entities.ts';
import { firstArgument } from '../builder/first-argument.ts';
import { areaWithin } from '../conditions/area-condition.ts';
import { exists } from '../conditions/related.ts';
import { AREA_SCAN } from '../cost/weights.ts';
import { findBy } from '../fields/by-key.ts';
import { areaListing } from '../listings/area-listing.ts';
import { meetingListing } from '../listings/meeting-listing.ts';
import { organisationListing } from '../listings/organisation-listing.ts';
import { column, toMany, toOne } from '../read-plan/relation.ts';
import { col, type Row } from '../read-plan/sql.ts';
import { AreaLevel } from '../values/area-level.ts';
import { displayNameField, Named } from './named.ts';
import { Node } from './node.ts';

Area.ref.implement({
  description: 'A division of China (GB/T 2260), or a state (ISO 3166-1).',
  interfaces: [Node, Named],
  fields: (t) => ({
    id: t.id({ nullable: false, description: 'Its code.', ...column(Area, 'code') }),
    displayName: t.string(displayNameField(column(Area, 'name'))),
    code: t.string({
      nullable: false,
      description:
        'Six digits of GB/T 2260 for a division, `330500`; two letters of ISO 3166-1 for a state, `SG`.',
      ...column(Area, 'code'),
    }),
    name: t.string({ nullable: false, description: 'Its name: 湖州市.', ...column(Area, 'name') }),
    level: t.field({ type: AreaLevel, nullable: false, description: 'Its level.', ...column(Area, 'level') }),
    parent: t.field({
      type: Area.ref,
      description: 'The area that it lies in; null for states.',
      ...toOne(
        Area,
        (area: Row<'area'>, parent) => sql`${col(parent, 'code')} = ${col(area, 'parent_code')}`,
      ),
    }),
    children: t.field({
      type: [Area.ref],
      nullable: false,
      description: 'The areas right below it, by their codes.',
      args: firstArgument(WHOLE_LIST),
      ...toMany(Area, { limit: WHOLE_LIST }, (area: Row<'area'>, child) => ({
        where: sql`${col(child, 'parent_code')} = ${col(area, 'code')}`,
        orderBy: col(child, 'code'),
      })),
    }),
    meetings: t.field({
      description: 'The meetings held in it, or in an area below it.',
      ...meetingListing.below(
        (area: Row<'area'>, meeting) =>
          exists(
            meeting,
            'meeting_place',
            (place) =>
              sql`${col(place, 'meeting_id')} = ${col(meeting, 'id')} AND ${areaWithin(col(place, 'area_code'), col(area, 'code'))}`,
          ),
        AREA_SCAN,
      ),
    }),
    organisations: t.field({
      description: 'The organisations that belong to it, not to areas below it.',
      ...organisationListing.below(
        (area: Row<'area'>, o) => sql`${col(o, 'area_code')} = ${col(area, 'code')}`,
      ),
    }),
  }),
});

builder.queryField('area', (t) =>
  t.field({
    type: Area.ref,
    description: 'The area with this code; null where there is none.',
    args: {
      code: t.arg.string({
        required: true,
        description: 'GB/T 2260 for a division, `330500`; ISO 3166-1 for a state, `SG`.',
      }),
    },
    ...findBy(Area, 'code'),
  }),
);

builder.queryField('areas', (t) => t.field({ description: 'Areas, by code.', ...areaListing.root() }));
