import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { seed } from '../seed/seed.ts';
import { prepareGraph } from '../src/ingest/ingest.ts';
import { createTestApp, type TestApp } from './graphql/graphql-client.ts';

const path = new URL('../README.md', import.meta.url);

/** A query, and the answer that follows it; each has one root field. */
const PAIR = /```graphql\n([^`]*)```\n\n```json\n([^`]*)```/g;

const WIDTH = 110;

/** JSON with a line for all that fits into one. */
function print(value: unknown, indent = ''): string {
  const flat = JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ');
  if (indent.length + flat.length <= WIDTH || typeof value !== 'object' || value === null) return flat;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const inner = `${indent}  `;
  const items = Object.entries(value).map(([key, item]) =>
    Array.isArray(value) ? print(item, inner) : `${JSON.stringify(key)}: ${print(item, inner)}`,
  );
  return `${open}\n${items.map((item) => inner + item).join(',\n')}\n${indent}${close}`;
}

describe("the README's queries", () => {
  const readme = readFileSync(path, 'utf8');
  const pairs = [...readme.matchAll(PAIR)].map(([, query = '', answer = '']) => ({ query, answer }));
  const answers = new Map<string, unknown>();
  let api: TestApp;
  beforeAll(async () => {
    api = await createTestApp();
    await prepareGraph(api.test.database);
    await seed(api.test.database);
  });
  afterAll(async () => {
    if (process.env.UPDATE && !process.env.CI)
      writeFileSync(
        path,
        readme.replace(PAIR, (_, query: string) => {
          const answer = print(answers.get(query));
          return `\`\`\`graphql\n${query}\`\`\`\n\n\`\`\`json\n${answer}\n\`\`\``;
        }),
      );
    await api.close();
  });

  test('are at least three', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(3);
  });

  test.each(pairs)(
    'give the answers that stand there, by one SQL statement a root field: $query',
    async (pair) => {
      api.takeStatements();
      const { data, errors } = await api.query(pair.query);
      expect(errors).toEqual([]);
      expect(api.takeStatements()).toHaveLength(Object.keys(data as object).length);
      answers.set(pair.query, { data });
      if (!process.env.UPDATE) expect({ data }).toEqual(JSON.parse(pair.answer));
    },
  );
});
