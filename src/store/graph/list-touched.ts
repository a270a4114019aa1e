import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';
import type { ShownRow, Step } from '../../kinds/kind.ts';
import {
  describeKind,
  type FactKind,
  SEARCHED_KINDS,
  type SearchedKind,
  type SettledFact,
} from '../../kinds/kinds.ts';
import type { GraphOutcome } from './apply-articles.ts';
import type { FactOutcome } from './write-facts.ts';

/** A kind as the search index and the API name it. */
type TypeName<K extends string> = Uppercase<K>;

/** An entry of the search index, by the kind and id of its row. */
export interface TouchedEntity {
  readonly type: TypeName<SearchedKind> | 'ARTICLE';
  readonly id: string;
}

const typeOf = (kind: string) => kind.toUpperCase() as TypeName<SearchedKind>;

/** The entries of the search index of which a fact is a part, but for new posts: see `listHolders`. */
function touchedBy(fact: SettledFact): TouchedEntity[] {
  const { searched, partOf } = describeKind(fact.kind);
  const entry = searched === null ? partOf?.(fact) : fact;
  return entry === undefined ? [] : [{ type: typeOf(entry.kind), id: entry.id }];
}

/** What of a fact is searched, as one text. */
function entryOf(fact: SettledFact): string {
  const { searched } = describeKind(fact.kind);
  return JSON.stringify(searched === null ? fact : searched.entry(fact));
}

/** Whether its day can only be inferred: writing the row anew takes an inferred day away, of which its facts know nothing. */
const isUndated = (fact: SettledFact) =>
  fact.kind === 'meeting' &&
  fact.startsOn === null &&
  fact.statements.some(({ monthDay }) => monthDay !== null);

/** Whether an entry is made of something else now. */
const isTouching = (fact: SettledFact, before: SettledFact | null) =>
  before === null || entryOf(fact) !== entryOf(before) || isUndated(fact);

const holderOf = (fact: SettledFact) => (fact.kind === 'position' ? [fact.personId] : []);

/** People whose posts are others than before. A post that somebody was known to hold on another day is no other. */
async function listHolders(kysely: Kysely<DB>, { saved, deleted }: FactOutcome): Promise<TouchedEntity[]> {
  const certain = [...deleted, ...saved.flatMap(({ fact, before }) => (before === null ? [] : fact))];
  const ids = saved.flatMap(({ fact, before }) =>
    before === null && fact.kind === 'position' ? fact.id : [],
  );
  const { rows } = await sql<{ id: string }>`SELECT DISTINCT p.person_id AS id FROM position AS p
    WHERE p.id = ANY (${ids}::text[]) AND NOT EXISTS (SELECT FROM position AS q
      WHERE q.person_id = p.person_id AND q.title = p.title AND q.id <> ALL (${ids}::text[])
        AND q.organisation_id IS NOT DISTINCT FROM p.organisation_id
        AND q.area_code IS NOT DISTINCT FROM p.area_code)`.execute(kysely);
  return [...certain.flatMap(holderOf), ...rows.map(({ id }) => id)].map((id) => ({ type: 'PERSON', id }));
}

/**
 * People who were seen in a post, or of whom that is told no more: the day on which each post was last seen may be another. No word of their
 * entries is another for it.
 */
export function listObserved({ saved, deleted }: FactOutcome): string[] {
  const seen = [...deleted, ...saved.map(({ fact }) => fact)];
  return [...new Set(seen.flatMap(holderOf))];
}

/** Whether entries of the kind `where` show something else of a row now. */
const showsOther =
  (where: 'shownElsewhere' | 'shownInArticles') => (change: GraphOutcome['saved'][number]) => {
    const show = (fact: SettledFact) => JSON.stringify(describeKind(fact.kind)[where]?.(fact) ?? '');
    return change.before !== null && show(change.fact) !== show(change.before);
  };

/** A SELECT of the ids to which steps lead from `ids`. */
const followSteps = (ids: readonly string[], steps: readonly Step[]) =>
  steps.reduce(
    (from, { table, column, to }) =>
      sql`SELECT ${sql.ref(to)} AS id FROM ${sql.table(table)} WHERE ${sql.ref(column)} IN (${from})`,
    sql`SELECT unnest(${ids}::text[])`,
  );

/** The rows of which something is shown by entries of other kinds. */
const SHOWN: readonly (readonly [entry: FactKind, row: ShownRow])[] = SEARCHED_KINDS.flatMap((entry) =>
  (describeKind(entry).searched?.shows ?? []).map((row) => [entry, row] as const),
);

/** Entries that show something of rows which are others now: those of articles all that they tell of, the rest as kinds declare. */
async function listShowing(
  kysely: Kysely<DB>,
  { saved, identities }: GraphOutcome,
): Promise<TouchedEntity[]> {
  const others = identities.moved.filter(({ from }) => from !== null);
  const [homes, moved] = [others.map(({ home }) => home), others.map(({ to }) => to)];
  const changed = saved.filter(showsOther('shownElsewhere'));
  const meetings = saved.filter(showsOther('shownInArticles')).map(({ fact }) => fact.id);
  if (moved.length + changed.length + meetings.length === 0) return [];
  const idsOf = (kind: string) => [
    ...moved,
    ...changed.flatMap(({ fact }) => (fact.kind === kind ? fact.id : [])),
  ];
  const parts = SHOWN.map(
    ([entry, { kind, steps }]): RawBuilder<unknown> =>
      sql`UNION SELECT ${typeOf(entry)}, id FROM (${followSteps(idsOf(kind), steps)}) AS shown`,
  );
  const { rows } = await sql<TouchedEntity>`
    SELECT 'ARTICLE' AS type, article_id AS id FROM evidence WHERE meeting_id = ANY (${meetings}::text[])
    UNION SELECT 'ARTICLE', article_id FROM mention WHERE home = ANY (${homes}::text[])
    ${sql.join(parts, sql` `)}`.execute(kysely);
  return rows;
}

/** The entries of the search index that a change of the graph changed. */
export async function listTouched(kysely: Kysely<DB>, outcome: GraphOutcome): Promise<TouchedEntity[]> {
  const { saved, deleted, identities, redated } = outcome;
  const touched = [
    ...saved.flatMap(({ fact, before }) => (isTouching(fact, before) ? touchedBy(fact) : [])),
    ...deleted.flatMap(touchedBy),
    ...redated.map((id) => ({ type: 'MEETING' as const, id })),
    ...identities.moved.map(({ kind, home }) => ({ type: typeOf(kind), id: home })),
    ...identities.rehomed.map(({ articleId }) => ({ type: 'ARTICLE' as const, id: articleId })),
    ...(await listHolders(kysely, outcome)),
    ...(await listShowing(kysely, outcome)),
  ];
  return [...new Map(touched.map((entity) => [entity.id, entity])).values()];
}
