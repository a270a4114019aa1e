import type { MeetingClaim } from '../model/claim.ts';
import type { Passage } from '../passage/passage.ts';
import { Trie } from '../terms/trie.ts';
import type { Sentence } from '../text/sentences.ts';
import { findFirst } from '../text/spans.ts';

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
  const formats = getFormats(passage, first, near);
  // What runs from the text into the name is no longer than this.
  const joint = formats.end + name;
  if (formats.hybrid || HYBRID.test(joint)) return 'HYBRID';
  return formats.video || VIDEO.test(joint) ? 'VIDEO' : null;
}

/** What the sentences from a report on tell, and how they end. */
interface Formats {
  readonly hybrid: boolean;
  readonly video: boolean;
  readonly end: string;
}

/** Longer than what `HYBRID` finds. */
const LONGEST = 50;
const FORMATS = new WeakMap<Sentence, Formats>();

/** What the sentences from one on tell, read once for all meetings that it reports first. */
function getFormats({ text }: Passage, first: Sentence, near: readonly Sentence[]): Formats {
  const known = FORMATS.get(first);
  if (known) return known;
  const told = near.map((sentence) => text.slice(sentence.start, sentence.end)).join('');
  const formats = { hybrid: HYBRID.test(told), video: VIDEO.test(told), end: told.slice(-LONGEST) };
  FORMATS.set(first, formats);
  return formats;
}
