import type { Span } from '../../documents/model/source-document.ts';
import type { KnownNames } from '../names/known-names.ts';
import type { NameMatch } from '../names/name-ends.ts';
import { readForeignName } from '../names/transcribed-names.ts';
import type { GroupPosts } from '../offices/group-posts.ts';
import type { Post } from '../offices/post.ts';
import type { PostContext } from '../offices/post-context.ts';
import type { PostGroup } from '../offices/post-groups.ts';
import type { SentenceOffices } from '../offices/sentence-offices.ts';
import { CharacterSet } from '../terms/character-set.ts';
import { sortByStart } from '../text/spans.ts';
import { readAppointee } from './appointments.ts';
import { readApposition } from './appositions.ts';
import { isForeignPost, type NameSpan, readNameBehind, readNextName } from './names-behind-offices.ts';
import type { PersonMention } from './person-mention.ts';
import { listUntitledNames } from './untitled-names.ts';

/** Heads of state and government whose office news puts behind the name. */
const HEADS = new Set('总统 总理 首相 国王 议长 外长'.split(' '));

/** Who reports on an event takes no part in it. */
const REPORTER = '记者';

/** What may stand between a holder of an office and another of the same. */
const LISTING = new CharacterSet('、和');
const NEIGHBOURING = new CharacterSet('、，和；');

const NO_POSTS: readonly Post[] = [];

/** What the names of a sentence are read with. */
export interface PersonContext extends PostContext {
  readonly known: KnownNames;
  readonly groupPosts: GroupPosts;
}

/** Reads the persons of one sentence. */
export class PersonReader {
  private readonly context: PersonContext;
  private readonly offices: SentenceOffices;
  private readonly span: NameSpan;
  private readonly mentions: PersonMention[] = [];
  private groupStarts: ReadonlySet<number> | null = null;

  constructor(context: PersonContext, offices: SentenceOffices) {
    const { passage, known } = context;
    this.context = context;
    this.offices = offices;
    this.span = { text: passage.text, limit: offices.sentence.end, known };
  }

  read(): readonly PersonMention[] {
    const { passage, known } = this.context;
    const { sentence, organisations, tokens, groups } = this.offices;
    for (const group of groups) this.readHolders(group);
    const titled = this.mentions.length;
    const names = listUntitledNames(passage, sentence, this.listTaken(), known);
    if (names.length === 0) return this.mentions;
    const byStart = new Map(tokens.toReversed().map((token) => [token.roleStart, token]));
    for (const name of names) {
      const behind = byStart.get(name.end);
      const posts = behind ? readApposition(behind, name, organisations, this.context) : NO_POSTS;
      this.add(name, posts, 'name where only a person stands, or that the page gives elsewhere');
    }
    return titled > 0 ? sortByStart(this.mentions) : this.mentions;
  }

  /** The spans of the sentence in which no further name stands. */
  private listTaken(): readonly Span[] {
    const { organisations, tokens } = this.offices;
    if (tokens.length === 0) return organisations;
    const taken: Span[] = [...this.mentions, ...organisations];
    for (const { start, roleStart, end, run } of tokens) taken.push({ start: run ? roleStart : start, end });
    return taken;
  }

  private add(match: NameMatch, posts: readonly Post[], rule: string, phraseStart = match.start): void {
    const { start, end, name } = match;
    this.mentions.push({ start, end, name, phraseStart, posts, rule });
  }

  /** Adds the name that stands before its office: 普京|总统, 任命张三为|副市长. Tells whether there is one. */
  private readSingle(group: PostGroup, posts: readonly Post[]): boolean {
    const head = this.readForeignHead(group);
    if (head) this.add(head, NO_POSTS, 'foreign name before the office of a head of state');
    if (head) return true;
    const appointee = readAppointee(this.context.passage, group, this.offices.sentence.start);
    if (appointee) this.add(appointee, posts, 'name before an office that is given or taken');
    return appointee !== null;
  }

  /** 普京|总统: a foreign name before the office of a head of state. */
  private readForeignHead({ tokens }: PostGroup): NameMatch | null {
    const [token] = tokens;
    if (!token || tokens.length > 1 || token.place || !HEADS.has(token.role)) return null;
    const name = readForeignName(token.run, 0, token.run.length);
    const start = token.roleStart - token.run.length;
    return name && name.end === token.run.length ? { ...name, start, end: token.roleStart } : null;
  }

  /** The last office of the person whose name ends just before a bare role: 副部长张三、|秘书长. */
  private findNeighbour({ start, tokens }: PostGroup): Post | null {
    const before = this.mentions.at(-1);
    const bare = !tokens[0]?.organisation && !tokens[0]?.place;
    if (!before || !bare || !NEIGHBOURING.hasAt(this.span.text, start - 1)) return null;
    const chief = this.findChief(tokens[0]?.role ?? '');
    if (chief) return chief;
    const direct = before.end === start - 1 ? before.posts.at(-1) : undefined;
    return direct ?? this.findSame(tokens[0]?.role ?? '');
  }

  /** 副主席张三主持，|副主席: another of the same office. */
  private findSame(role: string): Post | null {
    return role.startsWith('副') ? this.findHeld(role) : null;
  }

  /** 主任张三主持会议，|副主任: the office of the chief in the same sentence. */
  private findChief(role: string): Post | null {
    return role.startsWith('副') ? this.findHeld(role.slice(1)) : null;
  }

  /** The last such office of a body that the sentence tells of. */
  private findHeld(role: string): Post | null {
    for (let i = this.mentions.length - 1; i >= 0; i--) {
      const post = this.mentions[i]?.posts.findLast((held) => held.role === role && held.organisation);
      if (post) return post;
    }
    return null;
  }

  private readHolders(group: PostGroup): void {
    if (group.tokens.at(-1)?.role.endsWith(REPORTER)) return;
    const posts = this.context.groupPosts.resolve(group, this.findNeighbour(group));
    if (this.readSingle(group, posts)) return;
    let name = readNameBehind(this.span, group.end, posts.at(-1));
    for (let count = 1; name; count++) {
      const isFirst = name.start === group.end;
      const rule = isFirst ? 'name behind an office' : 'name in a list behind an office';
      this.add(name, posts, rule, isFirst ? group.start : name.start);
      if (!LISTING.hasAt(this.span.text, name.end) || isForeignPost(posts[0])) return;
      const next = name.end + 1;
      name = this.beginsGroup(next) ? null : readNextName(this.span, next, count > 2);
    }
  }

  private beginsGroup(at: number): boolean {
    this.groupStarts ??= new Set(this.offices.groups.map(({ start }) => start));
    return this.groupStarts.has(at);
  }
}
