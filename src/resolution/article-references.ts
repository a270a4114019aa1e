import type { CivilDate } from '../documents/source-document.ts';
import type { Claim } from '../extraction/claim.ts';
import type { EntityKind } from './entity-kind.ts';
import type { Reference } from './fact.ts';
import { claimsOf } from './list-mentions.ts';

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
  readonly #ids = new Map<string, string>();

  /** @param isRejected whether a person declared the entity of this id to be wrong. */
  constructor(article: ResolvedArticle, isRejected: (id: string) => boolean) {
    this.article = article;
    article.claims.forEach((claim, ordinal) => {
      const id = article.entities.get(ordinal);
      if (id === undefined || isRejected(id)) return;
      this.#ids.set(`${claim.kind} ${'id' in claim ? claim.id : 'name' in claim ? claim.name : ''}`, id);
    });
  }

  /** The entity that a claim calls so; null where there is none. */
  idOf(kind: EntityKind, name: string | null): string | null {
    return this.#ids.get(`${kind} ${name ?? ''}`) ?? null;
  }

  #refer(kind: EntityKind, name: string | null, description: string): Reference {
    const id = this.idOf(kind, name);
    return id === null ? null : { id, name: description };
  }

  /** A body with what the article tells of it. */
  referToBody(name: string | null): Reference {
    const body = claimsOf(this.article.claims, 'organisation').find((claim) => claim.name === name);
    return this.#refer('organisation', name, `${name} ${body?.area ?? ''}`);
  }

  /** A person with what the article tells of them. */
  referToPerson(name: string | null): Reference {
    const posts = claimsOf(this.article.claims, 'position').filter(({ person }) => person === name);
    return this.#refer('person', name, [name, ...posts.map(({ title }) => title).sort()].join(' '));
  }

  /** A meeting with what the article tells of it. */
  referToMeeting(id: string | null): Reference {
    const meeting = claimsOf(this.article.claims, 'meeting').find((claim) => claim.id === id);
    if (!meeting) return this.#refer('meeting', id, '');
    const { name, startsOn, monthDay, places } = meeting;
    return this.#refer('meeting', id, [name, startsOn ?? monthDay ?? '', ...places].join(' '));
  }
}
