import type { CivilDate } from '../documents/model/source-document.ts';
import type {
  Claim,
  MeetingClaim,
  OrganisationClaim,
  ParticipationClaim,
  PositionClaim,
} from '../extraction/model/claim.ts';
import type { EntityKind } from './entity-kind.ts';
import type { Reference } from './fact.ts';
import { groupBy } from './group-by.ts';
import { claimsOf } from './list-mentions.ts';
import { postKey } from './post-key.ts';

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

/** How claims of one article call what other claims of it name, and which entities these are. */
export class ArticleReferences {
  readonly article: ResolvedArticle;
  private readonly ids = new Map<string, string>();
  private readonly byOrdinal = new Map<number, string>();
  private readonly rejected = new Set<string>();
  private readonly bodies: ReadonlyMap<string | null, OrganisationClaim>;
  private readonly meetings: ReadonlyMap<string | null, MeetingClaim>;
  private readonly posts: ReadonlyMap<string | null, readonly PositionClaim[]>;
  private readonly postKeys: ReadonlySet<string>;
  private readonly chairs: ReadonlyMap<string, readonly ParticipationClaim[]>;

  /** @param isRejected whether a person declared the entity of this id to be wrong. */
  constructor(article: ResolvedArticle, isRejected: (id: string) => boolean) {
    this.article = article;
    const { claims } = article;
    this.bodies = new Map(claimsOf(claims, 'organisation').map((claim) => [claim.name, claim]));
    this.meetings = new Map(claimsOf(claims, 'meeting').map((claim) => [claim.id, claim]));
    const posts = claimsOf(claims, 'position');
    this.posts = groupBy(posts, ({ person }) => person);
    this.postKeys = new Set(posts.map(({ person, title }) => postKey(person, title)));
    this.chairs = groupBy(
      claimsOf(claims, 'participation').filter(({ roles }) => roles.includes('CHAIR')),
      ({ meeting }) => meeting,
    );
    claims.forEach((claim, ordinal) => {
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
  idOf(kind: EntityKind, name: string | null): string | null {
    return name === null ? null : (this.ids.get(`${kind} ${name}`) ?? null);
  }

  /** Whether a person declared the entity that claims call so to be wrong. */
  isRejected(kind: EntityKind, name: string): boolean {
    return this.rejected.has(`${kind} ${name}`);
  }

  /** Whether the article gives a person a post. */
  hasPost(person: string, title: string): boolean {
    return this.postKeys.has(postKey(person, title));
  }

  private refer(kind: EntityKind, name: string | null, description: string): Reference {
    const id = this.idOf(kind, name);
    return id === null ? null : { id, name: description };
  }

  /** Who is told to have chaired a meeting, in the order of the claims. */
  listChairs(meeting: string): readonly ParticipationClaim[] {
    return this.chairs.get(meeting) ?? [];
  }

  /** The meeting that other claims call so; null where there is none. */
  findMeeting(id: string | null): MeetingClaim | null {
    return this.meetings.get(id) ?? null;
  }

  /** A body with what the article tells of it. */
  referToBody(name: string | null): Reference {
    return this.refer('organisation', name, `${name} ${this.bodies.get(name)?.area ?? ''}`);
  }

  /** A person with what the article tells of them. */
  referToPerson(name: string | null): Reference {
    const posts = this.posts.get(name) ?? [];
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
