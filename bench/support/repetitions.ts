import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDocument } from '../../src/documents/parse-document.ts';
import { listAreas } from '../../src/extraction/lexicon/areas.ts';
import { type Clause, createClauses } from './clauses.ts';
import { createRandom, pick } from './random.ts';

/** A page that says something over and over. */
export interface Repetition {
  /** What is repeated. */
  readonly name: string;
  /** The page of so many characters; `html` where its lines are paragraphs of HTML. */
  readonly create: (length: number) => { readonly text: string; readonly html: boolean };
}

const SOURCE = fileURLToPath(new URL('../../src/', import.meta.url));
const SEED = fileURLToPath(new URL('../../seed/documents/', import.meta.url));
const STAGES = ['documents', 'extraction', 'resolution', 'search'];

/** What stands beside a word in turn. */
const PARTNERS: readonly (readonly [before: string, behind: string])[] = [
  ['', ''],
  ['', '。'],
  ['', '，'],
  ['', '、'],
  ['', '\n'],
  ['', '；'],
  ['“', ''],
  ['《', ''],
  ['（', '）'],
  ['', '和'],
  ['与', ''],
  ['在', '召开'],
  ['签署', '协议。'],
  ['签署《', '》，'],
  ['', '会议'],
  ['出席', '并讲话。'],
  ['', '张三、'],
  ['江苏省', '局长'],
  ['主任', '，'],
  ['会见', '总统'],
  ['第一次', '于3日'],
  ['2023年', '：'],
];

/** The share of words that are repeated with a partner, too; other seeds choose others. */
const JOINED = 1 / 3;

/** Marks, digits, letters and characters beyond the plane, each repeated alone. */
const CHARACTERS = [
  ...'，。、；：？！“”‘’《》〈〉（）()[]【】「」『』—－-–…·•.,;:?!\'"/\\|#*_~`<>&%$@^+= \t\n0一a1Z９ａ。\u3000\u00a0\u200b\ufeff𠮷😀〇',
];

/** A page of what a function makes of each number; `html` where each line is a paragraph. */
function repeat(name: string, unit: (number: number) => string, html = false): Repetition {
  const create = (length: number) => {
    let text = '';
    for (let number = 0; text.length < length; number++) text += unit(number);
    return { text: text.slice(0, length), html };
  };
  return { name, create };
}

/** All runs of Chinese characters in the source of the stages: their lexicons, what their expressions look for, and examples. */
function listWords(): string[] {
  const words = new Set<string>();
  for (const stage of STAGES)
    for (const entry of readdirSync(join(SOURCE, stage), { recursive: true, withFileTypes: true }))
      if (entry.isFile() && entry.name.endsWith('.ts'))
        for (const [word] of readFileSync(join(entry.parentPath, entry.name), 'utf8').matchAll(
          /[\u4e00-\u9fff]+/g,
        ))
          words.add(word);
  return [...words];
}

/** The sentences of the seed pages and their clauses. */
function listPassages(): string[] {
  const passages = new Set<string>();
  for (const name of readdirSync(SEED))
    for (const { text } of parseDocument(readFileSync(join(SEED, name)), name).articles)
      for (const [sentence] of text.matchAll(/[^。！？；\n]+[。！？；]?/g)) {
        passages.add(sentence);
        for (const clause of sentence.split('，')) passages.add(`${clause}，`);
      }
  return [...passages].filter((passage) => passage.length > 3);
}

const ofClause = ({ name, create }: Clause, html: boolean) => repeat(name, create, html);

/**
 * What to look at: single characters; every word alone, and a third of them with a partner; the sentences and clauses of the seed pages; clauses
 * of persons, bodies, places, meetings and instruments, the same and ever different. `seed` chooses partners, places and clauses.
 */
export function listRepetitions(seed: number): Repetition[] {
  const random = createRandom(seed);
  const areas = pick(listAreas(), 200, random).map(({ name }) => name);
  const partner = () => PARTNERS[Math.floor(random() * PARTNERS.length)] ?? ['', ''];
  const words = [...new Set([...listWords(), ...areas])].flatMap((word, i) => {
    const alone = repeat(JSON.stringify(word), () => word);
    if (random() > JOINED) return [alone];
    const [before, behind] = partner();
    const joined = `${before}${word}${behind}`;
    return [alone, repeat(JSON.stringify(joined), () => joined, i % 2 === 0)];
  });
  return [
    ...CHARACTERS.map((character) => repeat(JSON.stringify(character), () => character)),
    ...createClauses(random).map((clause, i) => ofClause(clause, i % 3 === 0)),
    ...listPassages().map((passage) => repeat(JSON.stringify(passage), () => passage)),
    ...words,
  ];
}
