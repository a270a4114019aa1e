import type { Span } from '../../documents/model/source-document.ts';
import type { Annotations } from '../annotations/annotations.ts';
import type { Reasoned } from '../annotations/reasoned.ts';
import type { IndicatorClaim } from '../model/claim.ts';
import { createEvidence } from '../passage/evidence.ts';
import { collect } from '../text/collect.ts';
import type { Sentence } from '../text/sentences.ts';
import { ParagraphPeriods, type Period, readPeriod } from './periods.ts';
import { listNumbers, mayCount, type ReadNumber } from './readings.ts';
import { SentenceSubjects, type Subject } from './subjects.ts';

/** 将, 到2025年: what is meant to be so, and is not yet. */
const PLANNED = /(?<!已)将|拟|计划|力争|争取|预计|目标|规划|确保|到20[0-9]{2}年|要(?!求|闻|素)/;

const NO_CLAIMS: readonly Reasoned<IndicatorClaim>[] = [];

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

/** The numbers of one sentence; `periods` are those of its paragraph before it. */
function listOfSentence(
  annotations: Annotations,
  sentence: Sentence,
  periods: ParagraphPeriods,
): readonly Reasoned<IndicatorClaim>[] {
  const { text, article } = annotations.passage;
  if (!mayCount(text, sentence)) return NO_CLAIMS;
  const subjects = new SentenceSubjects(annotations, sentence);
  const behindNames = (part: Span) => subjects.behindNames(part);
  return listNumbers({ text, behindNames }, sentence).map((number) => {
    const span = { start: sentence.start, end: number.quantity.start };
    const period = readPeriod(text, span, article.publishedOn) ?? periods.findLast();
    const claim = createClaim(annotations, sentence, { number, subject: subjects.find(number), period });
    return { claim, rule: number.rule };
  });
}

/**
 * The numbers that an article states of places, bodies, meetings and periods. Numbers of which nothing says what they measure
 * give none; what holds for a paragraph's first period holds for those behind it that name none.
 */
export function listIndicators(annotations: Annotations): Reasoned<IndicatorClaim>[] {
  const { text, article, sentences } = annotations.passage;
  const periods = new ParagraphPeriods(text, article.publishedOn);
  return collect(sentences, (sentence) => {
    if (sentence.kind === 'headline') return NO_CLAIMS;
    periods.open(sentence.paragraph);
    const found = listOfSentence(annotations, sentence, periods);
    periods.add(sentence);
    return found;
  });
}
