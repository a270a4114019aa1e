import { createTestApp, type TestApp } from '../graphql-client.ts';
import { FIGURE_QUESTIONS } from './figure-questions.ts';
import { FIRST_QUESTIONS } from './first-questions.ts';
import { FURTHER_QUESTIONS } from './further-questions.ts';
import { LIST_QUESTIONS } from './list-questions.ts';
import type { Look, Question } from './question.ts';
import { fillQuestionGraph } from './question-graph.ts';

/** All that users asked for, by number: 33 questions of the first days, and fifty that came later. */
const NUMBERS = [
  ...Array.from({ length: 33 }, (_, n) => `A${n + 1}`),
  ...Array.from({ length: 50 }, (_, n) => `${n + 1}`),
  ...FURTHER_QUESTIONS.map(({ number }) => number),
];
/** What goes on after the answer is asked elsewhere. */
const ELSEWHERE = ['35', '46'];

const QUESTIONS: readonly Question[] = [
  ...FIRST_QUESTIONS,
  ...LIST_QUESTIONS,
  ...FIGURE_QUESTIONS,
  ...FURTHER_QUESTIONS,
];

let api: TestApp;
beforeAll(async () => {
  api = await createTestApp();
  await fillQuestionGraph(api.test.database);
}, 120_000);
afterAll(() => api.close());

const look: Look = async (statement) => (await api.test.database.pool.query(statement)).rows;

/** Whether there is anything in an answer but zeros and nothing. */
const saysSomething = (value: unknown): boolean =>
  typeof value === 'object' && value !== null
    ? Object.values(value).some(saysSomething)
    : value !== null && value !== 0 && value !== false;

/** Values as JSON has them: days and numbers of the driver as it writes them. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('all questions are asked here', () => {
  const asked = QUESTIONS.map(({ number }) => number);
  expect([...new Set([...asked, ...ELSEWHERE])].sort()).toEqual([...NUMBERS].sort());
});

test.each(QUESTIONS.map((question) => [`${question.number}. ${question.question}`, question] as const))(
  '%s',
  async (_, { query, variables = {}, shown = (data) => data, expected, statements }) => {
    const given = typeof variables === 'function' ? await variables(look) : variables;
    const answer = asJson(await expected(look));
    for (const part of Object.values(answer as object)) expect(saysSomething(part)).toBe(true);
    api.takeStatements();
    const { data, errors } = await api.query(query, given);
    expect(errors).toEqual([]);
    expect(api.takeStatements()).toHaveLength(statements ?? Object.keys(data as object).length);
    expect(shown(data as never)).toEqual(answer);
  },
);
