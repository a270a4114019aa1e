import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { FACT_TYPES, FOLLOWED_ENTITIES } from '../../../src/graphql/builder/entities.ts';
import { FACT_KINDS } from '../../../src/kinds/kinds.ts';
import { WRITE_LOCK } from '../../../src/store/sql/lock-graph.ts';
import { clearGraph } from '../../support/clear-graph.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

let testDatabase: TestDatabase;
beforeAll(async () => {
  testDatabase = await createTestDatabase();
});
beforeEach(() => clearGraph(testDatabase.database));
afterAll(() => testDatabase.drop());

const query = (text: string, values: unknown[] = []) => testDatabase.database.pool.query(text, values);

/** Runs statements in one transaction. */
async function together(...statements: string[]): Promise<void> {
  await query(`BEGIN; ${statements.join('; ')}; COMMIT`);
}

/** What was told since the last call: of what type, which and what. */
async function takeChanges(): Promise<string[]> {
  const { rows } = await query('DELETE FROM change RETURNING id, node_type, node_id, action');
  return rows
    .toSorted((a, b) => Number(a.id) - Number(b.id))
    .map(({ node_type, node_id, action }) => `${node_type} ${node_id} ${action}`);
}

const addPerson = (id: string) => `INSERT INTO person (id, name, other_names) VALUES ('${id}', '甲', '{}')`;
const addMeeting = (id: string) =>
  `INSERT INTO meeting (id, name, other_names, date_basis) VALUES ('${id}', '会', '{}', 'UNKNOWN')`;
const addArticle = (
  id: string,
) => `INSERT INTO source_document (id, name, sha256, media_type, bytes, retrieved_at)
    VALUES ('doc_${id}', '${id}', '${id}', '', '', now());
  INSERT INTO article (id, document_id, ordinal, text, script, paragraphs, source_offsets, warnings)
    VALUES ('art_${id}', 'doc_${id}', 0, '文', 'HANS', '[]', '', '[]')`;
const updatedAt = async (table: string, id: string): Promise<Date> =>
  (await query(`SELECT updated_at FROM ${table} WHERE id = $1`, [id])).rows[0]?.updated_at;

describe('what becomes of rows is told', () => {
  test('once for each row of a statement: made, changed, taken back', async () => {
    await query(`${addPerson('per_1')}, ('per_2', '乙', '{}')`);
    expect(await takeChanges()).toEqual(['PERSON per_1 MADE', 'PERSON per_2 MADE']);
    await query(`UPDATE person SET name = '丙' WHERE id = 'per_2'`);
    expect(await takeChanges()).toEqual(['PERSON per_2 CHANGED']);
    await query('DELETE FROM person');
    expect((await takeChanges()).sort()).toEqual(['PERSON per_1 TAKEN_BACK', 'PERSON per_2 TAKEN_BACK']);
  });

  test('but not where a row is written as it was, or nothing is written', async () => {
    await query(addPerson('per_1'));
    const before = await updatedAt('person', 'per_1');
    await takeChanges();
    await query(`UPDATE person SET name = name, other_names = '{}'`);
    await query(`${addPerson('per_1')} ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name`);
    await query(`DELETE FROM person WHERE name = '无人'`);
    expect(await takeChanges()).toEqual([]);
    expect(await updatedAt('person', 'per_1')).toEqual(before);
  });

  test('and once in a transaction, in which a row that is new is only made', async () => {
    await together(addPerson('per_1'), `UPDATE person SET name = '乙'`, `UPDATE person SET name = '丙'`);
    expect(await takeChanges()).toEqual(['PERSON per_1 MADE']);
    await together(`UPDATE person SET name = '乙'`, `UPDATE person SET name = '丙'`);
    expect(await takeChanges()).toEqual(['PERSON per_1 CHANGED']);
    await together(`UPDATE person SET name = '丁'`, 'DELETE FROM person', addPerson('per_1'));
    expect(await takeChanges()).toEqual([
      'PERSON per_1 CHANGED',
      'PERSON per_1 TAKEN_BACK',
      'PERSON per_1 MADE',
    ]);
  });

  test('of an entity that is merged, merged on, and one of its own again', async () => {
    await query(`${addPerson('per_1')}, ('per_2', '乙', '{}'), ('per_3', '丙', '{}')`);
    await takeChanges();
    const merge = (into: string) => query(`UPDATE person SET merged_into_id = ${into} WHERE id = 'per_1'`);
    await merge(`'per_2'`);
    expect(await takeChanges()).toEqual(['PERSON per_1 MERGED']);
    await query(`UPDATE person SET name = '丁' WHERE id = 'per_1'`);
    expect(await takeChanges()).toEqual([]);
    await merge(`'per_3'`);
    expect(await takeChanges()).toEqual(['PERSON per_1 MERGED']);
    await merge('NULL');
    expect(await takeChanges()).toEqual(['PERSON per_1 MADE']);
    await together(
      `UPDATE person SET name = '戊' WHERE id = 'per_1'`,
      `UPDATE person SET merged_into_id = 'per_2' WHERE id = 'per_1'`,
    );
    expect(await takeChanges()).toEqual(['PERSON per_1 CHANGED', 'PERSON per_1 MERGED']);
    await query(
      `INSERT INTO person (id, name, other_names, merged_into_id) VALUES ('per_4', '己', '{}', 'per_2')`,
    );
    expect(await takeChanges()).toEqual(['PERSON per_4 MERGED']);
  });

  test('of the whole where parts come and go, once in a transaction', async () => {
    await query(addMeeting('mtg_1'));
    await query(`INSERT INTO area (code, name, short_names, level) VALUES ('330000', '甲省', '{}', 'PROVINCE'),
      ('310000', '乙市', '{}', 'PROVINCE') ON CONFLICT DO NOTHING`);
    const before = await updatedAt('meeting', 'mtg_1');
    await takeChanges();
    const place = (code: string) => `INSERT INTO meeting_place VALUES ('mtg_1', '${code}', 0)`;
    await together(place('330000'), place('310000'), `DELETE FROM meeting_place WHERE area_code = '310000'`);
    expect(await takeChanges()).toEqual(['MEETING mtg_1 CHANGED']);
    expect((await updatedAt('meeting', 'mtg_1')).getTime()).toBeGreaterThan(before.getTime());
    await together(addMeeting('mtg_2'), `INSERT INTO meeting_place VALUES ('mtg_2', '330000', 0)`);
    expect(await takeChanges()).toEqual(['MEETING mtg_2 MADE']);
    await query('DELETE FROM meeting');
    expect((await takeChanges()).sort()).toEqual(['MEETING mtg_1 TAKEN_BACK', 'MEETING mtg_2 TAKEN_BACK']);
  });

  test('of the article whose evidence is another', async () => {
    await query(addArticle('1'));
    await query(addPerson('per_1'));
    await takeChanges();
    await query(`INSERT INTO evidence (id, article_id, start, "end", sentence_start, sentence_end, quote, person_id)
      VALUES ('evi_1', 'art_1', 0, 1, 0, 1, '文', 'per_1')`);
    expect(await takeChanges()).toEqual(['ARTICLE art_1 CHANGED']);
    await query('DELETE FROM person');
    expect((await takeChanges()).sort()).toEqual(['ARTICLE art_1 CHANGED', 'PERSON per_1 TAKEN_BACK']);
    await query('DELETE FROM source_document');
    expect((await takeChanges()).sort()).toEqual([
      'ARTICLE art_1 TAKEN_BACK',
      'SOURCE_DOCUMENT doc_1 TAKEN_BACK',
    ]);
  });
});

test('every table of what the API follows has its triggers, and every kind of fact is followed', async () => {
  const { rows } =
    await query(`SELECT c.relname AS table, array_agg(t.tgname::text ORDER BY t.tgname) AS triggers
    FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid WHERE NOT t.tgisinternal GROUP BY 1`);
  const triggers = new Map(rows.map((row) => [row.table, row.triggers]));
  for (const { table } of FOLLOWED_ENTITIES)
    expect([table, triggers.get(table)]).toEqual([
      table,
      ['log_deletes', 'log_inserts', 'log_updates', 'touch'],
    ]);
  for (const kind of FACT_KINDS) expect([kind, FACT_TYPES[kind].entity.isFollowed]).toEqual([kind, true]);
});

describe('numbers and instants rise in the order of commit', () => {
  test('also of those who write by hand, and whose transactions began in another order', async () => {
    const [first, second] = [
      await testDatabase.database.pool.connect(),
      await testDatabase.database.pool.connect(),
    ];
    try {
      await first.query('BEGIN');
      await second.query('BEGIN');
      await second.query(addPerson('per_2'));
      let isWritten = false;
      const waiting = first.query(addPerson('per_1')).then(() => {
        isWritten = true;
      });
      // Others see nothing of what is not committed, and nobody writes before it.
      expect((await query('SELECT FROM change')).rowCount).toBe(0);
      await new Promise((done) => setTimeout(done, 200));
      expect(isWritten).toBe(false);
      await second.query('COMMIT');
      await waiting;
      expect((await query('SELECT node_id FROM change')).rows).toEqual([{ node_id: 'per_2' }]);
      await first.query('COMMIT');
    } finally {
      first.release();
      second.release();
    }
    const { rows } = await query('SELECT node_id, made_at FROM change ORDER BY id');
    expect(rows.map(({ node_id }) => node_id)).toEqual(['per_2', 'per_1']);
    expect(rows[1].made_at.getTime()).toBeGreaterThan(rows[0].made_at.getTime());
    expect(await updatedAt('person', 'per_1')).toEqual(rows[1].made_at);
  });

  test('as they take the lock of those who write by the app', async () => {
    const writer = await testDatabase.database.pool.connect();
    try {
      await writer.query('BEGIN');
      await writer.query('SELECT pg_advisory_xact_lock($1)', [WRITE_LOCK]);
      let isWritten = false;
      const waiting = query(addPerson('per_1')).then(() => {
        isWritten = true;
      });
      await new Promise((done) => setTimeout(done, 200));
      expect(isWritten).toBe(false);
      await writer.query('COMMIT');
      await waiting;
    } finally {
      writer.release();
    }
  });

  test('within a millisecond too, and where the clock goes back', async () => {
    await query(addPerson('per_1'));
    await query(`UPDATE change SET made_at = now() + interval '1 hour'`);
    for (const name of ['乙', '丙', '丁']) await query(`UPDATE person SET name = '${name}'`);
    const { rows } = await query('SELECT made_at FROM change ORDER BY id');
    const times = rows.map(({ made_at }) => made_at.getTime());
    expect(times).toEqual([0, 1, 2, 3].map((more) => times[0] + more));
  });
});

test('a statement that changes thousands of rows is told of in a time like its own, also after one that changed one', async () => {
  await query(addPerson('per_1'));
  await query(`UPDATE person SET name = '乙'`);
  await query(
    `INSERT INTO person (id, name, other_names) SELECT 'per_x' || n, '甲', '{}' FROM generate_series(1, 20000) AS n`,
  );
  await takeChanges();
  const start = performance.now();
  await query(`UPDATE person SET name = '丁'`);
  // Loops in loops would take minutes.
  expect(performance.now() - start).toBeLessThan(20_000);
  expect(await takeChanges()).toHaveLength(20_001);
});
