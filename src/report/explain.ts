import { cut } from '../base/cut.ts';
import type { Article, SourceDocument } from '../documents/model/source-document.ts';
import { explainClaims } from '../extraction/explain-claims.ts';
import { findArea } from '../extraction/lexicon/areas.ts';
import type { Claim, Warning } from '../extraction/model/claim.ts';
import { type ClaimOf, claimsOf } from '../kinds/claim-of.ts';
import { LISTED_KINDS } from '../kinds/kinds.ts';
import { ExplainedSentences } from './explained-sentences.ts';

/** An article's facts as they are told to people. */
interface Told {
  readonly claims: readonly Claim[];
  /** Why a claim was made, and the numbers of the sentences that state it. */
  readonly because: (claim: Claim) => string;
}

const areaName = (code: string) => findArea(code)?.name ?? code;

/** Rules that repeat what the text says are told by its beginning: the sentence stands below. */
const MAX_RULE = 60;
const MAX_HAN_RULE = 12;

function shorten(rule: string): string {
  const limit = /^\p{Script=Han}/u.test(rule) ? MAX_HAN_RULE : MAX_RULE;
  return cut(rule, limit);
}

/** The parts that are there, with commas between. */
const listed = (...parts: readonly (string | null | false)[]) => parts.filter((part) => part).join(', ');

function explainParticipation(claim: ClaimOf<'participation'>, told: Told): string {
  const { participant, positions, roles } = claim;
  const name = 'person' in participant ? participant.person : participant.organisation;
  const as = positions.length > 0 ? ` as ${positions.join('、')}` : '';
  return `  ${roles.join(', ')}: ${name}${as} ${told.because(claim)}`;
}

function explainMeeting(claim: ClaimOf<'meeting'>, told: Told): string[] {
  const { id, name, startsOn, endsOn, monthDay, dateBasis, places, format, sessions } = claim;
  const days = startsOn && endsOn ? `${startsOn} to ${endsOn}` : (startsOn ?? monthDay ?? 'no day');
  const where = places.map(areaName).join('、') || 'no place';
  const parts = claimsOf(told.claims, 'participation').filter(({ meeting }) => meeting === id);
  const agreements = claimsOf(told.claims, 'agreement').filter(({ meeting }) => meeting === id);
  return [
    `Meeting: ${name}`,
    `  ${listed(`${days} (${dateBasis})`, where, format)} ${told.because(claim)}`,
    ...sessions.map(({ series, ordinal }) => `  session ${ordinal} of ${series}`),
    ...parts.sort((a, b) => a.order - b.order).map((part) => explainParticipation(part, told)),
    ...agreements.map(({ title }) => `  signed there: ${title}`),
  ];
}

function explainAgreement(claim: ClaimOf<'agreement'>, told: Told): string[] {
  const { id, title, agreementKind, signedOn, meeting } = claim;
  const at = claimsOf(told.claims, 'meeting').find((one) => one.id === meeting)?.name;
  const signatures = claimsOf(told.claims, 'signature').filter(({ agreement }) => agreement === id);
  return [
    `Agreement: ${title}`,
    `  ${listed(agreementKind, signedOn ?? 'no day', at ? `at ${at}` : 'at no known meeting')} ${told.because(claim)}`,
    ...signatures.map((signature) => {
      const { party, signer } = signature;
      const name = 'organisation' in party ? party.organisation : areaName(party.area);
      return `  party: ${listed(name, signer !== null && `signed by ${signer}`)} ${told.because(signature)}`;
    }),
  ];
}

function explainPerson(claim: ClaimOf<'person'>, told: Told): string[] {
  const positions = claimsOf(told.claims, 'position').filter(({ person }) => person === claim.name);
  return [
    `  ${claim.name} ${told.because(claim)}`,
    ...positions.map((position) => `    ${position.title} ${told.because(position)}`),
  ];
}

function explainWarning(article: Article, { code, message, start, end }: Warning): string {
  return `  ${code}: ${message} ${article.text.slice(start, end).replaceAll('\n', ' ')}`;
}

/** A heading with lines below it; nothing where there are none. */
const block = (heading: string, lines: readonly string[]) =>
  lines.length === 0 ? [] : [[heading, ...lines]];

function explainArticle(name: string, article: Article): string[] {
  const { facts, warnings } = explainClaims(article);
  const claims = facts.map(({ claim }) => claim);
  const sentences = new ExplainedSentences(article, claims);
  const rules = new Map(facts.map(({ claim, rule }) => [claim, rule]));
  const told: Told = {
    claims,
    because: (claim) => `(${shorten(rules.get(claim) ?? '')}) ${sentences.cite(claim)}`,
  };
  const blocks = [
    [
      `== ${name}: ${article.headline ?? '(no headline)'}`,
      `   ${listed(article.publishedOn ?? 'no day of publication', article.publisher ?? 'no publisher')}`,
    ],
    ...claimsOf(told.claims, 'meeting').map((meeting) => explainMeeting(meeting, told)),
    ...claimsOf(told.claims, 'agreement').map((agreement) => explainAgreement(agreement, told)),
    ...block(
      'People:',
      claimsOf(told.claims, 'person').flatMap((person) => explainPerson(person, told)),
    ),
    ...LISTED_KINDS.flatMap(({ kind, listed }) =>
      block(
        `${listed.heading}:`,
        claimsOf(told.claims, kind).map((claim) => `  ${listed.line(claim)} ${told.because(claim)}`),
      ),
    ),
    ...block(
      'Doubts:',
      warnings.map((warning) => explainWarning(article, warning)),
    ),
    ...block('Sentences:', sentences.list()),
  ];
  return blocks.flatMap((lines) => [...lines, '']);
}

/**
 * The facts of a document for people to read, in lines: for each article its meetings with those who took part, its agreements
 * with their parties, its people with their posts, its bodies, each with the rule that made it and the numbers of the sentences
 * that state it; then the doubts that were left, and the sentences.
 */
export function explainDocument({ name, articles }: SourceDocument): string[] {
  return articles.flatMap((article) => explainArticle(name, article));
}
