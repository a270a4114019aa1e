import type { Span } from '../../documents/source-document.ts';
import type { ParticipationRole } from '../claim.ts';
import type { Meeting } from './meetings.ts';
import type { OrganisationMention } from './organisation-mention.ts';
import type { PersonMention } from './person-mention.ts';

/** What the text says that somebody did at a meeting, once. */
export interface ParticipationMention extends Span {
  readonly meeting: Meeting;
  readonly person: PersonMention | null;
  readonly organisation: OrganisationMention | null;
  readonly role: ParticipationRole;
  /** The words that say so. */
  readonly said: string;
}
