import { sql } from 'kysely';
import { builder } from '../builder/builder.ts';
import { Area, Article, Indicator, Meeting, Organisation } from '../builder/entities.ts';
import { isEvidenced } from '../conditions/related.ts';
import { EVIDENCE_SCAN } from '../cost/weights.ts';
import { queryById } from '../fields/by-key.ts';
import { articleListing } from '../listings/article-listing.ts';
import { IndicatorForm, indicatorListing } from '../listings/indicator-listing.ts';
import { column, expression, toOne } from '../read-plan/relation.ts';
import { col, type Row } from '../read-plan/sql.ts';
import { evidenceField } from './evidence.ts';
import { Node } from './node.ts';

const IndicatorBound = builder.enumType('IndicatorBound', {
  description: 'How near a number is to what is measured.',
  values: {
    EXACT: { description: 'As it is printed.' },
    ABOUT: { description: 'About so much: 约600人.' },
    AT_LEAST: { description: 'So much or more: 100多家, 逾40个.' },
    AT_MOST: { description: 'So much or less: 近2000人, 不足30%.' },
  },
});

Indicator.ref.implement({
  description:
    'A number that articles state of an organisation, an area, a meeting or a period. At most one of the three subjects is there; where none is, the article names none.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({
      nullable: false,
      description:
        'Its id, made of what it states: it is another where its subject was merged into another one.',
      ...column(Indicator, 'id'),
    }),
    measure: t.string({
      nullable: false,
      description: 'What is measured, as printed: PM2.5平均浓度.',
      ...column(Indicator, 'measure'),
    }),
    form: t.field({
      type: IndicatorForm,
      nullable: false,
      description: 'Whether the number is a level or a change.',
      ...column(Indicator, 'form'),
    }),
    value: t.field({
      type: 'Decimal',
      nullable: false,
      description: 'The number in `unit`, exact; of a fall negative.',
      ...expression<'indicator'>((row) => sql`${col(row, 'value')}::text`),
    }),
    unit: t.string({
      nullable: false,
      description:
        'The unit: a code of UCUM where it has one (`ug/m3`, `%`, `km2`, `t`, `a`), of ISO 4217 for money (`CNY`), `pp` for percentage points, else the word that counts (项, 家, 人次).',
      ...column(Indicator, 'unit'),
    }),
    bound: t.field({
      type: IndicatorBound,
      nullable: false,
      description: 'How near the number is.',
      ...column(Indicator, 'bound'),
    }),
    printed: t.string({
      nullable: false,
      description: 'Number and unit as printed: 2700亿元.',
      ...column(Indicator, 'printed'),
    }),
    isPlanned: t.boolean({
      nullable: false,
      description: 'Whether it is meant to be so, and is not yet: 将用三年时间投资2700亿元.',
      ...column(Indicator, 'planned'),
    }),
    startsOn: t.field({
      type: 'Date',
      description: 'The first day for which it holds; null for a moment, and where no period is given.',
      ...column(Indicator, 'starts_on'),
    }),
    endsOn: t.field({
      type: 'Date',
      description: 'The last day for which it holds; null where no period is given.',
      ...column(Indicator, 'ends_on'),
    }),
    organisation: t.field({
      type: Organisation.ref,
      description: 'The organisation of which it tells; null where it tells of none.',
      ...toOne(Organisation, (i: Row<'indicator'>, o) => sql`${col(o, 'id')} = ${col(i, 'organisation_id')}`),
    }),
    area: t.field({
      type: Area.ref,
      description: 'The area of which it tells; null where it tells of none.',
      ...toOne(Area, (i: Row<'indicator'>, area) => sql`${col(area, 'code')} = ${col(i, 'area_code')}`),
    }),
    meeting: t.field({
      type: Meeting.ref,
      description: 'The meeting of which it tells; null where it tells of none.',
      ...toOne(Meeting, (i: Row<'indicator'>, m) => sql`${col(m, 'id')} = ${col(i, 'meeting_id')}`),
    }),
    articles: t.field({
      description: 'The articles that state it.',
      ...articleListing.below(
        (i: Row<'indicator'>, article) =>
          isEvidenced(article, col(article, 'id'), { column: 'indicator_id', id: col(i, 'id') }),
        EVIDENCE_SCAN,
      ),
    }),
    evidence: t.field(evidenceField<'indicator'>('indicator_id')),
  }),
});

queryById(Indicator, 'indicator');

builder.queryField('indicators', (t) =>
  t.field({ description: 'Indicators, those of the latest period first.', ...indicatorListing.root() }),
);

builder.objectField(Organisation.ref, 'indicators', (t) =>
  t.field({
    description: 'The numbers that articles state of it.',
    ...indicatorListing.below(
      (o: Row<'organisation'>, i) => sql`${col(i, 'organisation_id')} = ${col(o, 'id')}`,
    ),
  }),
);

builder.objectField(Area.ref, 'indicators', (t) =>
  t.field({
    description: 'The numbers that articles state of the area itself.',
    ...indicatorListing.below((area: Row<'area'>, i) => sql`${col(i, 'area_code')} = ${col(area, 'code')}`),
  }),
);

builder.objectField(Meeting.ref, 'indicators', (t) =>
  t.field({
    description: 'The numbers that articles state of it: how many took part.',
    ...indicatorListing.below((m: Row<'meeting'>, i) => sql`${col(i, 'meeting_id')} = ${col(m, 'id')}`),
  }),
);

builder.objectField(Article.ref, 'indicators', (t) =>
  t.field({
    description: 'The numbers that it states.',
    ...indicatorListing.below(
      (article: Row<'article'>, i) =>
        isEvidenced(i, col(article, 'id'), { column: 'indicator_id', id: col(i, 'id') }),
      EVIDENCE_SCAN,
    ),
  }),
);
