import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rejectFact } from '../../../src/curation/reject-fact.ts';
import { revertDecision } from '../../../src/curation/revert-decision.ts';
import { ingestDocument } from '../../../src/ingest/ingest.ts';
import type { LeftOut } from '../../../src/resolution/left-out.ts';
import { applyChange, saveClaimArticle } from '../../support/claim-articles.ts';
import { agreement, organisation, person, position, signature } from '../../support/claims.ts';
import { clearGraph } from '../../support/clear-graph.ts';
import { findLostClaims } from '../../support/find-lost-claims.ts';
import { provideGraph } from '../../support/provide-graph.ts';
import { randomArticles } from '../../support/random-articles.ts';

const encode = (text: string) => new TextEncoder().encode(text);

describe('what articles state', () => {
  const database = provideGraph();
  const listLeftOut = async () => {
    const { rows } = await database().pool.query<{ left_out: (LeftOut & { quote: string })[] }>(
      'SELECT left_out FROM article ORDER BY id',
    );
    return rows.flatMap(({ left_out }) => left_out.map(({ kind, code, reason }) => ({ kind, code, reason })));
  };

  test('F1: is in the graph, or listed with a reason, in any order, read again, and without its other pages', async () => {
    await fc.assert(
      fc.asyncProperty(randomArticles, fc.infiniteStream(fc.nat()), async (all, picks) => {
        await clearGraph(database());
        const rest = await Promise.all(all.map((article) => saveClaimArticle(database(), article)));
        const sources = [...rest];
        const pick = () => (picks.next().value ?? 0) as number;
        while (rest.length > 0) {
          await applyChange(database(), { added: rest.splice(pick() % rest.length, 1) });
          if (rest.length === 0) expect(await findLostClaims(database())).toEqual([]);
        }
        const [again, gone] = [sources[pick() % sources.length], sources[pick() % sources.length]];
        if (!again || !gone) return;
        await applyChange(database(), { added: [again], removed: [again.id] });
        expect(await findLostClaims(database())).toEqual([]);
        await database().pool.query('UPDATE article SET superseded_by_id = id WHERE id = $1', [gone.id]);
        await applyChange(database(), { removed: [gone.id] });
        expect(await findLostClaims(database())).toEqual([]);
      }),
      { numRuns: 12, seed: 17 },
    );
  }, 180_000);

  test('F1: both parties sign where only those who sign for them are named', async () => {
    await ingestDocument(database(), {
      name: 'talks.md',
      bytes: encode(
        '# 湖南湖北两省座谈会召开\n\n2024年4月8日，湖南·湖北合作座谈会在长沙举行。湖南省省长毛伟明、湖北省省长王忠林代表两省签署《湘鄂合作框架协议》。',
      ),
    });
    const { rows } =
      await database().pool.query(`SELECT o.name AS party, p.name AS signer, o.area_code AS area
      FROM signature AS s JOIN organisation AS o ON o.id = s.organisation_id JOIN person AS p ON p.id = s.signer_id
      ORDER BY s.ordinal`);
    expect(rows).toEqual([
      { party: '湖南省政府', signer: '毛伟明', area: '430000' },
      { party: '湖北省政府', signer: '王忠林', area: '420000' },
    ]);
    expect(await listLeftOut()).toEqual([]);
  });

  test('F1: says what is missing where a claim refers to what its article does not name', async () => {
    const claims = [
      organisation('甲省委办公厅', { parent: '甲省委' }),
      agreement('共建甲湖合作协议'),
      signature('乙部'),
      signature('甲省委办公厅', { signer: '赵明远' }),
    ];
    const source = await saveClaimArticle(database(), { name: 'page', publishedOn: null, claims });
    await applyChange(database(), { added: [source] });
    expect(await listLeftOut()).toEqual([
      {
        kind: 'organisation',
        code: 'REFERENCE_UNKNOWN',
        reason: 'The article names no organisation 甲省委.',
      },
      { kind: 'signature', code: 'REFERENCE_UNKNOWN', reason: 'The article names no organisation 乙部.' },
      { kind: 'signature', code: 'REFERENCE_UNKNOWN', reason: 'The article names no person 赵明远.' },
    ]);
    const named = [...claims, organisation('乙部'), organisation('甲省委'), person('赵明远')];
    await applyChange(database(), { added: [{ ...source, claims: named }], removed: [source.id] });
    expect(await listLeftOut()).toEqual([]);
  });

  test('F1: says that a person declared it wrong, until that is taken back', async () => {
    const claims = [person('赵明远'), organisation('乙部'), position('赵明远', '乙部', '部长')];
    const source = await saveClaimArticle(database(), { name: 'page', publishedOn: null, claims });
    await applyChange(database(), { added: [source] });
    const idIn = async (table: string) => {
      const { rows } = await database().pool.query<{ id: string }>(`SELECT id FROM "${table}"`);
      return rows[0]?.id ?? '';
    };
    const judge = { reason: 'misread', by: 'test' };
    const post = await rejectFact(database(), { id: await idIn('position'), ...judge });
    expect(await listLeftOut()).toEqual([
      { kind: 'position', code: 'REJECTED', reason: 'A person declared it wrong.' },
    ]);
    await revertDecision(database(), { id: post.decisionId, ...judge });
    expect(await listLeftOut()).toEqual([]);
    const body = await rejectFact(database(), { id: await idIn('organisation'), ...judge });
    expect(await listLeftOut()).toEqual([
      { kind: 'organisation', code: 'REJECTED', reason: 'A person declared the organisation 乙部 wrong.' },
      { kind: 'position', code: 'REJECTED', reason: 'A person declared the organisation 乙部 wrong.' },
    ]);
    await revertDecision(database(), { id: body.decisionId, ...judge });
    expect(await listLeftOut()).toEqual([]);
  });
});
