import type { Span } from '../../documents/model/source-document.ts';
import { agreementWords, concludingVerbs, notSigned } from '../lexicon/agreement-words.ts';
import { meetingWords } from '../lexicon/meeting-words.ts';
import type { AgreementKind } from '../model/claim.ts';
import { CharacterSet } from '../terms/character-set.ts';
import { collect } from '../text/collect.ts';

/** An instrument that a sentence reports as concluded. `start` and `end` enclose its title. */
export interface TitleMention extends Span {
  readonly title: string;
  readonly kind: AgreementKind;
  readonly verbStart: number;
}

const LONGEST = 80;

function findKind(whole: string): AgreementKind | null {
  // A term of years or a note in brackets stands behind the word for the instrument.
  const title = whole.replace(/[（(][^（）()]*[）)]$/, '');
  let kind: AgreementKind | null = null;
  for (let at = Math.max(0, title.length - 6); at < title.length; at++) {
    const match = agreementWords.findAt(title, at);
    if (match?.end === title.length && match.value && kind === null) kind = match.value;
  }
  return kind;
}

/** Acts of state are signed too, and are no agreements: 签署主席令. */
const NO_AGREEMENT = /(?:令|条例|法|决定|办法|规定|意见|通知|规划|法案|通令|命令|草案)$/;

/** What several bodies put their names to may bear such a name too: 《关于建立跨区域协作机制的意见》. */
const OF_SEVERAL = /协作|合作|协同|联动|联防|联合|联席|跨区域/;

const isAct = (title: string) => NO_AGREEMENT.test(title) && !OF_SEVERAL.test(title);

function readBracketed(text: string, from: number, limit: number, verbStart: number): TitleMention[] {
  const titles: TitleMention[] = [];
  for (let at = from; text[at] === '《'; ) {
    const length = text.slice(at, limit + 1).indexOf('》');
    if (length < 0) break;
    const close = at + length;
    const title = text.slice(at + 1, close);
    const kind = findKind(title);
    if (kind || (title !== '' && !isAct(title)))
      titles.push({ start: at + 1, end: close, title, kind: kind ?? 'OTHER', verbStart });
    at = close + 1;
    while (/[、，,和及与]/.test(text[at] ?? '') || text.startsWith('以及', at))
      at += text.startsWith('以及', at) ? 2 : 1;
  }
  return titles;
}

/** Words that count instruments without naming one. */
const VAGUE =
  /^(?:多[项份个]|[一二两三四五六七八九十0-9]+[余多]?[项份个]|系列|一系列|一批|若干|相关|有关|该|本|此|这|上述|包括|共建(?:合作)?(?:协议|备忘录)|等)|领域.{0,4}(?:多项|系列|合作文件)|多项|系列/;
const LEADING = /^(?:了|一份|一项|新的|的)+/;

/** What no title without 《》 holds. */
const ENDS = new CharacterSet('，。；：！？,;《');

/** The stretches of a list of titles: 监测合作协议和标准协同协议. Each ends with the word for an instrument. */
function splitTitles(
  text: string,
  start: number,
  limit: number,
): { start: number; end: number; kind: AgreementKind }[] {
  const parts: { start: number; end: number; kind: AgreementKind }[] = [];
  let from = start;
  for (let at = start; at < Math.min(limit, start + LONGEST); ) {
    if (ENDS.hasAt(text, at)) break;
    const match = agreementWords.findAt(text, at, limit);
    if (match?.value) {
      parts.push({ start: from, end: match.end, kind: match.value });
      if (!/[和、及与]/.test(text[match.end] ?? '')) {
        if (agreementWords.findAt(text, match.end, limit)) parts.pop();
        else break;
      } else from = match.end + 1;
    }
    at = match?.end ?? at + 1;
  }
  return parts;
}

const NO_TITLES: readonly TitleMention[] = [];

function readPlain(text: string, from: number, limit: number, verbStart: number): TitleMention[] {
  const lead = from + (LEADING.exec(text.slice(from, from + 6))?.[0].length ?? 0);
  // “关于某某合作的协议”: a title in quotation marks.
  const start = text[lead] === '“' ? lead + 1 : lead;
  return collect(splitTitles(text, start, limit), (part) => {
    const title = text.slice(part.start, part.end);
    if (
      VAGUE.test(title) ||
      (part.kind === 'OTHER' && !/(?:会议纪要|协作意见)$/.test(title)) ||
      /签[订署]/.test(title)
    )
      return NO_TITLES;
    return [{ start: part.start, end: part.end, title, kind: part.kind, verbStart }];
  });
}

/** 《某某意见》（以下简称《意见》）|会签仪式 */
const ALIAS = /（(?:以下)?(?:统一)?[简下]称[^（）]{1,16}）$/;

/** How long the note is that gives a title its short form before an offset. */
const measureAlias = (text: string, at: number) =>
  text[at - 1] === '）' ? (ALIAS.exec(text.slice(Math.max(0, at - 24), at))?.[0].length ?? 0) : 0;

/** 《某某合作协议》签字仪式: the title stands before the ceremony. */
function readBeforeCeremony(text: string, { start, end }: Span): TitleMention[] {
  let at = meetingWords.findNext(text, start + 1, end + 1);
  for (; at <= end; at = meetingWords.findNext(text, at + 1, end + 1)) {
    const close = at - 1 - measureAlias(text, at);
    if (text[close] !== '》' || !/^会?签[约署订字]?仪式/.test(text.slice(at, at + 4))) continue;
    const offset = text.slice(start, close).lastIndexOf('《');
    const open = start + offset;
    const title = text.slice(open + 1, close);
    const kind = offset >= 0 ? (findKind(title) ?? (title === '' || isAct(title) ? null : 'OTHER')) : null;
    if (kind) return [{ start: open + 1, end: close, title, kind, verbStart: at }];
  }
  return [];
}

/** Between the verb and the first title may stand how and what: 签署了相关合作文件《…》 */
const BEFORE_BRACKET = /^(?:了|的|并|并发布|和发表)?(?:[^，。；《]{0,12})(?=《)/;

/**
 * The titles of the instruments that a sentence reports as signed, concluded or, for declarations, adopted.
 *
 * @example 双方签署了《某某合作备忘录》 // 某某合作备忘录, MEMORANDUM
 */
export function listTitles(text: string, { start, end }: Span): TitleMention[] {
  const found = readBeforeCeremony(text, { start, end });
  let at = concludingVerbs.findNext(text, start, end);
  for (; at < end; at = concludingVerbs.findNext(text, at + 1, end)) {
    const verb = concludingVerbs.findAt(text, at, end);
    if (!verb?.value || notSigned.test(text.slice(Math.max(start, at - 4), at))) continue;
    const from = verb.end;
    const signed = verb.value === 'SIGN';
    const gap = BEFORE_BRACKET.exec(text.slice(from, from + 24))?.[0].length;
    const titles =
      gap === undefined ? readPlain(text, from, end, at) : readBracketed(text, from + gap, end, at);
    found.push(
      ...titles.filter(
        ({ kind, title }) => signed || (kind === 'DECLARATION' && /联合|共同|宣言/.test(title)),
      ),
    );
  }
  return found;
}
