import type { Span } from '../../documents/model/source-document.ts';
import type { OrganisationMention } from '../bodies/organisation-mention.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { ParticipationRole } from '../model/claim.ts';
import type { PersonMention } from '../persons/person-mention.ts';

/** What the text says that somebody did at a meeting, once. */
export interface ParticipationMention extends Span {
  readonly meeting: Meeting;
  readonly person: PersonMention | null;
  readonly organisation: OrganisationMention | null;
  readonly role: ParticipationRole;
  /** The words that say so. */
  readonly said: string;
}
