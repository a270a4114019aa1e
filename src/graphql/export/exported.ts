import {
  Agreement,
  Article,
  Evidence,
  Indicator,
  Meeting,
  MeetingSeries,
  Organisation,
  Participation,
  Person,
  Position,
  Signature,
  SourceDocument,
} from '../builder/entities.ts';
import type { Entity } from '../read-plan/entity.ts';

/** What can be exported, by the name of its list in the API. */
export const EXPORTED = {
  documents: SourceDocument,
  articles: Article,
  organisations: Organisation,
  people: Person,
  positions: Position,
  series: MeetingSeries,
  meetings: Meeting,
  participations: Participation,
  agreements: Agreement,
  signatures: Signature,
  indicators: Indicator,
  evidence: Evidence,
} as const satisfies Readonly<Record<string, Entity>>;

/** The name of something that can be exported. */
export type ExportKind = keyof typeof EXPORTED;

/** All of them, in the order in which what refers to others stands behind them. */
export const EXPORT_KINDS = Object.keys(EXPORTED) as ExportKind[];

/** Whether a name is one of something that can be exported. */
export const isExportKind = (name: string): name is ExportKind => Object.hasOwn(EXPORTED, name);
