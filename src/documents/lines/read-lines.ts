import { readLeadIn } from '../labels/lead-in.ts';
import { readLabels } from '../labels/read-labels.ts';
import type { Line } from '../model/line.ts';
import { type MappedText, sliceMapped, trimMapped } from '../model/mapped-text.ts';
import type { Block, PageFact } from '../model/page.ts';
import { classifyLine } from './classify-line.ts';
import { cleanText } from './clean-text.ts';
import type { ScriptCount, SimplifyContext } from './simplify.ts';
import { surveyText } from './survey-text.ts';

/** A page on which more than this share of the telling characters is Traditional is read as Traditional. */
const TRADITIONAL_SHARE = 0.1;

/** Longer than the line that names the page of a newspaper. */
const MAX_EDITION = 40;
const EDITION = /第 ?[A-Z]?\d{1,3} ?版|[A-Z]\d{1,2} ?版|[上下]一[版期]|版面(?:导航|目录)/;

/** Cleans the blocks of a page and tells what each of them is; those without anything to read are left out. */
export function readLines(blocks: readonly Block[]): Line[] {
  const surveys = blocks.map((block) => surveyText(block.content.text));
  const context = createContext(surveys);
  const lines: Line[] = [];
  for (const [index, block] of blocks.entries()) {
    const line = readLine(block, cleanText(block.content, context, surveys[index]), context);
    if (line !== null) lines.push(line);
  }
  return lines.some(isShownOn) && lines.some(isOfEdition) ? lines.map(dateEdition) : lines;
}

function isShownOn(line: Line): boolean {
  return line.facts.some((fact) => fact.field === 'shownOn');
}

/** Whether a line tells that the page is one of a newspaper: 第01版：要闻, 上一期. */
function isOfEdition({ content: { text } }: Line): boolean {
  return text.length <= MAX_EDITION && EDITION.test(text);
}

/** A newspaper shows the day of its edition with the day of the week, not that of the visit. */
function dateEdition(line: Line): Line {
  if (!isShownOn(line)) return line;
  const facts = line.facts.map((fact) =>
    fact.field === 'shownOn' ? { ...fact, field: 'datedOn' as const } : fact,
  );
  return { ...line, facts };
}

function createContext(surveys: readonly ScriptCount[]): SimplifyContext {
  let traditional = 0;
  let all = 0;
  for (const count of surveys) {
    traditional += count.traditional;
    all += count.traditional + count.simplified;
  }
  return { ambiguousAsTraditional: traditional > TRADITIONAL_SHARE * all };
}

/** The line that a block shows; null where it neither shows nor says anything. Every line takes this way: no spreading. */
function readLine(block: Block, content: MappedText, context: SimplifyContext): Line | null {
  const { level, kind, aside } = block;
  const strong = kind === 'strong';
  const given = cleanFacts(block.facts, context);
  if (content.text === '')
    return given.length === 0 ? null : { role: 'fact', content, level, strong, facts: given };
  const role = classifyLine(block, content.text);
  const found = role === 'short' && level > 0 ? null : readFacts(content, role);
  if (found === null) return { role: aside ? 'furniture' : role, content, level, strong, facts: given };
  const facts = [...given, ...(aside ? found.map((fact) => ({ ...fact, ofPage: true })) : found)];
  return { role: role === 'border' ? role : aside ? 'furniture' : 'fact', content, level, strong, facts };
}

function cleanFacts(facts: readonly PageFact[], context: SimplifyContext): readonly PageFact[] {
  if (facts.length === 0) return facts;
  return facts.map((fact) => ({ ...fact, value: cleanFact(fact, context) }));
}

function cleanFact(fact: PageFact, context: SimplifyContext): MappedText {
  return fact.field === 'url' ? fact.value : cleanText(fact.value, context);
}

/** The facts of a line that shows no text; null where it shows text. */
function readFacts(content: MappedText, role: Line['role']): readonly PageFact[] | null {
  if (role === 'border') return findCopyrightHolder(content);
  if (content.text.length > MAX_FACT_LINE) return null;
  const labelled = readLabels(content);
  if (labelled !== null) return labelled;
  if (role === 'body' || role === 'short') return findProgrammeDate(content) ?? findLoneLeadIn(content);
  return null;
}

const MAX_LEAD_IN = 60;
/** Longer than any line that only carries facts. */
const MAX_FACT_LINE = 200;
const HOLDER = [
  /版权所有[：: ©]{0,3}((?:(?! ?(?:主办|承办|地址|ICP|备案|中文域名|网站|技术支持|联系))[^|丨©，,。.\d]){2,60})/,
  /([\p{Script=Han} ]{4,40}?) ?版权所有/u,
];

/** 版权所有 某机关, 某报社版权所有: the holder is the site. */
function findCopyrightHolder(content: MappedText): readonly PageFact[] {
  for (const pattern of HOLDER) {
    const match = pattern.exec(content.text);
    const name = match?.[1] ?? '';
    if (match === null || !/\p{Script=Han}{2}/u.test(name) || /不得|禁止|未经|违者|均为|独家|^凡/.test(name))
      continue;
    const start = match.index + match[0].indexOf(name);
    return [{ field: 'site', value: trimMapped(sliceMapped(content, start, start + name.length)) }];
  }
  return [];
}

/** 《新闻联播》（20220716）, （《新闻联播》 20240905 19:00）: a programme and its day. */
function findProgrammeDate(content: MappedText): readonly PageFact[] | null {
  const match = /^[（(]?《[^》]{2,20}》 ?[（(]? ?(\d{8})(?: \d{1,2}[:：]\d{2})?[）)]{0,2}$/.exec(
    content.text,
  );
  if (match === null) return null;
  const start = content.text.indexOf(match[1] ?? '');
  const name = sliceMapped(content, content.text.indexOf('《') + 1, content.text.indexOf('》'));
  return [
    { field: 'programme', value: name },
    { field: 'publishedOn', value: sliceMapped(content, start, start + 8), basis: 'DATE_LINE' },
  ];
}

/** A lead-in with nothing behind it. */
function findLoneLeadIn(content: MappedText): readonly PageFact[] | null {
  const leadIn = content.text.length > MAX_LEAD_IN ? null : readLeadIn(content);
  if (leadIn === null || leadIn.rest.text.trim() !== '') return null;
  return leadIn.publisher.text === '' ? [] : [{ field: 'publisher', value: leadIn.publisher }];
}
