import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';
import { FACT_KINDS, type Fact, type FactEvidence } from '../../kinds/kinds.ts';
import { insertJson } from '../sql/json-rows.ts';
import { newRowId } from '../sql/new-id.ts';

/** Which fact: its kind and id. */
export type FactRef = Pick<Fact, 'kind' | 'id'>;

const COLUMNS = [
  'id',
  'article_id',
  'start',
  'end',
  'sentence_start',
  'sentence_end',
  'quote',
  ...FACT_KINDS.map((kind) => `${kind}_id`),
];

/** The facts for which articles give evidence. */
export async function listEvidenced(kysely: Kysely<DB>, articleIds: readonly string[]): Promise<FactRef[]> {
  if (articleIds.length === 0) return [];
  const parts = FACT_KINDS.map(
    (
      kind,
    ): RawBuilder<unknown> => sql`SELECT DISTINCT ${kind}::text AS kind, ${sql.ref(`${kind}_id`)} AS id FROM evidence
      WHERE article_id = ANY (${articleIds}::text[]) AND ${sql.ref(`${kind}_id`)} IS NOT NULL`,
  );
  const { rows } = await sql<FactRef>`${sql.join(parts, sql` UNION ALL `)}`.execute(kysely);
  return rows;
}

/** The articles that give evidence for facts. */
export async function listSupporters(kysely: Kysely<DB>, facts: readonly FactRef[]): Promise<string[]> {
  const articles = new Set<string>();
  for (const kind of FACT_KINDS) {
    const ids = facts.flatMap((fact) => (fact.kind === kind ? fact.id : []));
    if (ids.length === 0) continue;
    const { rows } = await sql<{ id: string }>`SELECT DISTINCT article_id AS id FROM evidence
      WHERE ${sql.ref(`${kind}_id`)} = ANY (${ids}::text[])`.execute(kysely);
    for (const { id } of rows) articles.add(id);
  }
  return [...articles].sort();
}

/** Takes back all that articles give evidence for. */
export async function deleteEvidence(kysely: Kysely<DB>, articleIds: readonly string[]): Promise<void> {
  if (articleIds.length === 0) return;
  await sql`DELETE FROM evidence WHERE article_id = ANY (${articleIds}::text[])`.execute(kysely);
}

/** What an article says, with its text to quote from. */
export interface ArticleEvidence {
  readonly id: string;
  readonly text: string;
  readonly evidence: readonly FactEvidence[];
}

/** Writes what words carry which facts. */
export async function insertEvidence(
  kysely: Kysely<DB>,
  articles: readonly ArticleEvidence[],
): Promise<void> {
  const rows = articles.flatMap(({ id: articleId, text, evidence }) =>
    evidence.map(({ factKind, factId, start, end, sentence }) => ({
      id: newRowId(),
      article_id: articleId,
      start,
      end,
      sentence_start: sentence.start,
      sentence_end: sentence.end,
      quote: text.slice(sentence.start, sentence.end),
      [`${factKind}_id`]: factId,
    })),
  );
  await insertJson(kysely, { table: 'evidence', columns: COLUMNS, rows });
}
