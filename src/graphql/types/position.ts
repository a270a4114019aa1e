import { sql } from 'kysely';
import { builder } from '../builder/builder.ts';
import { Area, Organisation, Person, Position } from '../builder/entities.ts';
import { positionListing } from '../listings/position-listing.ts';
import { column, toOne } from '../read-plan/relation.ts';
import { col, type Row } from '../read-plan/sql.ts';
import { evidenceField } from './evidence.ts';
import { Node } from './node.ts';

Position.ref.implement({
  description: 'A post as a source states it on a day: an observation, not a career.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({ nullable: false, description: 'Its id.', ...column(Position, 'id') }),
    person: t.field({
      type: Person.ref,
      nullable: false,
      description: 'Who holds it.',
      ...toOne(Person, (p: Row<'position'>, person) => sql`${col(person, 'id')} = ${col(p, 'person_id')}`),
    }),
    organisation: t.field({
      type: Organisation.ref,
      description: 'The organisation in which it is held; null for posts of an area.',
      ...toOne(Organisation, (p: Row<'position'>, o) => sql`${col(o, 'id')} = ${col(p, 'organisation_id')}`),
    }),
    area: t.field({
      type: Area.ref,
      description: 'The area whose post it is: that of 上海市市长; null for posts in an organisation.',
      ...toOne(Area, (p: Row<'position'>, area) => sql`${col(area, 'code')} = ${col(p, 'area_code')}`),
    }),
    role: t.string({ nullable: false, description: 'The role alone: 副书记.', ...column(Position, 'role') }),
    title: t.string({
      nullable: false,
      description: 'The title in full: 上海市委副书记.',
      ...column(Position, 'title'),
    }),
    observedOn: t.field({
      type: 'Date',
      description:
        'The day that the source speaks of, else its day of publication; null where neither is known.',
      ...column(Position, 'observed_on'),
    }),
    evidence: t.field(evidenceField<'position'>('position_id')),
  }),
});

builder.queryField('positions', (t) =>
  t.field({
    description: 'Positions of all people, first observed first.',
    ...positionListing.root(),
  }),
);
