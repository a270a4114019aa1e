import { builder } from './builder.ts';

/** A filter's input type; its fields carry their conditions. */
export type FilterRef = ReturnType<typeof builder.inputRef<object>>;

// The filters of lists. Each is filled in by listings/<listing>.ts; they stand together here because they refer to each other.

/** Which agreements. */
export const AgreementFilter: FilterRef = builder.inputRef<object>('AgreementFilter');
/** Which areas. */
export const AreaFilter: FilterRef = builder.inputRef<object>('AreaFilter');
/** Which articles. */
export const ArticleFilter: FilterRef = builder.inputRef<object>('ArticleFilter');
/** Which decisions. */
export const DecisionFilter: FilterRef = builder.inputRef<object>('DecisionFilter');
/** Which indicators. */
export const IndicatorFilter: FilterRef = builder.inputRef<object>('IndicatorFilter');
/** Which meetings. */
export const MeetingFilter: FilterRef = builder.inputRef<object>('MeetingFilter');
/** Which series of meetings. */
export const MeetingSeriesFilter: FilterRef = builder.inputRef<object>('MeetingSeriesFilter');
/** Which organisations. */
export const OrganisationFilter: FilterRef = builder.inputRef<object>('OrganisationFilter');
/** Which participations. */
export const ParticipationFilter: FilterRef = builder.inputRef<object>('ParticipationFilter');
/** Which people. */
export const PersonFilter: FilterRef = builder.inputRef<object>('PersonFilter');
/** Which positions. */
export const PositionFilter: FilterRef = builder.inputRef<object>('PositionFilter');
/** Which pages that could not be read. */
export const QuarantinedDocumentFilter: FilterRef = builder.inputRef<object>('QuarantinedDocumentFilter');
/** Which signatures. */
export const SignatureFilter: FilterRef = builder.inputRef<object>('SignatureFilter');
/** Which pages. */
export const SourceDocumentFilter: FilterRef = builder.inputRef<object>('SourceDocumentFilter');
