import type { Agreement } from './extractors/agreements.ts';
import type { Meeting } from './extractors/meetings.ts';
import type { OrganisationMention } from './extractors/organisation-mention.ts';
import type { ParticipationMention } from './extractors/participation-mention.ts';
import type { Passage } from './extractors/passage.ts';
import type { PersonMention } from './extractors/person-mention.ts';

/** Everything that the extractors found in one article. */
export interface Findings {
  readonly passage: Passage;
  readonly organisations: readonly OrganisationMention[];
  readonly persons: readonly PersonMention[];
  readonly meetings: readonly Meeting[];
  readonly participations: readonly ParticipationMention[];
  readonly agreements: readonly Agreement[];
}
