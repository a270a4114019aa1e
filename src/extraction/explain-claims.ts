import type { Article } from '../documents/source-document.ts';
import type { Claim, Warning } from './claim.ts';
import { createClaims } from './create-claims.ts';
import type { TitleMention } from './extractors/agreement-titles.ts';
import type { MeetingMention } from './extractors/meeting-mention.ts';
import { listWarnings } from './extractors/warnings.ts';
import { findFacts } from './find-facts.ts';
import type { Findings } from './findings.ts';

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

function explain(claim: Claim, findings: Findings): string {
  const { passage, organisations, persons, meetings, participations, agreements } = findings;
  const at = claim.evidence[0]?.start;
  switch (claim.kind) {
    case 'person':
      return persons.find(({ start }) => start === at)?.rule ?? '';
    case 'organisation':
      return (
        organisations.find(({ start, name }) => start === at && name === claim.name)?.rule ??
        'body that who acts for it shows'
      );
    case 'position':
      return (
        persons.flatMap(({ posts }) => posts).find(({ title }) => title === claim.title)?.rule ??
        'office by custom'
      );
    case 'meeting':
      return explainMeeting(passage.text, meetings.find(({ id }) => id === claim.id)?.mentions[0]);
    case 'participation':
      return (
        participations.find(({ start, meeting }) => start === at && meeting.id === claim.meeting)?.said ?? ''
      );
    case 'agreement': {
      const agreement = agreements.find(({ id }) => id === claim.id);
      return agreement ? explainAgreement(passage.text, agreement.mention) : '';
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
  const facts = createClaims(findings).map((claim) => ({ claim, rule: explain(claim, findings) }));
  return { facts, warnings: listWarnings(findings) };
}
