import type { Span } from '../../documents/model/source-document.ts';
import { roleWords } from '../lexicon/role-words.ts';
import { readHanName } from '../names/han-names.ts';
import { readAmid, readListed } from '../names/holder-names.ts';
import { isDoubtful, type KnownNames } from '../names/known-names.ts';
import { type NameMatch, rateEnd } from '../names/name-ends.ts';
import { readTranscribedName } from '../names/transcribed-names.ts';
import type { Passage } from '../passage/passage.ts';
import { CharacterSet } from '../terms/character-set.ts';
import { Trie } from '../terms/trie.ts';
import type { NameSpan } from './names-behind-offices.ts';

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

/** Who wrote, took or checked the page is no person of the article. To extend: add the word. */
const BYLINE =
  /(?:记者|通讯员|实习生|特派员|编辑|责编|校对|审核|审校|一审|二审|三审|终审|摄影|供稿|撰文|作者|监制|统筹|[文图摄][/：:])[：:\s]{0,2}$/;

/** Words for where somebody is or goes: what follows is a place. */
const TOWARDS = new CharacterSet('在赴到于抵从至');

/** Last characters of what `BYLINE` finds. */
const BYLINE_ENDS = new CharacterSet('者员生辑编对核校审影稿文制筹/：: \t\n\r\u3000');

/** Whether a name may stand at an offset: no place, nothing behind a word for where somebody goes, no byline. */
function mayStand({ text, areas }: Passage, at: number, limit: number): boolean {
  if (TOWARDS.hasAt(text, at - 1) || areas.readAt(at, limit)) return false;
  return !BYLINE_ENDS.hasAt(text, at - 1) || !BYLINE.test(text.slice(Math.max(0, at - 8), at));
}

/** 我厅|某某副厅长: of the body whose page it is. */
const OWN_BODIES = new Trie<true>([...'厅局委院部办省市县区校'].map((word) => [`我${word}`, true] as const));

/** Whether a name may begin at an offset at which no clause does. */
const isFurther = ({ text, nameStarts }: Passage, at: number, known: KnownNames) =>
  !nameStarts.isOpening(at) && known.mayBeginAt(text, at);

/**
 * The places of a sentence where a name may begin, in the order of the text: where the sentence does, behind a mark, a
 * word that ends names, 我厅, or a `taken` span.
 */
function listOpenings(
  passage: Passage,
  sentence: Span,
  taken: readonly Span[],
  known: KnownNames,
): readonly number[] {
  const { text, nameStarts } = passage;
  const { start, end } = sentence;
  const openings: number[] = [];
  for (let at = nameStarts.findOpening(start, end); at < end; at = nameStarts.findOpening(at + 1, end))
    if (known.mayBeginAt(text, at)) openings.push(at);
  const { length } = openings;
  for (const { end: at } of taken) if (at < end && isFurther(passage, at, known)) openings.push(at);
  for (
    let own = OWN_BODIES.findNext(text, start, end);
    own < end;
    own = OWN_BODIES.findNext(text, own + 1, end)
  )
    if (own + 2 < end && isFurther(passage, own + 2, known)) openings.push(own + 2);
  return openings.length > length ? openings.sort((a, b) => a - b) : openings;
}

const NOBODY: readonly NameMatch[] = [];
const LINKS = new CharacterSet('、和');

/** A name in a list that no surname shows; `amid` where several names stand before it. */
const readFurther = (text: string, start: number, limit: number, amid: boolean) =>
  readTranscribedName(text, start, limit) ??
  readListed(text, start, limit) ??
  (amid ? readAmid(text, start, limit) : null);

/** Reads the lists of names of one sentence (张三、李四): a name in the midst of one is read once, wherever a list may begin. */
class ListReader {
  private readonly text: string;
  private readonly limit: number;
  private readonly known: KnownNames;
  /** What was read in the midst of a list, made for the first: Han names by where they begin, null where none does … */
  private han: Map<number, NameMatch | null> | null = null;
  /** … and what else is read as a name behind few others and amid several. */
  private others: Record<'few' | 'amid', Map<number, NameMatch | null>> | null = null;

  constructor(text: string, limit: number, known: KnownNames) {
    this.text = text;
    this.limit = limit;
    this.known = known;
  }

  /** The names of the list that begins at `start`; empty where none does. */
  read(start: number): readonly NameMatch[] {
    const first = this.readHan(start);
    if (!first) return NOBODY;
    const names = [first];
    for (let last = first; LINKS.hasAt(this.text, last.end) && last.end + 1 < this.limit; ) {
      const next = this.readNext(last.end + 1) ?? this.readOther(last.end + 1, names.length > 3);
      if (!next) break;
      names.push(next);
      last = next;
    }
    return names;
  }

  private readHan(start: number): NameMatch | null {
    const known = this.han?.get(start);
    return known !== undefined ? known : readHanName(this.text, start, this.limit, this.known);
  }

  private readNext(start: number): NameMatch | null {
    const name = this.readHan(start);
    this.han ??= new Map();
    this.han.set(start, name);
    return name;
  }

  private readOther(start: number, amid: boolean): NameMatch | null {
    this.others ??= { few: new Map(), amid: new Map() };
    const others = amid ? this.others.amid : this.others.few;
    const known = others.get(start);
    if (known !== undefined) return known;
    const name = readFurther(this.text, start, this.limit, amid);
    others.set(start, name);
    return name;
  }
}

/** Names that the document gives elsewhere, run together without a mark (甲某某乙某某等出席), or one such name alone. */
function readRun(text: string, start: number, limit: number, known: KnownNames): readonly NameMatch[] {
  let end = known.findEnd(text, start, limit);
  if (end === null) return NOBODY;
  const names: NameMatch[] = [];
  for (let at = start; end !== null; end = known.findEnd(text, at, limit)) {
    names.push({ start: at, end, name: text.slice(at, end), certainty: 3 });
    at = end;
  }
  const last = names.at(-1)?.end ?? limit;
  return names.length > 1 || rateEnd(text, last, limit) >= 1 ? names : NOBODY;
}

function readNames({ text, limit, known }: NameSpan, start: number, lists: ListReader): readonly NameMatch[] {
  const run = readRun(text, start, limit, known);
  const list = lists.read(start);
  return (list.at(-1)?.end ?? 0) >= (run.at(-1)?.end ?? 1) ? list : run;
}

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

/** Whether a part of a text overlaps with one of several. */
const overlapsAny = ({ start, end }: Span, spans: readonly Span[]) =>
  spans.some((span) => span.start < end && start < span.end);

/**
 * Names without an office: a name or list of names where a clause begins and a deed follows (王某主持会议),
 * and names that `known` holds. `taken` spans are left out.
 */
export function listUntitledNames(
  passage: Passage,
  sentence: Span,
  taken: readonly Span[],
  known: KnownNames,
): readonly NameMatch[] {
  const openings = listOpenings(passage, sentence, taken, known);
  if (openings.length === 0) return NOBODY;
  const { text } = passage;
  const { end: limit } = sentence;
  const found: NameMatch[] = [];
  const span = { text, limit, known };
  const lists = new ListReader(text, limit, known);
  let from = sentence.start;
  for (const at of openings) {
    if (at < from || !mayStand(passage, at, limit)) continue;
    if (overlapsAny({ start: at, end: at + 1 }, taken)) continue;
    const names = readNames(span, at, lists);
    const last = names.at(-1);
    if (!last || !isPerson(text, names, limit, known)) continue;
    for (const name of names) if (!overlapsAny(name, taken)) found.push(name);
    from = last.end;
  }
  return found;
}
