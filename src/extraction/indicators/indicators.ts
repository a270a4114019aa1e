import type { Annotations } from '../annotations/annotations.ts';
import type { Reasoned } from '../annotations/reasoned.ts';
import type { OrganisationMention } from '../bodies/organisation-mention.ts';
import type { IndicatorClaim } from '../model/claim.ts';
import { createEvidence } from '../passage/evidence.ts';
import type { Sentence } from '../text/sentences.ts';
import { type Period, readPeriod } from './periods.ts';
import { listNumbers, type ReadNumber } from './readings.ts';
import { SentenceSubjects, type Subject } from './subjects.ts';

/** 将, 到2025年: what is meant to be so, and is not yet. */
const PLANNED = /(?<!已)将|拟|计划|力争|争取|预计|目标|规划|确保|到20[0-9]{2}年|要(?!求|闻|素)/;

/** What of a number's own words tells whether it is meant to be so. */
const MAX_CLAUSE = 60;

function createClaim(
  { passage }: Annotations,
  sentence: Sentence,
  { number, subject, period }: { number: ReadNumber; subject: Subject; period: Period | null },
): IndicatorClaim {
  const { text } = passage;
  const { quantity, measure, form, isFall, start, end } = number;
  const words = text.slice(Math.max(sentence.start, quantity.start - MAX_CLAUSE), quantity.start);
  return {
    kind: 'indicator',
    ...subject,
    measure,
    form,
    value: isFall ? `-${quantity.value}` : quantity.value,
    unit: quantity.unit.code,
    bound: quantity.bound,
    printed: text.slice(quantity.start, quantity.end),
    planned: PLANNED.test(words.slice(words.lastIndexOf('，') + 1)),
    startsOn: period?.startsOn ?? null,
    endsOn: period?.endsOn ?? null,
    evidence: createEvidence(passage, [{ start, end }]),
  };
}

/** The bodies that each sentence names in words of their own. */
function* listBodies({ passage, organisations }: Annotations) {
  let next = 0;
  for (const sentence of passage.sentences) {
    const bodies: OrganisationMention[] = [];
    for (let body = organisations[next]; body && body.start < sentence.end; body = organisations[++next])
      if (body.start >= sentence.start && body.end <= sentence.end && !body.implied) bodies.push(body);
    yield { sentence, bodies };
  }
}

/**
 * The numbers that an article states of places, bodies, meetings and periods. Numbers of which nothing says what they measure
 * give none; what holds for a paragraph's first period holds for those behind it that name none.
 */
export function listIndicators(annotations: Annotations): Reasoned<IndicatorClaim>[] {
  const { text, article } = annotations.passage;
  const found: Reasoned<IndicatorClaim>[] = [];
  let before: { paragraph: number; period: Period | null } = { paragraph: -1, period: null };
  for (const { sentence, bodies } of listBodies(annotations)) {
    if (sentence.kind === 'headline') continue;
    const { paragraph } = sentence;
    if (paragraph !== before.paragraph) before = { paragraph, period: null };
    const subjects = new SentenceSubjects(annotations, sentence, bodies);
    const behindNames = subjects.behindNames.bind(subjects);
    for (const number of listNumbers({ text, behindNames }, sentence)) {
      const span = { start: sentence.start, end: number.quantity.start };
      const period = readPeriod(text, span, article.publishedOn) ?? before.period;
      const claim = createClaim(annotations, sentence, { number, subject: subjects.find(number), period });
      found.push({ claim, rule: number.rule });
    }
    before = { paragraph, period: readPeriod(text, sentence, article.publishedOn) ?? before.period };
  }
  return found;
}
