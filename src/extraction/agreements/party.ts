import type { Span } from '../../documents/model/source-document.ts';
import type { OrganisationMention } from '../bodies/organisation-mention.ts';
import type { AreaRecord } from '../lexicon/areas.ts';

/** A body, or an area for a state or province that signs in its own name. */
type Signing =
  | { readonly organisation: OrganisationMention; readonly area: null }
  | { readonly organisation: null; readonly area: AreaRecord };

/** A party: one of the two, so that none is lost on the way to its claim. */
export type Party = Span &
  Signing & {
    readonly implied: boolean;
    /** Who signed for it, where the text says so. */
    readonly signer?: string;
  };

/** A body as a party. */
export const ofOrganisation = (mention: OrganisationMention): Party => ({
  start: mention.start,
  end: mention.end,
  organisation: mention,
  area: null,
  implied: mention.implied,
});

/** The name of a party. */
export const nameOf = ({ organisation, area }: Party) => (organisation ? organisation.name : area.name);

/** What strings two bodies together. */
const LINK = /^(?:[、，,和与及同]|以及|会同|联合|携手|组织)$/;

/** The words between two bodies, but for a note in brackets: 某分局（以下简称“某局”）、 */
const textBetween = (text: string, a: Span, b: Span) =>
  text.slice(a.end, b.start).replace(/^[（(][^（）()]{0,30}[）)]/, '');

/** Bodies that the text strings together: the first string of a part of the text, of those that count. */
export function firstGroup(
  text: string,
  mentions: readonly OrganisationMention[],
  counts: (mention: OrganisationMention) => boolean = () => true,
): OrganisationMention[] {
  const group: OrganisationMention[] = [];
  for (const mention of mentions) {
    if (!counts(mention)) continue;
    const last = group.at(-1);
    if (last && mention.start > last.end && !LINK.test(textBetween(text, last, mention))) break;
    group.push(mention);
  }
  return group;
}

/** Whether the text strings two bodies together. */
export function isJoined(
  text: string,
  a: OrganisationMention | undefined,
  b: OrganisationMention | undefined,
): boolean {
  return a !== undefined && b !== undefined && (b.start <= a.end || LINK.test(textBetween(text, a, b)));
}

/** The first string of bodies, each once. */
export function uniqueGroup(text: string, mentions: readonly OrganisationMention[]): OrganisationMention[] {
  const names = new Set<string>();
  return firstGroup(text, mentions).filter(({ name }) => !names.has(name) && names.add(name));
}

/** Whether the next mention begins with the same words and goes on: 省政府 in 省政府办公厅. */
export function isOpening(mentions: readonly OrganisationMention[], i: number): boolean {
  const [mention, next] = [mentions[i], mentions[i + 1]];
  return mention !== undefined && next?.start === mention.start && next.end > mention.end;
}
