import type { OrganisationMention } from '../bodies/organisation-mention.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { ParticipationRole } from '../model/claim.ts';
import type { Passage } from '../passage/passage.ts';
import type { PersonMention } from '../persons/person-mention.ts';
import { collect } from '../text/collect.ts';
import type { Sentence } from '../text/sentences.ts';
import { listWithin } from '../text/spans.ts';
import { endOf, type Group, listGroups } from './participant-groups.ts';
import type { ParticipationMention } from './participation-mention.ts';
import { isElsewhere, readInverted, readRoles } from './participation-roles.ts';

/** How much of a predicate is kept to explain a role. */
const LONGEST_SAID = 40;

/** Others take part in talks by joining them alone: what is said of them elsewhere is no part of it. */
const JOINING = /^[^，。；]{0,12}(?:参加|陪同|出席)(?:了)?(?:上述|有关|这些)?(?:会见|会谈|会晤|活动|。|$)/;

/** On a tour only these sentences speak of the meeting. */
const OF_MEETING = /陪同|会上|座谈会|会议/;

/** A predicate up to the clause that a body is the subject of: 收看了会议，|某集团作表态发言. */
function cutAtBody(predicate: string, from: number, organisations: readonly OrganisationMention[]): string {
  const inside = listWithin(organisations, { start: from + 1, end: from + predicate.length - 1 });
  const body = inside.find(
    ({ start, end }) =>
      /[，；]/.test(predicate[start - from - 1] ?? '') &&
      /^[^，；]{0,6}(?:作|发言|介绍|汇报|交流)/.test(predicate.slice(end - from, end - from + 8)),
  );
  return body ? predicate.slice(0, body.start - from) : predicate;
}

/** Whether a sentence may speak of the meeting: on a tour only its own paragraph and those that name it do. */
function isAbout({ text }: Passage, sentence: Sentence, meeting: Meeting): boolean {
  if (!meeting.tour || OF_MEETING.test(text.slice(sentence.start, sentence.end))) return true;
  const { start, paragraphs } = findReports(meeting);
  return paragraphs.has(sentence.paragraph) || start < sentence.start;
}

/** From where on the body reports a meeting, and in which paragraphs. */
interface Reports {
  readonly start: number;
  readonly paragraphs: ReadonlySet<number>;
}

const REPORTS = new WeakMap<Meeting, Reports>();

/** Where the body reports a meeting, gathered once. */
function findReports(meeting: Meeting): Reports {
  const known = REPORTS.get(meeting);
  if (known) return known;
  const body = meeting.mentions.filter(({ sentence }) => sentence.kind === 'body');
  const start = body.reduce((first, mention) => Math.min(first, mention.start), Number.POSITIVE_INFINITY);
  const reports = { start, paragraphs: new Set(body.map(({ sentence }) => sentence.paragraph)) };
  REPORTS.set(meeting, reports);
  return reports;
}

/** The predicate of a group, with that of the next where both do it together: 甲与乙共同主持. */
function joinPredicates(predicate: string, next: Group | undefined): string {
  const shared = /[与同和]$/.test(next?.before ?? '') && /^(?:共同|一起|一道)/.test(next?.predicate ?? '');
  return shared ? `${predicate}${next?.predicate}` : predicate;
}

const NO_PARTS: readonly ParticipationMention[] = [];

/** Every role for each of the persons. */
function listParts(
  persons: readonly PersonMention[],
  roles: Iterable<ParticipationRole>,
  { meeting, said }: { readonly meeting: Meeting; readonly said: string },
): ParticipationMention[] {
  const parts: ParticipationMention[] = [];
  for (const person of persons)
    for (const role of roles)
      parts.push({ start: person.start, end: person.end, meeting, person, organisation: null, role, said });
  return parts;
}

/** 座谈会上，某某…说 */
const AT_SESSION = /(?:(?:论坛|仪式|会议?)上|召开[^，。；]{0,20}会议?)，[^。；]*$/;
const SAYS = /^[^。；：“]{0,70}(?<![据听小来])说[，：]/;
const SAYS_NEXT = /^\s?[他她]说[，：]/;

/** Whether the page quotes who speaks at the session that the words before the name, or the paragraph before, open. */
function isHeard(
  { text }: Passage,
  sentence: Sentence,
  { before, predicate }: { readonly before: string; readonly predicate: string },
): boolean {
  if (!AT_SESSION.test(before)) return false;
  return SAYS.test(predicate) || SAYS_NEXT.test(text.slice(sentence.end, sentence.end + 4));
}

/** Who and what a sentence names. */
interface Named {
  readonly persons: readonly PersonMention[];
  readonly organisations: readonly OrganisationMention[];
}

/**
 * What the persons of a sentence did at the meeting that it speaks of, in the order of the text.
 *
 * @example 某省委书记张三主持会议并讲话 // 张三: CHAIR, SPEAKER
 */
export function listPersonParts(
  passage: Passage,
  sentence: Sentence,
  { meeting, persons, organisations }: Named & { readonly meeting: Meeting },
): ParticipationMention[] {
  if (!isAbout(passage, sentence, meeting)) return [];
  const groups = listGroups(passage.text, sentence, persons);
  return collect(groups, ({ members, predicate: whole, before }, i) => {
    const predicate = cutAtBody(whole, endOf(members.at(-1) as PersonMention), organisations);
    if (isElsewhere(predicate, meeting) || (meeting.talks && !JOINING.test(predicate))) return NO_PARTS;
    const inverted = readInverted(before);
    const own = readRoles(joinPredicates(predicate, groups[i + 1]), /由$/.test(before));
    const spoke =
      own.every((role) => role === 'ATTENDEE') && isHeard(passage, sentence, { before, predicate: whole });
    const told: readonly ParticipationRole[] = inverted.length > 0 ? inverted : own;
    const roles = new Set(spoke && !meeting.talks ? (['SPEAKER'] as const) : told);
    const said = predicate.slice(0, LONGEST_SAID);
    return listParts(members, roles, { meeting, said });
  });
}
