import type { Article } from '../../documents/model/source-document.ts';
import type { TitleMention } from '../agreements/agreement-titles.ts';
import { createClaims } from '../claims/create-claims.ts';
import type { Findings } from '../claims/findings.ts';
import { listWarnings } from '../claims/warnings.ts';
import { findFacts } from '../find-facts.ts';
import type { MeetingMention } from '../meetings/meeting-mention.ts';
import type { Claim, Warning } from '../model/claim.ts';

/** One fact with the rule that made it. */
export interface Explanation {
  readonly claim: Claim;
  /** In words for people. */
  readonly rule: string;
}

function explainMeeting(text: string, mention: MeetingMention | undefined): string {
  if (!mention) return 'headline';
  if (mention.talks) return 'persons who met';
  const verb = text.slice(mention.verbStart, mention.verbStart + 4);
  const how = mention.start < mention.verbStart ? 'subject' : 'object';
  return mention.generic ? `named by who held it, ${how} of ${verb}` : `${how} of ${verb}`;
}

function explainAgreement(text: string, { start, verbStart, end }: TitleMention): string {
  const verb = text.slice(verbStart, verbStart + 2);
  if (text[start - 1] === '《') return `title in 《》 behind ${verb}`;
  return verbStart === end ? 'title in the name of a ceremony' : `words for an instrument behind ${verb}`;
}

/** The first of several values for each key. */
function indexFirst<T, V>(
  items: readonly T[],
  keyOf: (item: T) => string,
  pickValue: (item: T) => V,
): Map<string, V> {
  const first = new Map<string, V>();
  for (const item of items) {
    const key = keyOf(item);
    if (!first.has(key)) first.set(key, pickValue(item));
  }
  return first;
}

/** What the findings of an article say of its claims, by what tells one from another. */
function indexFindings({ organisations, persons, meetings, participations, agreements }: Findings) {
  const posts = persons.flatMap((person) => person.posts);
  return {
    persons: indexFirst(
      persons,
      ({ start }) => `${start}`,
      ({ rule }) => rule,
    ),
    organisations: indexFirst(
      organisations,
      ({ start, name }) => `${start} ${name}`,
      ({ rule }) => rule,
    ),
    posts: indexFirst(
      posts,
      ({ title }) => title,
      ({ rule }) => rule,
    ),
    meetings: indexFirst(
      meetings,
      ({ id }) => id,
      ({ mentions }) => mentions[0],
    ),
    participations: indexFirst(
      participations,
      ({ start, meeting }) => `${start} ${meeting.id}`,
      ({ said }) => said,
    ),
    agreements: indexFirst(
      agreements,
      ({ id }) => id,
      ({ mention }) => mention,
    ),
  };
}

function explain(claim: Claim, text: string, known: ReturnType<typeof indexFindings>): string {
  const at = claim.evidence[0]?.start;
  switch (claim.kind) {
    case 'person':
      return known.persons.get(`${at}`) ?? '';
    case 'organisation':
      return known.organisations.get(`${at} ${claim.name}`) ?? 'body that who acts for it shows';
    case 'position':
      return known.posts.get(claim.title) ?? 'office by custom';
    case 'meeting':
      return explainMeeting(text, known.meetings.get(claim.id));
    case 'participation':
      return known.participations.get(`${at} ${claim.meeting}`) ?? '';
    case 'agreement': {
      const mention = known.agreements.get(claim.id);
      return mention ? explainAgreement(text, mention) : '';
    }
    case 'signature':
      return claim.implied
        ? 'party that a collective names'
        : 'party of the title, the clause or its signers';
  }
}

/** Every fact of an article with the rule that made it, and the doubts that were left. */
export function explainClaims(article: Article): {
  readonly facts: readonly Explanation[];
  readonly warnings: readonly Warning[];
} {
  const findings = findFacts(article);
  const known = indexFindings(findings);
  const facts = createClaims(findings).map((claim) => ({
    claim,
    rule: explain(claim, article.text, known),
  }));
  return { facts, warnings: listWarnings(findings) };
}
