import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { ENTITY_TYPES, type EntityType } from '../../../src/search/entities/entity-type.ts';
import { knownAs } from '../../../src/search/match/known-as.ts';
import { suggestCorrections } from '../../../src/search/names/suggest-corrections.ts';
import { foldText } from '../../../src/search/text/fold-text.ts';
import { keyOf } from '../../../src/search/text/folded-key.ts';
import { fillGraph } from '../../graphql/graph-fixture.ts';
import { indexAll } from '../../support/index-all.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

let fixture: TestDatabase;
beforeAll(async () => {
  fixture = await createTestDatabase();
  const { kysely, pool } = fixture.database;
  await fillGraph(kysely);
  await pool.query(
    `INSERT INTO person (id, name, other_names) VALUES ('per_former', '林前任', '{}'), ('per_wood', '温若木', '{}')`,
  );
  await pool.query(`INSERT INTO organisation (id, name, other_names, classification)
    VALUES ('org_ndrc', '国家发展和改革委员会', '{国家发展改革委}', 'DEPARTMENT'), ('org_bank', '中国人民银行', '{}', 'DEPARTMENT')`);
  await pool.query(`INSERT INTO position (id, person_id, organisation_id, role, title, observed_on)
    VALUES ('pos_former', 'per_former', 'org_ministry', '部长', '生态环境部部长', '2018-05-01')`);
  await pool.query(
    `INSERT INTO meeting (id, name, other_names, date_basis) VALUES ('mtg_third', '太湖流域第三次会议', '{}', 'UNKNOWN')`,
  );
  await indexAll(fixture.database);
});
afterAll(() => fixture.drop());

async function find(query: string, types: readonly EntityType[] = ENTITY_TYPES): Promise<string[]> {
  const known = knownAs(keyOf(foldText(query)), types);
  const { rows } = await sql<{
    entity_id: string;
  }>`SELECT entity_id FROM (${known}) AS k ORDER BY bonus DESC, entity_id`.execute(fixture.database.kysely);
  return rows.map(({ entity_id }) => entity_id);
}

test.each<[string, string, string[]]>([
  ['a name', '欧阳清源', ['per_ouyang']],
  ['a name in Traditional', '歐陽清源', ['per_ouyang']],
  ['an other name', '环境部', ['org_ministry']],
  ['a name with its number in digits', '太湖流域第3次会议', ['mtg_third']],
  ['a short form', '国家发改委', ['org_ndrc']],
  ['a short form without what bodies of the state begin with', '发改委', ['org_ndrc']],
  ['what people say', '央行', ['org_bank']],
  ['a post, its present holder first', '生态环境部部长', ['per_ouyang', 'per_former']],
  ['a post as people say it', '生态环境部长', ['per_ouyang', 'per_former']],
  ['a post of a place', '浙江省省长', ['per_wen']],
  ['a post of a place by its short name', '浙江省长', ['per_wen']],
  ['a post with blanks in it', '浙江 省长', ['per_wen']],
  ['pinyin', 'ouyangqingyuan', ['per_ouyang']],
  ['pinyin with a capital', 'OuYangQingYuan', ['per_ouyang']],
  ['initials', 'oyqy', ['per_ouyang']],
  ['initials of a short form', 'fgw', ['org_ndrc']],
  ['no homophone of characters', '欧阳青原', []],
  ['nothing for a part of a name', '欧阳', []],
  ['nothing for a word of no name', 'xyz', []],
  ['nothing for what has no letter', '。', []],
])('knownAs finds by %s', async (_, query, ids) => {
  expect(await find(query)).toEqual(ids);
});

test('knownAs finds of the kinds that are asked for alone', async () => {
  expect(await find('浙江省长', ['MEETING'])).toEqual([]);
  expect(await find('浙江省长', ['PERSON'])).toEqual(['per_wen']);
});

async function correct(query: string, isWanted = true): Promise<string | null> {
  const corrections = suggestCorrections(keyOf(foldText(query)), isWanted ? sql`TRUE` : sql`FALSE`);
  if (corrections === null) return null;
  const { rows } = await sql<{ term: string }>`${corrections}`.execute(fixture.database.kysely);
  return rows[0]?.term ?? null;
}

test.each<[string, string | null]>([
  ['欧阳青源', '欧阳清源'],
  ['欧阳请元', '欧阳清源'],
  ['殴阳清源', '欧阳清源'],
  ['欧阳源', '欧阳清源'],
  ['欧阳清源源', '欧阳清源'],
  ['欧清阳源', '欧阳清源'],
  ['生态环境布', '生态环境部'],
  ['太湖蓝藻联防联空备忘录', '太湖蓝藻联防联控备忘录'],
  ['欧阳清源', null],
  ['完全不同', null],
  ['源', null],
  ['abc', null],
  ['%_%', null],
])('a correction of %j is %j', async (query, name) => {
  expect(await correct(query)).toBe(name);
});

test('a homophone is likelier than another character, though the other is better known', async () => {
  await fixture.database.pool.query(`UPDATE search_term SET prominence = 1000 WHERE term = '温若水'`);
  expect(await correct('温若穆')).toBe('温若木');
  expect(await correct('温若山')).toBe('温若水');
});

test('no correction is read where none is wanted', async () => {
  expect(await correct('欧阳青源', false)).toBeNull();
});
