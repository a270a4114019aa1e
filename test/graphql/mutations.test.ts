import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildApp } from '../../src/http/app.ts';
import { prepareGraph } from '../../src/ingest/ingest.ts';
import { readSeedDocuments } from '../support/seed-documents.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

const KEY = 'a key of this test';

const INGEST = `mutation ($input: IngestDocumentInput!) {
  ingestDocument(input: $input) { status document { name articles { headline } } userErrors { code path } }
}`;

const MERGE = `mutation ($input: MergeEntitiesInput!) {
  mergeEntities(input: $input) {
    entity { id ... on Person { name positions { nodes { title } } } }
    decisionId
    userErrors { code message path }
  }
}`;

describe('mutations', () => {
  let testDatabase: TestDatabase;
  let app: Awaited<ReturnType<typeof buildApp>>;
  const send = async (query: string, variables: object, key: string | null = KEY) => {
    const headers = key === null ? {} : { 'x-api-key': key };
    const response = await app.inject({
      method: 'POST',
      url: '/graphql',
      headers,
      payload: { query, variables },
    });
    return response.json();
  };
  const findPerson = async (name: string) =>
    (await testDatabase.database.prisma.person.findFirstOrThrow({ where: { name } })).id;

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    const { database } = testDatabase;
    await prepareGraph(database);
    app = await buildApp({ database: database.reads, writer: { database, apiKey: KEY } });
    const [page] = readSeedDocuments();
    const input = { name: page?.name, base64: Buffer.from(page?.bytes ?? []).toString('base64') };
    const { data } = await send(INGEST, { input });
    expect(data.ingestDocument).toMatchObject({
      status: 'INGESTED',
      document: { name: page?.name },
      userErrors: [],
    });
  });
  afterAll(async () => {
    await app.close();
    await testDatabase.drop();
  });

  test.each([
    [null, 'API_KEY_WRONG'],
    ['another key', 'API_KEY_WRONG'],
  ])('are refused with the key %s', async (key, code) => {
    const { errors } = await send(INGEST, { input: { name: 'a', text: '甲' } }, key);
    expect(errors[0].extensions.code).toBe(code);
  });

  test('are refused where the server has no key', async () => {
    const closed = await buildApp({ database: testDatabase.database.reads });
    const payload = { query: INGEST, variables: { input: { name: 'a', text: '甲' } } };
    const response = await closed.inject({ method: 'POST', url: '/graphql', payload });
    expect(response.json().errors[0].extensions.code).toBe('MUTATIONS_DISABLED');
    await closed.close();
  });

  test('say as data why a page could not be read', async () => {
    const { data } = await send(INGEST, { input: { name: 'a.txt', text: ' ' } });
    expect(data.ingestDocument).toEqual({
      status: 'QUARANTINED',
      document: null,
      userErrors: [{ code: 'DOCUMENT_EMPTY', path: [] }],
    });
    const nothing = await send(INGEST, { input: { name: 'a.txt' } });
    expect(nothing.data.ingestDocument.userErrors).toEqual([{ code: 'INPUT_MISSING', path: ['text'] }]);
  });

  test.each([
    'javascript:alert(1)',
    'java\tscript:alert(1)',
    '/a/b.html',
    'file:///etc/passwd',
    '',
    'http://',
  ])('H20: refuse an address that leads to no page: %j', async (url) => {
    const text = readSeedDocuments()[1]?.bytes;
    const input = { name: 'a.txt', text: Buffer.from(text ?? []).toString(), url };
    const { data } = await send(INGEST, { input });
    expect(data.ingestDocument).toEqual({
      status: null,
      document: null,
      userErrors: [{ code: 'URL_INVALID', path: ['url'] }],
    });
  });

  test('A5: an empty list of articles splits nothing, and takes no merge back', async () => {
    const id = await findPerson('龚正');
    const { data } = await send(
      'mutation ($input: SplitEntityInput!) { splitEntity(input: $input) { userErrors { code path } } }',
      { input: { id, articles: [], reason: 'a test' } },
    );
    expect(data.splitEntity.userErrors).toEqual([{ code: 'NOTHING_TO_SPLIT', path: ['articles'] }]);
  });

  test('merge, let the old id resolve, list the decision, and take it back', async () => {
    const [into, from] = [await findPerson('龚正'), await findPerson('王浩')];
    const { data } = await send(MERGE, { input: { into, from: [from], reason: 'a test' } });
    const { entity, decisionId, userErrors } = data.mergeEntities;
    expect(userErrors).toEqual([]);
    expect(entity).toMatchObject({
      id: into,
      positions: { nodes: expect.arrayContaining([{ title: '浙江省省长' }]) },
    });
    const { data: read } = await send(
      'query ($id: ID!) { person(id: $id) { id } decisions(where: { entity: $id }) { nodes { id action reasons decidedBy revertedAt } } }',
      { id: from },
      null,
    );
    expect(read.person).toEqual({ id: into });
    const { data: found } = await send('query ($id: ID!) { node(id: $id) { __typename id } }', {
      id: decisionId,
    });
    expect(found.node).toEqual({ __typename: 'Decision', id: decisionId });
    expect(read.decisions?.nodes).toEqual([
      { id: decisionId, action: 'MERGE', reasons: ['a test'], decidedBy: 'API', revertedAt: null },
    ]);
    const undone = await send(
      'mutation ($input: SplitEntityInput!) { splitEntity(input: $input) { entity { id } newEntity { id } userErrors { code } } }',
      { input: { id: into, reason: 'they are two' } },
    );
    expect(undone.data.splitEntity).toEqual({
      entity: { id: into },
      newEntity: { id: from },
      userErrors: [],
    });
  });

  test('say as data what is wrong with the input, and where', async () => {
    const into = await findPerson('龚正');
    const { data } = await send(MERGE, { input: { into, from: ['per_0'], reason: 'a test' } });
    expect(data.mergeEntities).toMatchObject({
      entity: null,
      decisionId: null,
      userErrors: [{ code: 'ENTITY_NOT_FOUND', path: ['from', '0'] }],
    });
  });

  test('reject a post and rename a person', async () => {
    const id = await findPerson('龚正');
    const { data } = await send('query ($id: ID!) { person(id: $id) { positions { nodes { id title } } } }', {
      id,
    });
    const [post] = data.person.positions.nodes;
    const rejected = await send(
      'mutation ($input: RejectFactInput!) { rejectFact(input: $input) { entity { ... on Person { positions { nodes { id } } } } userErrors { code } } }',
      { input: { id: post.id, reason: 'misread', by: 'an editor' } },
    );
    expect(rejected.data.rejectFact.entity.positions.nodes).not.toContainEqual({ id: post.id });
    const renamed = await send(
      'mutation ($input: RenameEntityInput!) { renameEntity(input: $input) { entity { ... on Person { name otherNames } } } }',
      { input: { id, name: '龚　正', reason: 'as in print' } },
    );
    expect(renamed.data.renameEntity.entity).toEqual({ name: '龚　正', otherNames: ['龚正'] });
  });

  test('leave questions open that can be asked', async () => {
    const { data } = await send(
      '{ openQuestions(first: 5) { nodes { type score reasons left { id } right { id } } } }',
      {},
    );
    expect(Array.isArray(data.openQuestions?.nodes)).toBe(true);
  });
});
