import { describe, expect, test } from '@jest/globals';
import { distinguishEntities } from '../../src/curation/distinguish-entities.ts';
import { mergeEntities } from '../../src/curation/merge-entities.ts';
import { rejectFact } from '../../src/curation/reject-fact.ts';
import { renameEntity } from '../../src/curation/rename-entity.ts';
import { revertDecision } from '../../src/curation/revert-decision.ts';
import { listOpenQuestions } from '../../src/curation/review.ts';
import { splitEntity } from '../../src/curation/split-entity.ts';
import { applyChange, type ClaimArticle, saveClaimArticle } from '../support/claim-articles.ts';
import { agreement, meeting, organisation, participation, person, position } from '../support/claims.ts';
import { dumpGraph } from '../support/dump-graph.ts';
import { provideGraph } from '../support/provide-graph.ts';

const judge = { reason: 'looked at both pages', by: 'an editor' };

/** An article that gives a person one post, and lets them take part in a meeting. */
const article = (name: string, who: string, body: string): ClaimArticle => ({
  name,
  publishedOn: '2020-06-07',
  claims: [
    organisation(body),
    person(who),
    position(who, body, '书记'),
    meeting('甲湖治理推进会', { startsOn: '2020-06-06', dateBasis: 'STATED' }),
    participation(who, { positions: [`${body}书记`] }),
  ],
});

describe('curation', () => {
  const database = provideGraph();
  const prisma = () => database().prisma;

  async function add(...articles: ClaimArticle[]) {
    const sources = [];
    for (const one of articles) {
      const source = await saveClaimArticle(database(), one);
      await applyChange(database(), { added: [source] });
      sources.push(source);
    }
    return sources;
  }
  const list = (name: string) => prisma().person.findMany({ where: { name }, orderBy: { id: 'asc' } });
  const living = (name: string) => prisma().person.findMany({ where: { name, mergedIntoId: null } });
  const dump = () => dumpGraph(database(), { withIds: true });

  async function addNamesakes() {
    const sources = await add(article('a', '赵明远', '甲省委'), article('b', '赵明远', '乙部'));
    const [first, second] = await list('赵明远');
    if (!first || !second) throw new Error('there are not two of them');
    return { sources, first: first.id, second: second.id };
  }

  test('makes one person of two, under the id that is wanted, with the posts of both', async () => {
    const { first, second } = await addNamesakes();
    await mergeEntities(database(), { into: second, from: [first], ...judge });
    const [left, ...others] = await living('赵明远');
    expect(others).toEqual([]);
    expect(left?.id).toBe(second);
    expect(await prisma().position.count({ where: { personId: second } })).toBe(2);
    expect(await prisma().participation.count({ where: { personId: second } })).toBe(1);
    expect(await prisma().person.findUnique({ where: { id: first } })).toMatchObject({
      mergedIntoId: second,
    });
  });

  test('holds later pages to a merge, and to a split', async () => {
    const { first, second } = await addNamesakes();
    await mergeEntities(database(), { into: first, from: [second], ...judge });
    await add(article('c', '赵明远', '乙部'));
    expect(await living('赵明远')).toHaveLength(1);
    const { sources } = { sources: await add(article('d', '赵明远', '甲省委')) };
    await splitEntity(database(), { id: first, articles: sources.map(({ id }) => id), ...judge });
    expect(await living('赵明远')).toHaveLength(2);
    const [again] = sources;
    if (again) await applyChange(database(), { added: [again], removed: [again.id] });
    expect(await living('赵明远')).toHaveLength(2);
  });

  test('asks about namesakes, with the reason', async () => {
    const { first, second } = await addNamesakes();
    const questions = await listOpenQuestions(database(), { kinds: ['person'], limit: 10 });
    expect(questions).toEqual([
      expect.objectContaining({ score: 0.5, reasons: [expect.stringContaining('no post')] }),
    ]);
    expect([questions[0]?.left.id, questions[0]?.right.id].sort()).toEqual([first, second].sort());
    await mergeEntities(database(), { into: first, from: [second], ...judge });
    expect(await listOpenQuestions(database(), { limit: 10 })).toEqual([]);
  });

  test('does not ask again about what was declared to be two, until that is taken back', async () => {
    const { first, second, sources } = await addNamesakes();
    const { decisionId } = await distinguishEntities(database(), { id: second, other: first, ...judge });
    const ask = () => listOpenQuestions(database(), { kinds: ['person'], limit: 10 });
    expect(await ask()).toEqual([]);
    await applyChange(database(), { added: sources, removed: sources.map(({ id }) => id) });
    expect(await ask()).toEqual([]);
    await revertDecision(database(), { id: decisionId, ...judge });
    expect(await ask()).toHaveLength(1);
  });

  test('keeps the name that a person gave, and those of the pages beside it', async () => {
    const { first } = await addNamesakes();
    await renameEntity(database(), { id: first, name: '赵明遠', ...judge });
    await add(article('c', '赵明远', '甲省委'));
    expect(await prisma().person.findUnique({ where: { id: first } })).toMatchObject({
      name: '赵明遠',
      otherNames: ['赵明远'],
    });
  });

  test('keeps a rejected post away when the page is read again, and brings it back when told to', async () => {
    const { first, sources } = await addNamesakes();
    const before = await dump();
    const post = await prisma().position.findFirstOrThrow({ where: { personId: first } });
    const { decisionId } = await rejectFact(database(), { id: post.id, ...judge });
    const [page] = sources;
    if (page) await applyChange(database(), { added: [page], removed: [page.id] });
    expect(await prisma().position.count({ where: { personId: first } })).toBe(0);
    expect(await prisma().participation.count({ where: { personId: first } })).toBe(1);
    await revertDecision(database(), { id: decisionId, ...judge });
    expect(await dump()).toEqual(before);
  });

  test('takes an entity away with all that rests on it when it is rejected', async () => {
    const { first } = await addNamesakes();
    const before = await dump();
    const { decisionId } = await rejectFact(database(), { id: first, ...judge });
    expect(await list('赵明远')).toHaveLength(1);
    expect(await prisma().participation.count({ where: { personId: first } })).toBe(0);
    await revertDecision(database(), { id: decisionId, ...judge });
    expect(await dump()).toEqual(before);
  });

  test('keeps ids that were merged away working when the entity is rejected and brought back', async () => {
    const { first, second } = await addNamesakes();
    await mergeEntities(database(), { into: first, from: [second], ...judge });
    const { decisionId } = await rejectFact(database(), { id: first, ...judge });
    expect(await list('赵明远')).toEqual([]);
    await add(article('c', '赵明远', '乙部'));
    await revertDecision(database(), { id: decisionId, ...judge });
    expect(await prisma().person.findUnique({ where: { id: second } })).toMatchObject({
      mergedIntoId: first,
    });
  });

  test('takes the last merge back when a split names no article', async () => {
    const { first, second } = await addNamesakes();
    const before = await dump();
    await mergeEntities(database(), { into: first, from: [second], ...judge });
    expect(await splitEntity(database(), { id: second, articles: [], ...judge })).toMatchObject({
      entityId: first,
      newEntityId: second,
    });
    expect(await dump()).toEqual(before);
  });

  test.each([
    ['ENTITY_NOT_FOUND', { into: 'per_0', from: ['per_1'] }],
    ['REASON_MISSING', { into: 'per_0', from: ['per_1'], reason: ' ' }],
  ])('refuses with %s', async (code, input) => {
    await expect(mergeEntities(database(), { ...judge, ...input })).rejects.toMatchObject({ code });
  });

  test('refuses to decide about what was rejected, until it is back', async () => {
    const { first, second } = await addNamesakes();
    const { decisionId } = await rejectFact(database(), { id: second, ...judge });
    const merge = () => mergeEntities(database(), { into: first, from: [second], ...judge });
    await expect(merge()).rejects.toMatchObject({ code: 'ENTITY_NOT_FOUND' });
    await revertDecision(database(), { id: decisionId, ...judge });
    expect(await merge()).toMatchObject({ entityId: first });
  });

  test('refuses to make a person of a meeting, or one of one', async () => {
    const { first } = await addNamesakes();
    const { id } = await prisma().meeting.findFirstOrThrow();
    const merge = (from: string) => mergeEntities(database(), { into: first, from: [from], ...judge });
    await expect(merge(id)).rejects.toMatchObject({ code: 'KIND_MISMATCH', context: { path: 'from.0' } });
    await expect(merge(first)).rejects.toMatchObject({ code: 'SAME_ENTITY' });
  });

  test('F5: a merge of meetings dates what was signed there, and taking it back does not', async () => {
    const claims = [
      meeting('甲湖治理推进会', { startsOn: '2020-06-06', dateBasis: 'STATED' }),
      meeting('签约仪式', { id: 'm2' }),
      agreement('共建甲湖合作协议', { meeting: 'm2' }),
    ];
    await add({ name: 'page', publishedOn: null, claims });
    const days = async () => (await prisma().agreement.findMany()).map(({ signedOn }) => signedOn);
    const [one, other] = await prisma().meeting.findMany();
    expect(await days()).toEqual([null]);
    for (const [into, from] of [
      [one, other],
      [other, one],
    ]) {
      const merged = { into: into?.id ?? '', from: [from?.id ?? ''], ...judge };
      const { decisionId } = await mergeEntities(database(), merged);
      expect(await days()).toEqual([new Date('2020-06-06')]);
      await revertDecision(database(), { id: decisionId, ...judge });
      expect(await days()).toEqual([null]);
    }
  });
});
