import type { Insertable, Kysely } from 'kysely';
import type { DB, Evidence } from '../../src/generated/kysely/database.ts';

const TEXT = [
  '三省一市签署太湖治理合作备忘录',
  '6月6日下午，太湖流域协作小组第三次工作会议在浙江湖州召开。浙江省省长温若水主持会议，欧阳清源讲话。',
  '会上，浙江省生态环境厅与上海市青浦区签署了太湖蓝藻联防联控备忘录，PM2.5浓度由2019年的41微克下降。',
].join('\n');

/** Fills an empty, migrated database with a small graph of invented people: one of each kind of thing, and some to list. */
export async function fillGraph(kysely: Kysely<DB>): Promise<void> {
  await fillAreas(kysely);
  await fillDocuments(kysely);
  await fillEntities(kysely);
  await fillMeetings(kysely);
  await fillFacts(kysely);
  await fillEvidence(kysely);
}

async function fillAreas(kysely: Kysely<DB>): Promise<void> {
  const area = (code: string, name: string, level: DB['area']['level'], parent_code: string | null) => ({
    code,
    name,
    level,
    parent_code,
    short_names: level === 'PROVINCE' ? [name.slice(0, 2)] : [],
  });
  await kysely
    .insertInto('area')
    .values([
      area('CN', '中国', 'COUNTRY', null),
      area('SG', '新加坡', 'COUNTRY', null),
      area('330000', '浙江省', 'PROVINCE', 'CN'),
      area('310000', '上海市', 'PROVINCE', 'CN'),
      area('330500', '湖州市', 'CITY', '330000'),
      area('310118', '青浦区', 'COUNTY', '310000'),
    ])
    .execute();
}

async function fillDocuments(kysely: Kysely<DB>): Promise<void> {
  const bytes = Buffer.from(TEXT);
  const document = { url: null, media_type: 'text/plain', bytes, retrieved_at: '2022-06-08T02:30:00+08:00' };
  await kysely
    .insertInto('source_document')
    .values([
      { id: 'doc_1', name: 'lake.txt', sha256: '01', ...document },
      { ...document, id: 'doc_2', name: 'other.txt', sha256: '02', url: 'https://lake.example/2021/1.html' },
    ])
    .execute();
  const article = {
    script: 'HANS' as const,
    paragraphs: JSON.stringify([]),
    source_offsets: Buffer.alloc(0),
    warnings: JSON.stringify([]),
  };
  await kysely
    .insertInto('article')
    .values([
      {
        ...article,
        id: 'art_1',
        document_id: 'doc_1',
        ordinal: 0,
        headline: '三省一市签署太湖治理合作备忘录',
        text: TEXT,
        publisher: '湖滨日报',
        published_on: '2022-06-07',
        keywords: ['太湖', '蓝藻', '备忘录', '协作'],
        keyword_weights: [31.5, 24.25, 11.5, 9],
      },
      {
        ...article,
        id: 'art_2',
        document_id: 'doc_1',
        ordinal: 1,
        headline: null,
        text: '又讯：温若水会见新加坡客人。',
        publisher: null,
        published_on: null,
      },
      {
        ...article,
        id: 'art_3',
        document_id: 'doc_2',
        ordinal: 0,
        headline: '100%达标_太湖水质',
        text: '太湖水质达标。',
        publisher: '湖滨日报',
        published_on: '2021-01-02',
        script: 'HANT',
        keywords: ['太湖', '水质'],
        keyword_weights: [12.5, 8],
      },
    ])
    .execute();
}

async function fillEntities(kysely: Kysely<DB>): Promise<void> {
  const person = (id: string, name: string, merged_into_id: string | null = null) => ({
    id,
    name,
    other_names: id === 'per_wen' ? ['溫若水'] : [],
    merged_into_id,
  });
  await kysely
    .insertInto('person')
    .values([
      person('per_wen', '温若水'),
      person('per_ouyang', '欧阳清源'),
      person('per_lu', '鲁一鸣'),
      person('per_old', '温若水同志', 'per_wen'),
      person('per_older', '温省长', 'per_wen'),
    ])
    .execute();
  const body = { other_names: [], area_code: null, parent_id: null, merged_into_id: null };
  await kysely
    .insertInto('organisation')
    .values([
      { ...body, id: 'org_group', name: '太湖流域协作小组', classification: 'COORDINATION' },
      {
        ...body,
        id: 'org_ministry',
        name: '生态环境部',
        classification: 'DEPARTMENT',
        other_names: ['环境部'],
      },
      {
        ...body,
        id: 'org_dept',
        name: '浙江省生态环境厅',
        classification: 'DEPARTMENT',
        area_code: '330000',
        parent_id: 'org_ministry',
      },
    ])
    .execute();
}

async function fillMeetings(kysely: Kysely<DB>): Promise<void> {
  const meeting = {
    other_names: [],
    ends_on: null,
    date_basis: 'STATED' as const,
    month_day: null,
    format: null,
    merged_into_id: null,
  };
  await kysely
    .insertInto('meeting')
    .values([
      {
        ...meeting,
        id: 'mtg_lake',
        name: '太湖流域协作小组第三次工作会议',
        starts_on: '2022-06-06',
        format: 'IN_PERSON',
      },
      {
        ...meeting,
        id: 'mtg_visit',
        name: '温若水会见新加坡客人',
        starts_on: null,
        date_basis: 'UNKNOWN',
        month_day: '--06-06',
      },
      { ...meeting, id: 'mtg_a', name: '甲会', starts_on: '2021-03-01', ends_on: '2021-03-03' },
      { ...meeting, id: 'mtg_b', name: '乙会', starts_on: '2021-03-01' },
      { ...meeting, id: 'mtg_c', name: '丙会', starts_on: null, date_basis: 'UNKNOWN' },
      { ...meeting, id: 'mtg_d', name: '丁会', starts_on: '2020-12-31', format: 'VIDEO' },
      { ...meeting, id: 'mtg_gone', name: '太湖会议', starts_on: '2022-06-06', merged_into_id: 'mtg_lake' },
    ])
    .execute();
  await kysely
    .insertInto('meeting_place')
    .values([
      { meeting_id: 'mtg_lake', area_code: '330500', ordinal: 1 },
      { meeting_id: 'mtg_lake', area_code: '310118', ordinal: 0 },
      { meeting_id: 'mtg_a', area_code: '330000', ordinal: 0 },
    ])
    .execute();
  await kysely
    .insertInto('meeting_series')
    .values({ id: 'ser_lake', name: '太湖流域协作小组工作会议', organisation_id: 'org_group' })
    .execute();
  await kysely
    .insertInto('meeting_session')
    .values({ meeting_id: 'mtg_lake', series_id: 'ser_lake', ordinal: 3 })
    .execute();
}

async function fillFacts(kysely: Kysely<DB>): Promise<void> {
  const post = { organisation_id: null, area_code: null };
  await kysely
    .insertInto('position')
    .values([
      {
        ...post,
        id: 'pos_gov',
        person_id: 'per_wen',
        area_code: '330000',
        role: '省长',
        title: '浙江省省长',
        observed_on: '2022-06-06',
      },
      {
        ...post,
        id: 'pos_acting',
        person_id: 'per_wen',
        area_code: '330000',
        role: '代省长',
        title: '浙江省代省长',
        observed_on: '2021-03-01',
      },
      { ...post, id: 'pos_none', person_id: 'per_wen', role: '教授', title: '教授', observed_on: null },
      {
        ...post,
        id: 'pos_min',
        person_id: 'per_ouyang',
        organisation_id: 'org_ministry',
        role: '部长',
        title: '生态环境部部长',
        observed_on: '2022-06-06',
      },
    ])
    .execute();
  const part = { person_id: null, organisation_id: null };
  const roles = (...some: string[]) => `{${some.join(',')}}`;
  await kysely
    .insertInto('participation')
    .values([
      {
        ...part,
        id: 'par_1',
        meeting_id: 'mtg_lake',
        person_id: 'per_wen',
        roles: roles('CHAIR', 'SPEAKER'),
        ordinal: 0,
        name_as_printed: '温若水',
      },
      {
        ...part,
        id: 'par_2',
        meeting_id: 'mtg_lake',
        person_id: 'per_ouyang',
        roles: roles('SPEAKER'),
        ordinal: 1,
        name_as_printed: '欧阳清源',
      },
      {
        ...part,
        id: 'par_3',
        meeting_id: 'mtg_lake',
        organisation_id: 'org_dept',
        roles: roles('ATTENDEE'),
        ordinal: 2,
        name_as_printed: '省生态环境厅',
      },
      {
        ...part,
        id: 'par_4',
        meeting_id: 'mtg_a',
        person_id: 'per_wen',
        roles: roles('ATTENDEE'),
        ordinal: 0,
        name_as_printed: '温若水',
      },
      {
        ...part,
        id: 'par_5',
        meeting_id: 'mtg_a',
        person_id: 'per_ouyang',
        roles: roles('ATTENDEE'),
        ordinal: 1,
        name_as_printed: '欧阳清源',
      },
      {
        ...part,
        id: 'par_6',
        meeting_id: 'mtg_a',
        person_id: 'per_lu',
        roles: roles('ATTENDEE'),
        ordinal: 2,
        name_as_printed: '鲁一鸣',
      },
    ])
    .execute();
  await kysely
    .insertInto('participation_position')
    .values([
      { participation_id: 'par_1', position_id: 'pos_gov' },
      { participation_id: 'par_2', position_id: 'pos_min' },
    ])
    .execute();
  await kysely
    .insertInto('agreement')
    .values([
      {
        id: 'agr_lake',
        title: '太湖蓝藻联防联控备忘录',
        kind: 'MEMORANDUM',
        signed_on: '2022-06-06',
        meeting_id: 'mtg_lake',
        merged_into_id: null,
      },
      {
        id: 'agr_old',
        title: '合作协议',
        kind: 'AGREEMENT',
        signed_on: null,
        meeting_id: null,
        merged_into_id: null,
      },
    ])
    .execute();
  await kysely
    .insertInto('signature')
    .values([
      {
        id: 'sig_1',
        agreement_id: 'agr_lake',
        organisation_id: 'org_dept',
        area_code: null,
        signer_id: 'per_lu',
        implied: false,
        ordinal: 0,
      },
      {
        id: 'sig_2',
        agreement_id: 'agr_lake',
        organisation_id: null,
        area_code: '310118',
        signer_id: null,
        implied: true,
        ordinal: 1,
      },
    ])
    .execute();
  const indicator = {
    form: 'LEVEL' as const,
    bound: 'EXACT' as const,
    planned: false,
    organisation_id: null,
  };
  await kysely
    .insertInto('indicator')
    .values([
      {
        ...indicator,
        id: 'ind_pm',
        area_code: '330500',
        measure: 'PM2.5平均浓度',
        value: '25',
        unit: 'ug/m3',
        printed: '25微克/立方米',
        starts_on: '2022-01-01',
        ends_on: '2022-12-31',
      },
      {
        ...indicator,
        id: 'ind_projects',
        organisation_id: 'org_dept',
        measure: '治理项目',
        value: '35',
        unit: '个',
        printed: '35个',
      },
      {
        ...indicator,
        id: 'ind_people',
        meeting_id: 'mtg_lake',
        measure: '代表',
        value: '300',
        unit: '名',
        bound: 'AT_LEAST',
        printed: '300余名',
      },
    ])
    .execute();
}

async function fillEvidence(kysely: Kysely<DB>): Promise<void> {
  const sentence = TEXT.split('\n')[1] ?? '';
  const sentence_start = TEXT.indexOf(sentence);
  const span = {
    start: sentence_start,
    end: sentence_start + 4,
    sentence_start,
    sentence_end: sentence_start + sentence.length,
  };
  const facts: Partial<Insertable<Evidence>>[] = [
    { meeting_id: 'mtg_lake' },
    { meeting_id: 'mtg_lake', article_id: 'art_3' },
    { person_id: 'per_wen' },
    { person_id: 'per_wen' },
    { person_id: 'per_wen', article_id: 'art_2' },
    { person_id: 'per_ouyang' },
    { organisation_id: 'org_dept' },
    { organisation_id: 'org_group' },
    { agreement_id: 'agr_lake' },
    { participation_id: 'par_1' },
    { position_id: 'pos_gov' },
    { signature_id: 'sig_1' },
  ];
  const rows = facts.map((fact, index) => ({
    id: `evi_${index}`,
    article_id: 'art_1',
    quote: sentence,
    ...span,
    ...fact,
  }));
  await kysely.insertInto('evidence').values(rows).execute();
}
