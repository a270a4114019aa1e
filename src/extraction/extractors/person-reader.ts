import type { Span } from '../../documents/source-document.ts';
import { isPunctuation } from '../lexicon/name-words.ts';
import { readAppointee } from './appointments.ts';
import { readApposition } from './appositions.ts';
import { readHanName } from './han-names.ts';
import { readHolder, readListed } from './holder-names.ts';
import type { KnownNames } from './known-names.ts';
import type { NameMatch } from './name-ends.ts';
import type { PersonMention } from './person-mention.ts';
import type { Post } from './post.ts';
import type { PostContext } from './post-context.ts';
import type { PostGroup } from './post-groups.ts';
import { resolvePosts } from './posts.ts';
import type { SentenceOffices } from './sentence-offices.ts';
import { readForeignName, readTranscribedName } from './transcribed-names.ts';
import { listUntitledNames } from './untitled-names.ts';

/** Heads of state and government whose office news puts behind the name. */
const HEADS = /^(?:总统|总理|首相|国王|议长|外长)$/;

/** Who reports on an event takes no part in it. */
const REPORTER = /记者$/;

/** Roles behind which words stand as often as names. To extend: add the role. */
const UNSURE = new Set(
  '代表 委员 成员 常委 理事 顾问 主席 总理 总统 理事长 首席 主任委员 总书记 负责人 专家'.split(' '),
);

const isForeignPost = (post: Post | undefined) => {
  const area = post?.area ?? post?.organisation?.area;
  return area?.level === 'COUNTRY' && area.code !== '100000';
};

/** Bodies of many nations, whose officers bear foreign names. */
const isInternational = (post: Post | undefined) =>
  /^(?:联合国|欧|非盟|阿盟|东盟|世界|国际|海合会|上海合作组织|北约|亚|金砖|新开发)/.test(
    post?.organisation?.name ?? '',
  );

type MentionParts = Partial<Pick<PersonMention, 'posts' | 'phraseStart'>> & Pick<PersonMention, 'rule'>;

const toMention = ({ start, end, name }: NameMatch, more: MentionParts): PersonMention => ({
  start,
  end,
  name,
  phraseStart: start,
  posts: [],
  ...more,
});

/** Reads the persons of one sentence. */
export class PersonReader {
  readonly #context: PostContext;
  readonly #sentence: Span;
  readonly #known: KnownNames;
  readonly #mentions: PersonMention[] = [];

  constructor(context: PostContext, sentence: Span, known: KnownNames) {
    this.#context = context;
    this.#sentence = sentence;
    this.#known = known;
  }

  read({ organisations, tokens, groups }: SentenceOffices): PersonMention[] {
    const { passage } = this.#context;
    const starts = new Set(groups.map((group) => group.start));
    for (const group of groups) this.#readHolders(group, starts);
    const offices = tokens.map(({ start, roleStart, end, run }) => ({ start: run ? roleStart : start, end }));
    const taken = [...this.#mentions, ...organisations, ...offices];
    for (const name of listUntitledNames(passage, this.#sentence, taken, this.#known)) {
      const behind = tokens.find((token) => token.roleStart === name.end);
      const posts = behind ? readApposition(behind, name, organisations, this.#context) : [];
      this.#add(name, { posts, rule: 'name where only a person stands, or that the page gives elsewhere' });
    }
    return this.#mentions.sort((a, b) => a.start - b.start);
  }

  #add(match: NameMatch, more: MentionParts): void {
    this.#mentions.push(toMention(match, more));
  }

  /** A name that stands before its office: 普京|总统, 任命张三为|副市长. */
  #readSingle(group: PostGroup, posts: readonly Post[]): PersonMention | null {
    const head = this.#readForeignHead(group);
    if (head) return toMention(head, { rule: 'foreign name before the office of a head of state' });
    const appointee = readAppointee(this.#context.passage, group, this.#sentence.start);
    return appointee && toMention(appointee, { posts, rule: 'name before an office that is given or taken' });
  }

  /** 普京|总统: a foreign name before the office of a head of state. */
  #readForeignHead({ tokens }: PostGroup): NameMatch | null {
    const [token] = tokens;
    if (!token || tokens.length > 1 || token.place || !HEADS.test(token.role)) return null;
    const name = readForeignName(token.run, 0, token.run.length);
    const start = token.roleStart - token.run.length;
    return name && name.end === token.run.length ? { ...name, start, end: token.roleStart } : null;
  }

  /** The last office of the person whose name ends just before a bare role: 副部长张三、|秘书长. */
  #findNeighbour({ start, tokens }: PostGroup): Post | null {
    const before = this.#mentions.at(-1);
    const bare = !tokens[0]?.organisation && !tokens[0]?.place;
    const { text } = this.#context.passage;
    if (!before || !bare || !/[、，和；]/.test(text[start - 1] ?? '')) return null;
    const chief = this.#findChief(tokens[0]?.role ?? '');
    if (chief) return chief;
    const direct = before.end === start - 1 ? before.posts.at(-1) : undefined;
    return direct ?? this.#findSame(tokens[0]?.role ?? '');
  }

  /** 副主席张三主持，|副主席: another of the same office. */
  #findSame(role: string): Post | null {
    const posts = this.#mentions.flatMap((mention) => mention.posts);
    return posts.findLast((post) => role.startsWith('副') && post.role === role && post.organisation) ?? null;
  }

  /** 主任张三主持会议，|副主任: the office of the chief in the same sentence. */
  #findChief(role: string): Post | null {
    if (!role.startsWith('副')) return null;
    const posts = this.#mentions.flatMap((mention) => mention.posts);
    return posts.findLast((post) => post.role === role.slice(1) && post.organisation) ?? null;
  }

  #readHolders(group: PostGroup, starts: ReadonlySet<number>): void {
    if (REPORTER.test(group.tokens.at(-1)?.role ?? '')) return;
    const posts = resolvePosts(group, this.#context, this.#findNeighbour(group));
    const single = this.#readSingle(group, posts);
    if (single) {
      this.#mentions.push(single);
      return;
    }
    let name = this.#readName(group.end, posts.at(-1));
    for (let count = 1; name; count++) {
      const isFirst = name.start === group.end;
      const rule = isFirst ? 'name behind an office' : 'name in a list behind an office';
      this.#add(name, { posts, rule, phraseStart: isFirst ? group.start : name.start });
      const separator = this.#context.passage.text[name.end] ?? '';
      if (!/[、和]/.test(separator) || starts.has(name.end + 1) || isForeignPost(posts[0])) return;
      const { text } = this.#context.passage;
      const next =
        readTranscribedName(text, name.end + 1, this.#sentence.end) ??
        readHanName(text, name.end + 1, this.#sentence.end, this.#known) ??
        readListed(text, name.end + 1, { limit: this.#sentence.end, amid: count > 2 });
      name = next && next.certainty >= 1.5 ? next : null;
    }
  }

  /** Two names run together in a headline are two where the text gives each elsewhere. */
  #cutKnown(match: NameMatch | null): NameMatch | null {
    for (let length = 2; match && length < match.name.length - 1; length++) {
      const name = match.name.slice(0, length);
      if (this.#known.has(name) && this.#known.has(match.name.slice(length)))
        return { ...match, end: match.start + length, name };
    }
    return match;
  }

  #readName(start: number, post: Post | undefined): NameMatch | null {
    const { text } = this.#context.passage;
    const { end: limit } = this.#sentence;
    if (isPunctuation(text[start])) return null;
    const foreign = isForeignPost(post) ? this.#cutKnown(readForeignName(text, start, limit)) : null;
    if (foreign) return foreign;
    const name = readTranscribedName(text, start, limit) ?? readHanName(text, start, limit, this.#known);
    if (name) return name.certainty >= 1 || this.#known.has(name.name) ? name : null;
    if (isInternational(post)) return readForeignName(text, start, limit);
    return post && !UNSURE.has(post.role) ? readHolder(text, start, limit) : null;
  }
}
