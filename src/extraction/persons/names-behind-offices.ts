import { isPunctuationAt } from '../lexicon/name-words.ts';
import { readHanName } from '../names/han-names.ts';
import { readAmid, readHolder, readListed } from '../names/holder-names.ts';
import type { KnownNames } from '../names/known-names.ts';
import type { NameMatch } from '../names/name-ends.ts';
import { readForeignName, readTranscribedName } from '../names/transcribed-names.ts';
import { isForeign, type Post } from '../offices/post.ts';

/** Roles behind which words stand as often as names. To extend: add the role. */
const UNSURE = new Set(
  '代表 委员 成员 常委 理事 顾问 主席 总理 总统 理事长 首席 主任委员 总书记 负责人 专家'.split(' '),
);

/** Whether an office is another state's. */
export const isForeignPost = (post: Post | undefined) =>
  isForeign(post?.area ?? post?.organisation?.area ?? null);

/** Bodies of many nations, whose officers bear foreign names. */
const isInternational = (post: Post | undefined) =>
  /^(?:联合国|欧|非盟|阿盟|东盟|世界|国际|海合会|上海合作组织|北约|亚|金砖|新开发)/.test(
    post?.organisation?.name ?? '',
  );

/** Two names run together in a headline are two where the text gives each elsewhere. */
function cutKnown(match: NameMatch | null, known: KnownNames): NameMatch | null {
  for (let length = 2; match && length < match.name.length - 1; length++) {
    const name = match.name.slice(0, length);
    if (known.has(name) && known.has(match.name.slice(length)))
      return { ...match, end: match.start + length, name };
  }
  return match;
}

/** A stretch of a text in which names are read, and those that are known from the rest of it. */
export interface NameSpan {
  readonly text: string;
  readonly limit: number;
  readonly known: KnownNames;
}

/** Reads the name that stands at `start` behind an office; null where none does. */
export function readNameBehind(
  { text, limit, known }: NameSpan,
  start: number,
  post: Post | undefined,
): NameMatch | null {
  if (isPunctuationAt(text, start)) return null;
  const foreign = isForeignPost(post) ? cutKnown(readForeignName(text, start, limit), known) : null;
  if (foreign) return foreign;
  const name = readTranscribedName(text, start, limit) ?? readHanName(text, start, limit, known);
  if (name) return name.certainty >= 1 || known.has(name.name) ? name : null;
  if (isInternational(post)) return readForeignName(text, start, limit);
  return post && !UNSURE.has(post.role) ? readHolder(text, start, limit) : null;
}

/** Reads a further name of a list behind an office, `amid` others where several stand before it; null where the list ends. */
export function readNextName(
  { text, limit, known }: NameSpan,
  start: number,
  amid: boolean,
): NameMatch | null {
  const next =
    readTranscribedName(text, start, limit) ??
    readHanName(text, start, limit, known) ??
    readListed(text, start, limit) ??
    (amid ? readAmid(text, start, limit) : null);
  return next && next.certainty >= 1.5 ? next : null;
}
