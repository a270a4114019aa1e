import { type Kysely, sql } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';
import type { EntityKind } from '../../resolution/entity-kind.ts';
import type { Fact } from '../../resolution/fact.ts';
import type { GraphOutcome } from './apply-articles.ts';

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

function touchedBy(fact: Fact): TouchedEntity[] {
  if (fact.kind === 'position') return [{ type: 'PERSON', id: fact.personId }];
  if (fact.kind === 'signature') return [{ type: 'AGREEMENT', id: fact.agreementId }];
  return fact.kind === 'participation' ? [] : [{ type: TYPES[fact.kind], id: fact.id }];
}

const placesOf = (fact: Fact | null) =>
  fact?.kind === 'meeting'
    ? fact.places
        .map(({ areaCode }) => areaCode)
        .sort()
        .join()
    : '';

const bodyOf = (fact: Fact | null) => (fact?.kind === 'organisation' ? `${fact.name} ${fact.areaCode}` : '');

/** What is searched under the places of meetings and the names of bodies: articles, agreements and people. */
async function listDependants(
  kysely: Kysely<DB>,
  { saved, identities }: GraphOutcome,
): Promise<TouchedEntity[]> {
  const moved = identities.moved.flatMap(({ from, to }) => (from === null ? [] : to));
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
    UNION SELECT 'AGREEMENT', id FROM agreement WHERE meeting_id = ANY (${meetings}::text[])
    UNION SELECT 'AGREEMENT', agreement_id FROM signature WHERE organisation_id = ANY (${bodies}::text[])
    UNION SELECT 'PERSON', person_id FROM position WHERE organisation_id = ANY (${bodies}::text[])`.execute(
    kysely,
  );
  return rows;
}

/** The entities of which a change of the graph changed what is searched. */
export async function listTouched(kysely: Kysely<DB>, outcome: GraphOutcome): Promise<TouchedEntity[]> {
  const { saved, deleted, identities } = outcome;
  const touched = [
    ...saved.flatMap(({ fact }) => touchedBy(fact)),
    ...deleted.flatMap(touchedBy),
    ...identities.moved.map(({ kind, home }) => ({ type: TYPES[kind], id: home })),
    ...(await listDependants(kysely, outcome)),
  ];
  return [...new Map(touched.map((entity) => [entity.id, entity])).values()];
}
