import type { OrganisationMention } from '../bodies/organisation-mention.ts';
import type { ShortForms } from '../bodies/short-forms.ts';
import type { Passage } from '../passage/passage.ts';

/** What completes an office that is printed in short. */
export interface PostContext {
  readonly passage: Passage;
  readonly shortForms: ShortForms;
  /** The bodies of the passage, in the order of the text. */
  readonly organisations: readonly OrganisationMention[];
}
