import { type Kysely, sql } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';
import type { EntityKind } from '../../resolution/entity-kind.ts';
import type { Fact, PositionFact } from '../../resolution/fact.ts';
import { settleAgreement, settleMeeting } from '../../resolution/settle-statements.ts';
import type { GraphOutcome } from './apply-articles.ts';
import type { FactOutcome } from './write-facts.ts';

/** An entity by kind and id, as the search index knows it. */
export interface TouchedEntity {
  readonly type: Uppercase<EntityKind> | 'ARTICLE';
  readonly id: string;
}

const TYPES: Readonly<Record<EntityKind, Uppercase<EntityKind>>> = {
  person: 'PERSON',
  organisation: 'ORGANISATION',
  meeting: 'MEETING',
  agreement: 'AGREEMENT',
};

/** The entities of whose search entry a fact is a part, but for new posts: see `listHolders`. */
function touchedBy(fact: Fact): TouchedEntity[] {
  if (fact.kind === 'signature') return [{ type: 'AGREEMENT', id: fact.agreementId }];
  if (fact.kind === 'participation' || fact.kind === 'position') return [];
  return [{ type: TYPES[fact.kind], id: fact.id }];
}

/** What of a fact is searched, as one text: another page that says the same of a meeting changes nothing. */
function searchedOf(fact: Fact): string {
  if (fact.kind !== 'meeting' && fact.kind !== 'agreement') return JSON.stringify(fact);
  if (fact.kind === 'agreement')
    return JSON.stringify([fact.name, fact.meeting?.id, settleAgreement(fact.statements).signedOn]);
  const { name, otherNames, sessions } = fact;
  const series = sessions.map((session) => `${session.series} ${session.ordinal}`).sort();
  const { startsOn, places } = settleMeeting(fact.statements);
  return JSON.stringify([name, otherNames, series, startsOn, places]);
}

/** Whether its day can only be inferred: writing the row anew takes an inferred day away, of which its facts know nothing. */
const isUndated = (fact: Fact) =>
  fact.kind === 'meeting' &&
  fact.statements.some(({ monthDay }) => monthDay !== null) &&
  settleMeeting(fact.statements).startsOn === null;

const isPosition = (fact: Fact): fact is PositionFact => fact.kind === 'position';

/** People whose posts are others than before. A post that somebody was known to hold on another day is no other. */
async function listHolders(kysely: Kysely<DB>, { saved, deleted }: FactOutcome): Promise<TouchedEntity[]> {
  const certain = [...deleted, ...saved.flatMap(({ fact, before }) => (before === null ? [] : fact))];
  const ids = saved.flatMap(({ fact, before }) => (before === null && isPosition(fact) ? fact.id : []));
  const { rows } = await sql<{ id: string }>`SELECT DISTINCT p.person_id AS id FROM position AS p
    WHERE p.id = ANY (${ids}::text[]) AND NOT EXISTS (SELECT FROM position AS q
      WHERE q.person_id = p.person_id AND q.title = p.title AND q.id <> ALL (${ids}::text[])
        AND q.organisation_id IS NOT DISTINCT FROM p.organisation_id
        AND q.area_code IS NOT DISTINCT FROM p.area_code)`.execute(kysely);
  return [...certain.filter(isPosition).map(({ personId }) => personId), ...rows.map(({ id }) => id)].map(
    (id) => ({ type: 'PERSON', id }),
  );
}

const placesOf = (fact: Fact | null) =>
  fact?.kind === 'meeting' ? settleMeeting(fact.statements).places.toSorted().join() : '';

const bodyOf = (fact: Fact | null) => (fact?.kind === 'organisation' ? `${fact.name} ${fact.areaCode}` : '');

/** What is searched under the places of meetings and the names of bodies: articles, agreements and people. */
async function listDependants(
  kysely: Kysely<DB>,
  { saved, identities }: GraphOutcome,
): Promise<TouchedEntity[]> {
  const others = identities.moved.filter(({ from }) => from !== null);
  const [homes, moved] = [others.map(({ home }) => home), others.map(({ to }) => to)];
  const old = saved.filter(({ before }) => before !== null);
  const meetings = [
    ...moved,
    ...old.flatMap(({ fact, before }) => (placesOf(fact) === placesOf(before) ? [] : fact.id)),
  ];
  const bodies = [
    ...moved,
    ...old.flatMap(({ fact, before }) => (bodyOf(fact) === bodyOf(before) ? [] : fact.id)),
  ];
  if (meetings.length + bodies.length === 0) return [];
  const { rows } = await sql<TouchedEntity>`
    SELECT 'ARTICLE' AS type, article_id AS id FROM evidence WHERE meeting_id = ANY (${meetings}::text[])
    UNION SELECT 'ARTICLE', article_id FROM mention WHERE kind = 'meeting' AND home = ANY (${homes}::text[])
    UNION SELECT 'AGREEMENT', id FROM agreement WHERE meeting_id = ANY (${meetings}::text[])
    UNION SELECT 'AGREEMENT', agreement_id FROM signature WHERE organisation_id = ANY (${bodies}::text[])
    UNION SELECT 'PERSON', person_id FROM position WHERE organisation_id = ANY (${bodies}::text[])`.execute(
    kysely,
  );
  return rows;
}

/** The entities of which a change of the graph changed what is searched. */
export async function listTouched(kysely: Kysely<DB>, outcome: GraphOutcome): Promise<TouchedEntity[]> {
  const { saved, deleted, identities, redated } = outcome;
  const touched = [
    ...saved.flatMap(({ fact, before }) =>
      before !== null && searchedOf(fact) === searchedOf(before) && !isUndated(fact) ? [] : touchedBy(fact),
    ),
    ...deleted.flatMap(touchedBy),
    ...redated.map((id) => ({ type: 'MEETING' as const, id })),
    ...identities.moved.map(({ kind, home }) => ({ type: TYPES[kind], id: home })),
    ...identities.rehomed.map(({ articleId }) => ({ type: 'ARTICLE' as const, id: articleId })),
    ...(await listHolders(kysely, outcome)),
    ...(await listDependants(kysely, outcome)),
  ];
  return [...new Map(touched.map((entity) => [entity.id, entity])).values()];
}
