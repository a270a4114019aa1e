import { readdirSync, readFileSync } from 'node:fs';
import { seed } from '../../../seed/seed.ts';
import { prepareGraph } from '../../../src/ingest/ingest.ts';
import { createTestApp, type TestApp } from '../graphql-client.ts';

const FOLDER = new URL('../../../src/graphql/explorer/examples/', import.meta.url);
const examples = readdirSync(FOLDER).map(
  (name) => [name, readFileSync(new URL(name, FOLDER), 'utf8')] as const,
);

let api: TestApp;
beforeAll(async () => {
  api = await createTestApp();
  await prepareGraph(api.test.database);
  await seed(api.test.database);
});
afterAll(() => api.close());

/** The names of an operation's root fields: what stands two blanks in. */
const rootFields = (query: string) => [...query.matchAll(/^ {2}(\w+)[^\n]*\{$/gm)].map(([, name]) => name);

test.each(examples)(
  'the example %s answers from the seed pages, one statement a root field',
  async (_, query) => {
    api.takeStatements();
    const { data, errors } = await api.query(query);
    expect(errors).toEqual([]);
    expect(api.takeStatements()).toHaveLength(rootFields(query).length);
    for (const field of rootFields(query)) {
      const answer = JSON.stringify(data[String(field)]);
      // Every root field finds something: a list that is empty throughout would hold no text.
      expect(answer).toMatch(/[\u4e00-\u9fff]|"count":[1-9]/);
    }
  },
);
