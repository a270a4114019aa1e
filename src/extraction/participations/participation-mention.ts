import type { Span } from '../../documents/model/source-document.ts';
import type { OrganisationMention } from '../bodies/organisation-mention.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { ParticipationRole } from '../model/claim.ts';
import type { PersonMention } from '../persons/person-mention.ts';

/** Who took part: a person or a body. */
type Participant =
  | { readonly person: PersonMention; readonly organisation: null }
  | { readonly person: null; readonly organisation: OrganisationMention };

/** What the text says that somebody did at a meeting, once. */
export type ParticipationMention = Span &
  Participant & {
    readonly meeting: Meeting;
    readonly role: ParticipationRole;
    /** The words that say so. */
    readonly said: string;
  };
