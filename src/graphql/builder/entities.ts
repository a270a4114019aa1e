import type { FactKind, SearchedKind } from '../../kinds/kinds.ts';
import type { Entity } from '../read-plan/entity.ts';
import type { JsonObject } from '../read-plan/field-plan.ts';
import type { TableName } from '../read-plan/sql.ts';
import { builder, type ObjectRef } from './builder.ts';

function entity<T extends TableName>(
  name: string,
  table: T,
  options: Partial<Pick<Entity, 'key' | 'merges' | 'isFollowed'>> = {},
) {
  const read: Entity<T> = { name, table, key: 'id', merges: false, isFollowed: false, ...options };
  return { ...read, ref: builder.objectRef<JsonObject>(name) };
}

const FOLLOWED = { isFollowed: true } as const;

// The types that stand for rows. Each is filled in by types/<type>.ts; they stand together here because they
// refer to each other.

/** A page as it was found. */
export const SourceDocument = entity('SourceDocument', 'source_document', FOLLOWED);
/** One news item of a page. */
export const Article = entity('Article', 'article', FOLLOWED);
/** An event that articles report as held. */
export const Meeting = entity('Meeting', 'meeting', { ...FOLLOWED, merges: true });
/** A natural person. */
export const Person = entity('Person', 'person', { ...FOLLOWED, merges: true });
/** A body. */
export const Organisation = entity('Organisation', 'organisation', { ...FOLLOWED, merges: true });
/** An instrument that parties signed. */
export const Agreement = entity('Agreement', 'agreement', { ...FOLLOWED, merges: true });
/** Meetings that one body holds again and again. */
export const MeetingSeries = entity('MeetingSeries', 'meeting_series', FOLLOWED);
/** 第九次 of a series. */
export const MeetingSession = entity('MeetingSession', 'meeting_session', { key: 'meeting_id' });
/** Somebody's part in a meeting. */
export const Participation = entity('Participation', 'participation', FOLLOWED);
/** A post as it was observed. */
export const Position = entity('Position', 'position', FOLLOWED);
/** One party's signature under an agreement. */
export const Signature = entity('Signature', 'signature', FOLLOWED);
/** A number that articles state. */
export const Indicator = entity('Indicator', 'indicator', FOLLOWED);
/** A division of GB/T 2260, or a state. */
export const Area = entity('Area', 'area', { key: 'code' });
/** What was decided about identities and facts. */
export const Decision = entity('Decision', 'identity_decision');
/** A page that could not be read. */
export const QuarantinedDocument = entity('QuarantinedDocument', 'quarantined_document');
/** The words of an article that carry a fact. */
export const Evidence = entity('Evidence', 'evidence');

/** Those of which `changes` tells, what others refer to first. */
export const FOLLOWED_ENTITIES: readonly (Entity & { readonly ref: ObjectRef })[] = [
  SourceDocument,
  Article,
  Organisation,
  Person,
  Position,
  MeetingSeries,
  Meeting,
  Participation,
  Agreement,
  Signature,
  Indicator,
];

/** How the API shows a kind of fact. */
interface FactType {
  readonly entity: Entity & { readonly ref: ObjectRef };
  /** That which a fact of the kind states. */
  readonly states: string;
  /** By what it is searched; for kinds that are. */
  readonly searchedBy?: string;
}

/** The type of each kind of fact, with what the API says of the kind. */
export const FACT_TYPES: Readonly<Record<FactKind, FactType>> &
  Readonly<Record<SearchedKind, { readonly searchedBy: string }>> = {
  person: {
    entity: Person,
    states: 'That there is a person.',
    searchedBy: 'People, by their names and positions.',
  },
  organisation: {
    entity: Organisation,
    states: 'That there is an organisation.',
    searchedBy: 'Organisations, by their names and area.',
  },
  position: { entity: Position, states: 'That somebody holds a post.' },
  meeting: {
    entity: Meeting,
    states: 'That a meeting was held.',
    searchedBy: 'Meetings, by their names, series and places.',
  },
  participation: {
    entity: Participation,
    states: 'That a person or an organisation took part in a meeting.',
  },
  agreement: {
    entity: Agreement,
    states: 'That an agreement was signed.',
    searchedBy: 'Agreements, by title and parties.',
  },
  signature: { entity: Signature, states: 'That a party signed an agreement.' },
  indicator: {
    entity: Indicator,
    states: 'A number of a place, a body, a meeting or a period.',
    searchedBy: 'Indicators, by what is measured and of what.',
  },
};
