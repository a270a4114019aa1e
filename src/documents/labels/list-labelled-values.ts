import { LABELS, ONLY_BEFORE_DATES } from '../lexicon/labels.ts';

/** Shorter names of dates stand in titles and notices too. */
const MIN_DATE_LABEL = 4;
const all = [...LABELS.keys()].sort((a, b) => b.length - a.length);
const labels = all.filter((label) => !ONLY_BEFORE_DATES.has(label)).map(allowBlanks);
/** What needs no colon where a date follows: 发布时间 2023-02-23. */
const dateLabels = all.filter(isDateLabel).map(allowBlanks);
const LABEL = new RegExp(
  `(${labels.join('|')}) ?(?:[:：/／丨|]|(?<=发布于|发表于))|(${dateLabels.join('|')})[】\\]]? ?[:：]? ?(?=\\d{4} ?[-/.年])`,
  'g',
);

const LABEL_END = new RegExp(`(?:${labels.join('|')}) ?$`);
const LONGEST = 16;
const LABEL_BEFORE = new RegExp(`(?:${labels.join('|')}) ?[:：/／][^:：]{1,20}$`);

/** A label and where its value stands in the line, half-open. */
export interface LabelledValue {
  readonly label: string;
  readonly labelStart: number;
  readonly start: number;
  readonly end: number;
}

/** Whether a line is worth a closer look: it has a year, or its first colon stands behind a label. */
export function mayBeLabelled(text: string): boolean {
  if (/\d{4}|[〇零○]|二[Oo]/.test(text)) return true;
  const mark = text.search(/[:：/／丨|]/);
  return mark > 0 && LABEL_END.test(text.slice(Math.max(0, mark - LONGEST), mark));
}

/** The labels of a line with their values, in page order: a value ends where the next label begins. */
export function listLabelledValues(text: string): LabelledValue[] {
  const found = [...text.matchAll(LABEL)].filter((match) => isLabelStart(text, match.index));
  return found.map((match, index) => ({
    label: (match[1] ?? match[2] ?? '').replaceAll(' ', ''),
    labelStart: match.index,
    start: match.index + match[0].length,
    end: found[index + 1]?.index ?? text.length,
  }));
}

function allowBlanks(label: string): string {
  return [...label].join(' ?');
}

function isDateLabel(label: string): boolean {
  const field = LABELS.get(label);
  const dated = field === 'publishedOn' || field === 'updatedOn';
  return ONLY_BEFORE_DATES.has(label) || (dated && label.length >= MIN_DATE_LABEL);
}

/** A label begins the line or follows a value, not the middle of a word such as 资金来源. */
function isLabelStart(text: string, index: number): boolean {
  if (index === 0) return true;
  return (
    !/\p{Script=Han}/u.test(text.charAt(index - 1)) ||
    LABEL_BEFORE.test(text.slice(0, index)) ||
    text.charAt(index - 1) === '日'
  );
}
