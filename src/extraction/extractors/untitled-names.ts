import type { Span } from '../../documents/source-document.ts';
import { roleWords } from '../lexicon/role-words.ts';
import { weakSurnames } from '../lexicon/surnames.ts';
import { Trie } from '../trie.ts';
import { readHanName } from './han-names.ts';
import { readListed } from './holder-names.ts';
import type { KnownNames } from './known-names.ts';
import { type NameMatch, rateEnd } from './name-ends.ts';
import type { Passage } from './passage.ts';
import { readTranscribedName } from './transcribed-names.ts';

/** What only a person does at once behind a name: marks a name without an office. To extend: add the word. */
const DEEDS = new Trie<true>(
  (
    '主持 出席 陪同 参加 列席 致辞 讲话 发言 作报告 作汇报 作总结 作动员 指出 强调 表示 会见 主持会议 主持召开 率队 带队 围绕 宣读 作主旨 作典型 作交流 ' +
    '分别 等出席 等参加 等陪同 等领导 等同志 同志 一同 一起 介绍 汇报 说 先后 首先 代表 受 前往 来到 主讲 传达 通报 应邀 参加了 出席了 作了 深入 充分肯定 调研 听取 ' +
    '总书记 委员长 副委员长 总理 副总理 主席 副主席 院长 厅长 局长 部长 书记 省长 市长 县长 区长 主任 校长 董事长 院士 教授 会长 秘书长 行长 副厅长 副局长 副部长 副省长 副市长 副县长 副区长 副主任 副院长 副书记 巡视员 总工程师'
  )
    .split(' ')
    .map((word) => [word, true] as const),
);

/** 张三、李四等省委常委出席: what a list of persons does, with what they are before it. */
const LISTED_DEED = /^等?[^，。；、]{0,12}(?:出席|参加|列席|陪同)/;

/** Two-character words that end so name sides, teams and bodies. */
const NO_PERSON = /[方国队组团会社院部局省市县委台网厂馆所处厅办站店岛湾港战军区队线]$/;

/** Who wrote, took or checked the page is no person of the article. To extend: add the word. */
const BYLINE =
  /(?:记者|通讯员|实习生|特派员|编辑|责编|校对|审核|审校|一审|二审|三审|终审|摄影|供稿|撰文|作者|监制|统筹|[文图摄][/：:])[：:\s]{0,2}$/;

const MARK = /[，。；：:,;！？!?、（(“”\s]/;
const SEPARATORS = new Uint8Array(0x10000).map((_, unit) => Number(MARK.test(String.fromCharCode(unit))));

/** Words for where somebody is or goes: what follows is a place. */
const TOWARDS = new Set('在赴到于抵从至');

/** 我厅|某某副厅长: of the body whose page it is. */
const OWN_BODY = /^我[厅局委院部办省市县区校]$/;

/** Whether a name may begin at `at`: where the sentence does, behind a mark, a word that ends names, or a `taken` span. */
function canBegin(passage: Passage, at: number, sentence: Span, taken: readonly Span[]): boolean {
  const { text, areas } = passage;
  const marked =
    at <= sentence.start ||
    OWN_BODY.test(text.slice(Math.max(0, at - 2), at)) ||
    SEPARATORS[text.charCodeAt(at - 1)] === 1;
  if (!marked && passage.runAt(sentence, at) === 'NONE' && !taken.some(({ end }) => end === at)) return false;
  if (TOWARDS.has(text[at - 1] ?? '') || areas.readAt(at, sentence.end)) return false;
  return !BYLINE.test(text.slice(Math.max(0, at - 8), at));
}

/** The names of a list (张三、李四) that begins at `start`; empty where none does. */
function readList(text: string, start: number, limit: number, known: KnownNames): NameMatch[] {
  const names: NameMatch[] = [];
  for (let at = start; at < limit; ) {
    const name =
      readHanName(text, at, limit, known) ??
      (names.length > 0
        ? (readTranscribedName(text, at, limit) ?? readListed(text, at, { limit, amid: names.length > 3 }))
        : null);
    if (!name) break;
    names.push(name);
    if (!/[、和]/.test(text[name.end] ?? '')) break;
    at = name.end + 1;
  }
  return names;
}

/** Names that the document gives elsewhere, run together without a mark (甲某某乙某某等出席), or one such name alone. */
function readRun(text: string, start: number, limit: number, known: KnownNames): NameMatch[] {
  const names: NameMatch[] = [];
  for (let at = start; at < limit; ) {
    const end = known.findEnd(text, at, limit);
    if (end === null) break;
    names.push({ start: at, end, name: text.slice(at, end), certainty: 3 });
    at = end;
  }
  const last = names.at(-1);
  const closed = last !== undefined && (names.length > 1 || rateEnd(text, last.end, limit) >= 1);
  return closed ? names : [];
}

function readNames(text: string, start: number, limit: number, known: KnownNames): NameMatch[] {
  const run = readRun(text, start, limit, known);
  const list = readList(text, start, limit, known);
  return (list.at(-1)?.end ?? 0) >= (run.at(-1)?.end ?? 1) ? list : run;
}

const isDoubtful = (name: string) =>
  weakSurnames.has(name[0] ?? '') || (name.length === 2 && NO_PERSON.test(name));

function isPerson(text: string, names: readonly NameMatch[], limit: number, known: KnownNames): boolean {
  const last = names.at(-1);
  if (!last) return false;
  if (names.some(({ name }) => !known.has(name) && isDoubtful(name))) return false;
  if (names.every(({ name }) => known.has(known.complete(name)))) return true;
  if (names.length > 1 && LISTED_DEED.test(text.slice(last.end, Math.min(limit, last.end + 24)))) return true;
  const open = text[last.end] === '等' || text[last.end] === '，' ? last.end + 1 : last.end;
  const deed =
    DEEDS.findAt(text, last.end, limit) ?? (names.length > 1 ? DEEDS.findAt(text, open, limit) : null);
  return deed !== null && roleWords.findAt(text, last.end, limit)?.value !== null;
}

/**
 * Names without an office: a name or list of names where a clause begins and a deed follows (王某主持会议),
 * and names that `known` holds. `taken` spans are left out.
 */
export function listUntitledNames(
  passage: Passage,
  sentence: Span,
  taken: readonly Span[],
  known: KnownNames,
): NameMatch[] {
  const { text } = passage;
  const found: NameMatch[] = [];
  for (let at = sentence.start; at < sentence.end; ) {
    if (!known.mayBeginAt(text, at) || !canBegin(passage, at, sentence, taken)) {
      at++;
      continue;
    }
    const owner = taken.find((span) => span.start <= at && at < span.end);
    const names = owner ? [] : readNames(text, at, sentence.end, known);
    const valid = names.length > 0 && isPerson(text, names, sentence.end, known);
    if (valid)
      found.push(
        ...names.filter((name) => !taken.some((span) => span.start < name.end && name.start < span.end)),
      );
    at = owner?.end ?? (valid ? (names.at(-1)?.end ?? at) : at) + (valid ? 0 : 1);
  }
  return found;
}
