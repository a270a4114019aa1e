import type { Agreement } from '../agreements/agreement.ts';
import type { OrganisationMention } from '../bodies/organisation-mention.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { ParticipationMention } from '../participations/participation-mention.ts';
import type { Passage } from '../passage/passage.ts';
import type { PersonMention } from '../persons/person-mention.ts';

/** Everything that the extractors found in one article. */
export interface Annotations {
  readonly passage: Passage;
  readonly organisations: readonly OrganisationMention[];
  readonly persons: readonly PersonMention[];
  readonly meetings: readonly Meeting[];
  readonly participations: readonly ParticipationMention[];
  readonly agreements: readonly Agreement[];
}
