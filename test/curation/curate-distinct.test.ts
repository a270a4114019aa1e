import { describe, expect, test } from '@jest/globals';
import { distinguishEntities } from '../../src/curation/distinguish-entities.ts';
import { mergeEntities } from '../../src/curation/merge-entities.ts';
import { revertDecision } from '../../src/curation/revert-decision.ts';
import { listOpenQuestions } from '../../src/curation/review.ts';
import { applyChange, type ClaimArticle, saveClaimArticle } from '../support/claim-articles.ts';
import { meeting, organisation, participation, person, position } from '../support/claims.ts';
import { clearGraph } from '../support/clear-graph.ts';
import { dumpGraph } from '../support/dump-graph.ts';
import { provideGraph } from '../support/provide-graph.ts';

const judge = { reason: 'looked at both pages', by: 'an editor' };
const WHO = '赵明远';

/** An article that gives a person posts, and lets them take part in a meeting. */
const article = (name: string, ...bodies: string[]): ClaimArticle => ({
  name,
  publishedOn: '2020-06-07',
  claims: [
    ...bodies.map((body) => organisation(body)),
    person(WHO),
    ...bodies.map((body) => position(WHO, body, '书记')),
    meeting('甲湖治理推进会', { startsOn: '2020-06-06', dateBasis: 'STATED' }),
    participation(WHO, { positions: bodies.map((body) => `${body}书记`) }),
  ],
});

describe('what was declared to be two', () => {
  const database = provideGraph();

  async function add(...articles: ClaimArticle[]) {
    const sources = [];
    for (const one of articles) sources.push(await saveClaimArticle(database(), one));
    for (const source of sources) await applyChange(database(), { added: [source] });
    return sources;
  }
  const remove = (sources: readonly { id: string }[]) =>
    applyChange(database(), { removed: sources.map(({ id }) => id) });
  /** The graph, without the texts of pages, which stay when facts go. */
  const dump = async () =>
    (await dumpGraph(database())).filter((line) => !line.includes('"entity_type":"ARTICLE"'));

  /** The pages on which each person rests, by the person's id. */
  async function listPeople(): Promise<Record<string, string>> {
    const { rows } = await database().pool.query(
      `SELECT h.root, string_agg(d.name, ' ' ORDER BY d.name) AS pages FROM mention AS m JOIN identity_home AS h ON h.id = m.home
        JOIN article AS a ON a.id = m.article_id JOIN source_document AS d ON d.id = a.document_id
      WHERE m.kind = 'person' GROUP BY 1`,
    );
    return Object.fromEntries(rows.map(({ root, pages }) => [root, pages]));
  }
  const pages = async () => Object.values(await listPeople()).sort();
  async function idOf(page: string): Promise<string> {
    const found = Object.entries(await listPeople()).find(([, own]) => own.split(' ').includes(page));
    return found?.[0] ?? '';
  }
  const declare = async (id: string, other: string) =>
    (await distinguishEntities(database(), { id: await idOf(id), other: await idOf(other), ...judge }))
      .decisionId;
  async function ask() {
    const questions = await listOpenQuestions(database(), { kinds: ['person'], limit: 10 });
    const people = await listPeople();
    return questions.map(({ left, right, reasons }) => ({
      pages: [people[left.id], people[right.id]].sort(),
      reasons,
    }));
  }

  test('stays two when a page gives a person the posts of both; that page stands apart, and is asked about', async () => {
    await add(article('a', '甲省委'), article('b', '乙部'));
    const [left, right] = [await idOf('a'), await idOf('b')];
    await declare('a', 'b');
    await add(article('c', '甲省委', '乙部'), article('d', '甲省委'));
    expect(await pages()).toEqual(['a d', 'b', 'c']);
    expect([await idOf('a'), await idOf('b')]).toEqual([left, right]);
    const reasons = [expect.stringContaining('declared to be two')];
    expect(await ask()).toEqual(
      expect.arrayContaining([
        { pages: ['a d', 'c'], reasons },
        { pages: ['b', 'c'], reasons },
      ]),
    );
    expect(await ask()).toHaveLength(2);
  });

  test('stays two when later pages give both one more post in common, and is asked about until it is declared again', async () => {
    await add(article('a', '甲省委'), article('b', '乙部'));
    await declare('a', 'b');
    await add(article('c', '甲省委', '丙局'));
    expect(await ask()).toEqual([]);
    await add(article('d', '乙部', '丙局'));
    expect(await pages()).toEqual(['a c', 'b d']);
    expect(await ask()).toEqual([{ pages: ['a c', 'b d'], reasons: [expect.stringContaining('丙局')] }]);
    await declare('a', 'b');
    expect(await ask()).toEqual([]);
  });

  test('leaves a page apart that gives only the post in common', async () => {
    await add(article('a', '甲省委'), article('b', '乙部'));
    await declare('a', 'b');
    await add(article('c', '甲省委', '丙局'), article('e', '丙局'));
    expect(await pages()).toEqual(['a c e', 'b']);
    await add(article('d', '乙部', '丙局'));
    expect(await pages()).toEqual(['a c', 'b d', 'e']);
  });

  test('is the same whatever the order in which pages come, and once that is taken back as if never declared', async () => {
    const rest = [
      article('c', '甲省委', '丙局'),
      article('d', '乙部', '丙局'),
      article('e', '甲省委', '乙部'),
      article('f', '丙局'),
    ];
    const graphs = [];
    for (const order of [rest, [...rest].reverse()]) {
      await clearGraph(database());
      await add(article('a', '甲省委'), article('b', '乙部'));
      const decision = await declare('a', 'b');
      await add(...order);
      const declared = await dump();
      await revertDecision(database(), { id: decision, ...judge });
      graphs.push({ declared, reverted: await dump() });
      expect(await pages()).toEqual(['a b c d e f']);
    }
    expect(graphs[0]).toEqual(graphs[1]);
  });

  test('is as it was when the page that tied both goes', async () => {
    await add(article('a', '甲省委'), article('b', '乙部'));
    await declare('a', 'b');
    const before = await dump();
    await remove(await add(article('c', '甲省委', '乙部')));
    expect(await dump()).toEqual(before);
  });

  test('holds for a person of whom no post is known', async () => {
    const [, , second] = await add(article('a'), article('b', '甲省委'), article('c', '乙部'));
    expect(await pages()).toEqual(['a', 'b', 'c']);
    const decision = await declare('a', 'b');
    if (second) await remove([second]);
    expect(await pages()).toEqual(['a', 'b']);
    await revertDecision(database(), { id: decision, ...judge });
    expect(await pages()).toEqual(['a b']);
  });

  test('yields to a merge, as long as that stands', async () => {
    await add(article('a', '甲省委'), article('b', '乙部'));
    await declare('a', 'b');
    const before = await dump();
    const { decisionId } = await mergeEntities(database(), {
      into: await idOf('a'),
      from: [await idOf('b')],
      ...judge,
    });
    expect(await pages()).toEqual(['a b']);
    await revertDecision(database(), { id: decisionId, ...judge });
    expect(await dump()).toEqual(before);
  });
});
