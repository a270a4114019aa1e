import { type RawBuilder, sql } from 'kysely';
import type { EntityType } from '../entities/entity-type.ts';
import type { Expression, RelatedField, SearchTest } from '../query/parse-query.ts';
import { phraseQuery } from '../query/phrase-query.ts';
import { termQuery } from '../query/search-query.ts';
import type { SearchTerm } from '../query/search-term.ts';
import { escapeLike } from '../text/escape-like.ts';

type Sql = RawBuilder<unknown>;

/** How near the words of a query are looked for: each term as it stands, or in long terms all words, wherever they stand. */
export type Nearness = 'verbatim' | 'words';

/** How an expression is asked of rows of the index. */
interface Asking {
  readonly nearness: Nearness;
  /** The alias of the row. */
  readonly alias: string;
  /** Whether each term may stand in another row of the group that is asked. */
  readonly isOfGroup: boolean;
}

const and = (conditions: readonly Sql[]): Sql => sql`(${sql.join(conditions, sql` AND `)})`;
const or = (conditions: readonly Sql[]): Sql => sql`(${sql.join(conditions, sql` OR `)})`;

/** The condition that the row `alias` of the index holds what an expression asks. */
export function rowCondition(expression: Expression, nearness: Nearness, alias: string): Sql {
  return conditionOf(expression, { nearness, alias, isOfGroup: false });
}

/**
 * The condition on rows `alias` of long texts that what an expression asks stands in rows of their entity, each term in another maybe; null
 * where there are not several terms. An index of such rows alone makes it cheap.
 */
export function apartCondition(expression: Expression, alias: string): Sql | null {
  const terms = textsOf(expression);
  if (terms.length < 2) return null;
  const any = terms.map((term) => `(${termQuery(term)})`).join(' | ');
  return sql`${sql.ref(`${alias}.parts`)} > 1 AND ${sql.ref(`${alias}.entity_id`)} IN (SELECT p.entity_id FROM search_entry AS p
    WHERE p.parts > 1 AND p.terms @@ ${any}::tsquery
    GROUP BY p.entity_id HAVING ${conditionOf(expression, { nearness: 'words', alias: 'p', isOfGroup: true })})`;
}

/** Whether terms of an expression are also found by their words. */
export function hasLooseTerms(expression: Expression): boolean {
  return textsOf(expression).some(({ allWords, apart }) => allWords !== null || apart.length > 0);
}

/** Whether an expression names alternatives. */
export function hasAlternatives(expression: Expression): boolean {
  if (expression.op === 'or') return true;
  return expression.op === 'and' && expression.parts.some(hasAlternatives);
}

/**
 * What of an expression must hold even of what has not all of its words: what stands beside them, such as fields and what is excluded; null
 * where there is nothing such.
 */
export function requiredOf(expression: Expression): Expression | null {
  return partsOf(expression, (part) => textsOf(part).length === 0);
}

/** The parts of an expression that are quoted: they must hold as long as anything has them; null where there are none. */
export function quotedOf(expression: Expression): Expression | null {
  return partsOf(expression, (part) => {
    const texts = textsOf(part);
    return texts.length > 0 && texts.every(({ isQuoted }) => isQuoted);
  });
}

function partsOf(expression: Expression, isWanted: (part: Expression) => boolean): Expression | null {
  const parts = (expression.op === 'and' ? expression.parts : [expression]).filter(isWanted);
  return parts.length === 0 ? null : { op: 'and', parts };
}

/** The terms of an expression that nothing excludes. */
function textsOf(expression: Expression): SearchTerm[] {
  if (expression.op === 'term') return [expression.term];
  return expression.op === 'and' || expression.op === 'or' ? expression.parts.flatMap(textsOf) : [];
}

function conditionOf(expression: Expression, asking: Asking): Sql {
  switch (expression.op) {
    case 'term':
      return termCondition(expression.term, asking);
    case 'test':
      return ofRow(testCondition(expression.test, asking.alias), asking);
    case 'not':
      return notCondition(expression.part, asking);
    case 'and':
      return partsCondition(withKinds(expression.parts), ' & ', asking);
    case 'or':
      return partsCondition(expression.parts, ' | ', asking);
  }
}

/** Conditions of several parts; what is text alone is one tsquery, which an index answers at once. */
function partsCondition(parts: readonly Expression[], operator: ' & ' | ' | ', asking: Asking): Sql {
  const texts: string[] = [];
  const conditions: Sql[] = [];
  for (const part of parts) {
    const text = asking.isOfGroup ? null : textQuery(part, asking.nearness);
    if (text === null) conditions.push(conditionOf(part, asking));
    else texts.push(`(${text})`);
  }
  if (texts.length > 0)
    conditions.unshift(sql`${sql.ref(`${asking.alias}.terms`)} @@ ${texts.join(operator)}::tsquery`);
  return operator === ' & ' ? and(conditions) : or(conditions);
}

/** The tsquery of an expression that is nothing but text; null for others. */
function textQuery(expression: Expression, nearness: Nearness): string | null {
  if (expression.op === 'term') {
    const { term } = expression;
    const isPlain =
      term.field !== 'name' &&
      term.days === null &&
      term.kind === null &&
      term.apart.length === 0 &&
      term.passages.length === 0;
    return isPlain ? queryOf(term, nearness) : null;
  }
  if (expression.op !== 'and' && expression.op !== 'or') return null;
  const parts = expression.parts.map((part) => textQuery(part, nearness));
  if (parts.includes(null)) return null;
  return parts.map((part) => `(${part})`).join(expression.op === 'and' ? ' & ' : ' | ');
}

const queryOf = (term: SearchTerm, nearness: Nearness) =>
  nearness === 'verbatim' ? term.query : termQuery(term);

function termCondition(term: SearchTerm, asking: Asking): Sql {
  const { alias, nearness } = asking;
  // The lexemes of names have a column of their own, and a weight of their own where they stand with others.
  const column = term.field === 'name' && !asking.isOfGroup ? 'title_terms' : 'terms';
  const found = [sql`${sql.ref(`${alias}.${column}`)} @@ ${queryOf(term, nearness)}::tsquery`];
  // Articles alone have headlines.
  if (term.field === 'name')
    return ofRow(
      and([...found, sql`${sql.ref(`${alias}.entity_type`)} = 'ARTICLE'`, ...passagesOf(term, alias)]),
      asking,
    );
  if (term.passages.length > 0) return ofRow(and([...found, ...passagesOf(term, alias)]), asking);
  if (term.days !== null) found.unshift(daysCondition(term.days, alias));
  const whole = ofRow(or(found), asking);
  if (term.apart.length === 0 || nearness === 'verbatim') return whole;
  const parts = term.apart.map((part): Expression => ({ op: 'term', term: part }));
  return or([whole, conditionOf({ op: 'and', parts }, asking)]);
}

const passagesOf = ({ passages }: SearchTerm, alias: string) =>
  passages.length > 0 ? [passageCondition(passages, alias)] : [];

/** A passage of the row has a text as it stands, with its marks; asked of rows that have its words in their places. */
function passageCondition(forms: readonly string[], alias: string): Sql {
  const patterns = forms.map((form) => `%${escapeLike(form)}%`);
  return sql`EXISTS (SELECT FROM jsonb_array_elements(${sql.ref(`${alias}.passages`)}) AS held(passage)
    WHERE lower(normalize(held.passage->>'text', NFKC) COLLATE "C") LIKE ANY (${patterns}::text[]))`;
}

/** The parts of an AND, those that call a kind (太湖 会议) asking for it or for the word. */
function withKinds(parts: readonly Expression[]): Expression[] {
  const isKind = (part: Expression) => part.op === 'term' && part.term.kind !== null;
  // By the kind alone nearly everything would be found.
  const hasOthers = parts.some((part) => part.op !== 'not' && !isKind(part));
  return parts.map((part) => {
    if (part.op !== 'term' || part.term.kind === null) return part;
    const plain: Expression = { op: 'term', term: { ...part.term, kind: null } };
    if (!hasOthers) return plain;
    return { op: 'or', parts: [{ op: 'test', test: { of: 'kind', types: [part.term.kind] } }, plain] };
  });
}

/** No row of the entity holds it. */
function notCondition(part: Expression, asking: Asking): Sql {
  if (part.op === 'not') return conditionOf(part.part, asking);
  const held = rowCondition(part, 'verbatim', 'x');
  return sql`NOT EXISTS (SELECT FROM search_entry AS x WHERE x.entity_id = ${sql.ref(`${asking.alias}.entity_id`)} AND ${held})`;
}

const ofRow = (condition: Sql, { isOfGroup }: Asking): Sql =>
  isOfGroup ? sql`bool_or(${condition})` : condition;

function testCondition(test: SearchTest, alias: string): Sql {
  switch (test.of) {
    case 'kind':
      return sql`${sql.ref(`${alias}.entity_type`)} = ANY (${test.types}::text[])`;
    case 'days':
      return daysCondition(test.days, alias);
    default:
      return relatedCondition(test.of, test.key, alias);
  }
}

function daysCondition({ from, to }: { from: string | null; to: string | null }, alias: string): Sql {
  const day = sql.ref(`${alias}.happened_on`);
  const conditions: Sql[] = [];
  if (from !== null) conditions.push(sql`${day} >= ${from}::date`);
  if (to !== null) conditions.push(sql`${day} <= ${to}::date`);
  return and(conditions);
}

const NAMED: Readonly<Record<'person' | 'org', EntityType>> = { person: 'PERSON', org: 'ORGANISATION' };

/** What may stand after the short name of an area: 浙江, 内蒙古. */
const AREA_ENDING = '^(省|市|县|区|州|盟|旗|地区|自治[区州县旗]|.{1,6}族自治[区州县]|特别行政区)?$';

/** A SELECT of the codes of the areas of a name, which may be short. */
export const areaCodes = (name: string): Sql => sql`SELECT a.code FROM area AS a
  WHERE starts_with(a.name, ${name}) AND substr(a.name, ${name.length + 1}::integer) ~ ${AREA_ENDING}`;

/** What an entity has to do with, by its name; a name that nobody bears is looked for as text. */
function relatedCondition(field: RelatedField, key: string, alias: string): Sql {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  const asText = sql`${column('terms')} @@ ${phraseQuery(Array.from(key), 'any')}::tsquery`;
  const { has, names } = relation(field, key, column);
  return or([has, sql`(NOT EXISTS (${names}) AND ${asText})`]);
}

function relation(field: RelatedField, key: string, column: (name: string) => Sql): { has: Sql; names: Sql } {
  switch (field) {
    case 'place': {
      const names = areaCodes(key);
      return { has: sql`${column('area_codes')} && ARRAY(${names})`, names };
    }
    case 'publisher': {
      const names = sql`SELECT FROM search_entry AS y WHERE y.publisher = ${key}`;
      return { has: sql`${column('publisher')} = ${key}`, names };
    }
    case 'series': {
      const names = sql`SELECT s.id FROM meeting_series AS s WHERE s.name = ${key}`;
      return { has: sql`${column('related')} && ARRAY(${names})`, names };
    }
    default: {
      const names = sql`SELECT t.entity_id FROM search_term AS t WHERE t.entity_type = ${NAMED[field]} AND t.key = ${key}`;
      return { has: sql`${column('related')} && ARRAY(${names})`, names };
    }
  }
}
