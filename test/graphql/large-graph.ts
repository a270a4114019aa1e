import type pg from 'pg';

/** Rows of each table: more than may be read from end to end. */
const ROWS = 20_000;

/** The types of which a large graph has many. */
export const LARGE: readonly string[] = [
  'Agreement',
  'Article',
  'Indicator',
  'Meeting',
  'MeetingSeries',
  'Organisation',
  'Participation',
  'Person',
  'Position',
  'Signature',
  'SourceDocument',
];

const id = (prefix: string, n = 'n') => `'${prefix}_' || lpad((${n})::text, 5, '0')`;
/** A day of some fifty years. */
const day = `date '1980-01-01' + (n % 18000)`;
/** Another row of another table: the nth refers to some near it. */
const other = (prefix: string, step: number) => id(prefix, `(n * ${step}) % ${ROWS}`);
/** An instant of some days. */
const instant = `timestamptz '2024-01-01' + n * interval '1 minute'`;
const name = (first: string) => `'${first}' || lpad(n::text, 5, '0')`;

/** The tables with the values of their columns in the nth row. */
const TABLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  area: {
    code: `lpad((300000 + n)::text, 6, '0')`,
    name: name('区'),
    short_names: `'{}'::text[]`,
    level: `'COUNTY'::area_level`,
  },
  source_document: {
    id: id('doc'),
    name: name('页'),
    url: `'https://example.com/' || n`,
    sha256: `md5(n::text)`,
    media_type: `'text/plain'`,
    bytes: `''::bytea`,
    retrieved_at: instant,
    updated_at: instant,
  },
  article: {
    id: id('art'),
    document_id: id('doc'),
    ordinal: '0',
    headline: name('题'),
    text: name('文'),
    publisher: name('社'),
    published_on: day,
    script: `'HANS'::script`,
    paragraphs: `'[]'::jsonb`,
    source_offsets: `''::bytea`,
    warnings: `'[]'::jsonb`,
    updated_at: instant,
  },
  person: { id: id('per'), name: name('甲'), other_names: `'{}'::text[]`, updated_at: instant },
  organisation: {
    id: id('org'),
    name: name('局'),
    other_names: `'{}'::text[]`,
    classification: `'DEPARTMENT'::organisation_class`,
    area_code: `lpad((300000 + n)::text, 6, '0')`,
    parent_id: `CASE WHEN n > 0 THEN ${id('org', 'n / 2')} END`,
    updated_at: instant,
  },
  meeting: {
    id: id('mtg'),
    name: name('会'),
    other_names: `'{}'::text[]`,
    starts_on: day,
    date_basis: `'STATED'::date_basis`,
    updated_at: instant,
  },
  meeting_place: { meeting_id: id('mtg'), area_code: `lpad((300000 + n)::text, 6, '0')`, ordinal: '0' },
  meeting_series: { id: id('ser'), name: name('届'), organisation_id: id('org'), updated_at: instant },
  meeting_session: { meeting_id: id('mtg'), series_id: id('ser'), ordinal: '1' },
  position: {
    id: id('pos'),
    person_id: other('per', 7),
    organisation_id: other('org', 11),
    role: name('长'),
    title: name('任'),
    observed_on: day,
    updated_at: instant,
  },
  participation: {
    id: id('par'),
    meeting_id: other('mtg', 3),
    person_id: `CASE WHEN n % 2 = 0 THEN ${other('per', 13)} END`,
    organisation_id: `CASE WHEN n % 2 = 1 THEN ${other('org', 13)} END`,
    roles: `'{ATTENDEE}'::participation_role[]`,
    ordinal: 'n % 9',
    name_as_printed: name('甲'),
    updated_at: instant,
  },
  participation_position: { participation_id: id('par'), position_id: id('pos') },
  agreement: {
    id: id('agr'),
    title: name('书'),
    kind: `'AGREEMENT'::agreement_kind`,
    signed_on: day,
    meeting_id: other('mtg', 17),
    updated_at: instant,
  },
  signature: {
    id: id('sig'),
    agreement_id: other('agr', 7),
    organisation_id: other('org', 19),
    signer_id: other('per', 23),
    implied: 'false',
    ordinal: '0',
    updated_at: instant,
  },
  indicator: {
    id: id('ind'),
    organisation_id: other('org', 29),
    measure: name('量'),
    form: `'LEVEL'::indicator_form`,
    value: 'n',
    unit: `'u' || n % 50`,
    bound: `'EXACT'::indicator_bound`,
    printed: name('数'),
    planned: 'false',
    ends_on: day,
    updated_at: instant,
  },
  evidence: {
    id: id('evi'),
    article_id: other('art', 7),
    start: '0',
    '"end"': '1',
    sentence_start: '0',
    sentence_end: '1',
    quote: `''`,
    person_id: other('per', 3),
  },
};

/** Fills the tables of a fresh database with made-up rows that refer to each other, and has PostgreSQL look at them. */
export async function fillLargeGraph(pool: pg.Pool): Promise<void> {
  for (const [table, columns] of Object.entries(TABLES))
    await pool.query(
      `INSERT INTO ${table} (${Object.keys(columns).join(', ')}) SELECT ${Object.values(columns).join(', ')}
        FROM generate_series(0, ${ROWS - 1}) AS n ON CONFLICT DO NOTHING`,
    );
  await pool.query('VACUUM ANALYZE');
}
