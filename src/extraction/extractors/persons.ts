import type { Span } from '../../documents/source-document.ts';
import { isPunctuation } from '../lexicon/name-words.ts';
import { createMention, type OrganisationMention } from './organisation-mention.ts';
import type { Passage } from './passage.ts';
import { type NameMatch, readForeignName, readHanName, readTranscribedName } from './person-names.ts';
import type { Post } from './post.ts';
import type { PostContext } from './post-context.ts';
import { listPostGroups, type PostGroup } from './post-groups.ts';
import { listPostTokens, type PostToken } from './post-tokens.ts';
import { resolvePosts } from './posts.ts';
import { ShortForms } from './short-forms.ts';
import { listUntitledNames } from './untitled-names.ts';

/** A person whom the text names at a place. `start` and `end` enclose the name alone. */
export interface PersonMention extends Span {
  readonly name: string;
  /** The offices that the text gives the person here, each with its own span. */
  readonly posts: readonly Post[];
}

const isForeignPost = (post: Post | undefined) => {
  const area = post?.area ?? post?.organisation?.area;
  return area?.level === 'COUNTRY' && area.code !== '100000';
};

/** Bodies of many nations, whose officers bear foreign names. */
const isInternational = (post: Post | undefined) =>
  /^(?:联合国|欧|非盟|阿盟|东盟|世界|国际|海合会|上海合作组织|北约|亚|金砖|新开发)/.test(
    post?.organisation?.name ?? '',
  );

/**
 * Offices that stand behind the name by custom (李某某副委员长), each complete by itself. To extend: role and body.
 */
const APPOSITIONS: Readonly<Record<string, string>> = {
  总书记: '中共中央',
  委员长: '全国人大常委会',
  副委员长: '全国人大常委会',
  国务委员: '',
  主席: '国家',
  国家主席: '',
};

function readApposition({ role, roleStart, end }: PostToken): Post[] {
  const body = APPOSITIONS[role];
  if (body === undefined) return [];
  const title = body + role;
  const isOrganisation = body !== '' && body !== '国家';
  const organisation = isOrganisation
    ? createMention({ start: roleStart, end }, body, body === '国务院' ? 'GOVERNMENT' : 'PARTY')
    : null;
  return [{ start: roleStart, end, role: isOrganisation ? role : title, title, organisation, area: null }];
}

/** Reads the persons of one sentence. */
class PersonReader {
  readonly #context: PostContext;
  readonly #sentence: Span;
  readonly #known: ReadonlySet<string>;
  readonly #mentions: PersonMention[] = [];

  constructor(context: PostContext, sentence: Span, known: ReadonlySet<string>) {
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
      this.#add(name, behind ? this.#readApposition(behind, name, organisations) : []);
    }
    return this.#mentions.sort((a, b) => a.start - b.start);
  }

  /** An office behind the name: complete by custom, of the body before the name, or of the page's. */
  #readApposition(token: PostToken, name: NameMatch, organisations: readonly OrganisationMention[]): Post[] {
    const byCustom = readApposition(token);
    if (byCustom.length > 0 || /^(?:副?总理|副?主席)$/.test(token.role)) return byCustom;
    const organisation = organisations.find(({ end }) => end === name.start) ?? null;
    const bare = { ...token, start: token.roleStart, run: '', place: null, organisation };
    return resolvePosts({ start: bare.start, end: bare.end, tokens: [bare] }, this.#context);
  }

  #add(match: NameMatch, posts: readonly Post[]): void {
    this.#mentions.push({ start: match.start, end: match.end, name: match.name, posts });
  }

  #readHolders(group: PostGroup, starts: ReadonlySet<number>): void {
    const posts = resolvePosts(group, this.#context);
    let name = this.#readName(group.end, posts.at(-1));
    while (name) {
      this.#add(name, posts);
      const separator = this.#context.passage.text[name.end] ?? '';
      if (!/[、和]/.test(separator) || starts.has(name.end + 1) || isForeignPost(posts[0])) return;
      const { text } = this.#context.passage;
      const next =
        readTranscribedName(text, name.end + 1, this.#sentence.end) ??
        readHanName(text, name.end + 1, this.#sentence.end, this.#known);
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
    if (isForeignPost(post)) return this.#cutKnown(readForeignName(text, start, limit));
    const name = readTranscribedName(text, start, limit) ?? readHanName(text, start, limit, this.#known);
    if (name) return name.certainty >= 1 || this.#known.has(name.name) ? name : null;
    return isInternational(post) ? readForeignName(text, start, limit) : null;
  }
}

/** The offices of a sentence, read once for both readings of its names. */
interface SentenceOffices {
  readonly sentence: Span;
  readonly organisations: readonly OrganisationMention[];
  readonly tokens: readonly PostToken[];
  readonly groups: readonly PostGroup[];
}

function listOffices({ passage, organisations }: PostContext): SentenceOffices[] {
  let next = 0;
  return passage.sentences.map((sentence) => {
    const inside: OrganisationMention[] = [];
    for (; (organisations[next]?.start ?? Number.POSITIVE_INFINITY) < sentence.end; next++) {
      const mention = organisations[next];
      if (mention && mention.start >= sentence.start) inside.push(mention);
    }
    const tokens = listPostTokens(passage, sentence, inside);
    return { sentence, organisations: inside, tokens, groups: listPostGroups(passage.text, tokens) };
  });
}

/**
 * Every person whom a passage names with an office or in a place where only a person stands, in the order
 * of the text. It is read twice: names that the first reading is sure of settle doubts in the second.
 *
 * @example 上海市委副书记、市长张三主持会议 // 张三: 上海市委副书记, 上海市市长
 */
export function listPersons(
  passage: Passage,
  organisations: readonly OrganisationMention[],
): PersonMention[] {
  const context = { passage, organisations, shortForms: new ShortForms(organisations) };
  const offices = listOffices(context);
  const read = (known: ReadonlySet<string>) =>
    offices.flatMap((office) => new PersonReader(context, office.sentence, known).read(office));
  return read(new Set(read(new Set()).map(({ name }) => name)));
}
