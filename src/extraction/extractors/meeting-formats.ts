import type { MeetingClaim } from '../claim.ts';
import type { Sentence } from '../sentences.ts';
import { findFirst } from '../spans.ts';
import { Trie } from '../trie.ts';
import type { Passage } from './passage.ts';

const VIDEO = /视频连线|视频会议|视频方式|视频形式|电视电话会议|以视频|线上方式|线上形式/;
const HYBRID = /线上线下|线上[与和]线下|线上\+线下|主会场.{0,40}分会场|现场.{0,6}视频.{0,4}相结合/;
/** Each of the above holds one of these: most stretches of text hold none. */
const formatWords = new Trie<true>(
  '视频 电视电话 线上 主会场'.split(' ').map((word) => [word, true] as const),
);
/** So many sentences from the first report on tell the format of a meeting. */
const NEAR = 8;

/** The sentences from one on that lie in its paragraph or the next. */
function listNear({ sentences }: Passage, first: Sentence): readonly Sentence[] {
  const from = findFirst(sentences, first.start);
  return sentences.slice(from, from + NEAR).filter(({ paragraph }) => paragraph <= first.paragraph + 1);
}

/** How a meeting that a sentence first reports was held, as it and what follows tell; null where they do not. */
export function findFormat(passage: Passage, first: Sentence, name: string): MeetingClaim['format'] {
  const near = listNear(passage, first);
  const end = near.at(-1)?.end ?? first.end;
  const told = formatWords.findNext(passage.text, first.start, end) < end;
  if (!told && formatWords.findNext(name, 0, name.length) >= name.length) return null;
  const text = near.map((sentence) => passage.text.slice(sentence.start, sentence.end)).join('') + name;
  if (HYBRID.test(text)) return 'HYBRID';
  return VIDEO.test(text) ? 'VIDEO' : null;
}
