import type { CivilDate } from '../documents/model/source-document.ts';
import type { Claim, MeetingClaim } from '../extraction/model/claim.ts';
import { ArticleClaims } from './article-claims.ts';
import { claimsOf } from './claim-of.ts';
import type { Reference } from './reference.ts';

/** The claims of an article, and the entities that they name. */
export interface ResolvedArticle {
  readonly id: string;
  readonly claims: readonly Claim[];
  readonly publishedOn: CivilDate | null;
  /** Ids of entities by the place of their claim among the claims; what is not in it is left out with all that rests on it. */
  readonly entities: ReadonlyMap<number, string>;
  /** By id of a meeting the day that the pages about it state; without those of which none states one. */
  readonly days: ReadonlyMap<string, CivilDate>;
}

/** What tells a post of a person within an article. */
const postKey = (person: string, title: string) => `${person}\n${title}`;

/** How claims of one article call what other claims of it name, and which rows of the graph these are. */
export class ArticleReferences extends ArticleClaims {
  readonly article: ResolvedArticle;
  private readonly ids = new Map<string, string>();
  private readonly byOrdinal = new Map<number, string>();
  private readonly rejected = new Set<string>();
  /** Ids of the posts of people by `postKey`, as far as they are derived; null for those that are left out. */
  private readonly postIds = new Map<string, string | null>();
  private observed: ReadonlyMap<string, CivilDate> | null = null;

  /** @param isRejected whether a person declared the entity of this id to be wrong. */
  constructor(article: ResolvedArticle, isRejected: (id: string) => boolean) {
    super(article);
    this.article = article;
    article.claims.forEach((claim, ordinal) => {
      const id = article.entities.get(ordinal);
      if (id === undefined) return;
      const call = `${claim.kind} ${'id' in claim ? claim.id : 'name' in claim ? claim.name : ''}`;
      if (isRejected(id)) this.rejected.add(call);
      else {
        this.ids.set(call, id);
        this.byOrdinal.set(ordinal, id);
      }
    });
  }

  /** The entity that a claim names, by its place among the claims; null where it names none, or a rejected one. */
  idAt(ordinal: number): string | null {
    return this.byOrdinal.get(ordinal) ?? null;
  }

  /** The entity that a claim calls so; null where there is none. */
  idOf(kind: Claim['kind'], name: string | null): string | null {
    return name === null ? null : (this.ids.get(`${kind} ${name}`) ?? null);
  }

  /** Whether a person declared the entity that claims call so to be wrong. */
  isRejected(kind: Claim['kind'], name: string): boolean {
    return this.rejected.has(`${kind} ${name}`);
  }

  /** Notes the row of a post; null where it is left out. */
  addPost(person: string, title: string, id: string | null): void {
    const key = postKey(person, title);
    this.postIds.set(key, id ?? this.postIds.get(key) ?? null);
  }

  /** The post of a title that the article gives a person: null where it is left out, undefined where it gives none. */
  findPost(person: string, title: string): string | null | undefined {
    return this.postIds.get(postKey(person, title));
  }

  /** The day of a meeting: the article's own, else, where this leaves it open, the one that other pages state. */
  dayOf(claim: MeetingClaim): CivilDate | null {
    if (claim.startsOn !== null) return claim.startsOn;
    const told = this.article.days.get(this.idOf('meeting', claim.id) ?? '') ?? null;
    const agrees = claim.monthDay === null || told?.slice(5) === claim.monthDay.slice(2);
    return agrees ? told : null;
  }

  /** The day for which a post is observed: that of the meeting at which the person took part with it, else that of publication. */
  observedOn(person: string, title: string): CivilDate | null {
    this.observed ??= this.listObserved();
    return this.observed.get(postKey(person, title)) ?? this.article.publishedOn;
  }

  private listObserved(): Map<string, CivilDate> {
    const { claims } = this.article;
    const days = new Map(claimsOf(claims, 'meeting').map((claim) => [claim.id, this.dayOf(claim)]));
    const observed = new Map<string, CivilDate>();
    for (const { participant, positions, meeting } of claimsOf(claims, 'participation')) {
      const day = days.get(meeting);
      if (!day || !('person' in participant)) continue;
      for (const title of positions) {
        const key = postKey(participant.person, title);
        if (!observed.has(key)) observed.set(key, day);
      }
    }
    return observed;
  }

  private refer(kind: Claim['kind'], name: string | null, description: string): Reference {
    const id = this.idOf(kind, name);
    return id === null ? null : { id, name: description };
  }

  /** A body with what the article tells of it. */
  referToBody(name: string | null): Reference {
    return this.refer('organisation', name, `${name} ${this.bodies.get(name ?? '')?.area ?? ''}`);
  }

  /** A person with what the article tells of them. */
  referToPerson(name: string | null): Reference {
    const posts = this.postsOf(name ?? '');
    return this.refer('person', name, [name, ...posts.map(({ title }) => title).sort()].join(' '));
  }

  /** A meeting with what the article tells of it. */
  referToMeeting(id: string | null): Reference {
    const meeting = this.findMeeting(id);
    if (meeting === null) return this.refer('meeting', id, '');
    const { name, startsOn, monthDay, places } = meeting;
    return this.refer('meeting', id, [name, startsOn ?? monthDay ?? '', ...places].join(' '));
  }
}
