import type { OrganisationMention } from './organisation-mention.ts';

/** The shortest and the longest words by which the end of a name is asked for. */
const SHORTEST_ENDING = 3;
const LONGEST_ENDING = 16;
/** No instrument is signed by more departments of one kind that are counted (五省). */
const MOST_COUNTED = 5;

/** Mentions of what is asked for together, in the order of the text. */
type Mentions = [OrganisationMention, ...OrganisationMention[]];

/** 生态环境 of 江苏省生态环境厅; null for bodies that are no departments of an area. */
function findKind({ name, area }: OrganisationMention): string | null {
  const length = area?.name.length ?? 0;
  return area && name.length > length + 1 && name.startsWith(area.name) ? name.slice(length, -1) : null;
}

/** The last of the mentions that end at or before an offset; null where none does. */
function findLast(mentions: Mentions, end: number): OrganisationMention | null {
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.end ?? 0) <= end) low = middle + 1;
    else high = middle;
  }
  return mentions[low - 1] ?? null;
}

/** The bodies of an article by what is asked of their names. */
class NamedBodies {
  private readonly organisations: readonly OrganisationMention[];
  private kinds: Map<string, Map<string, Mentions>> | null = null;
  private characters: Map<string, Mentions> | null = null;
  private endings: Map<string, OrganisationMention> | null = null;

  constructor(organisations: readonly OrganisationMention[]) {
    this.organisations = organisations;
  }

  /** The departments of a kind that are named before an offset, the last mention of each, if they are of just so many areas. */
  listOfKind(kind: string, end: number, count: number): OrganisationMention[] {
    this.kinds ??= this.sortByKind();
    const found: OrganisationMention[] = [];
    for (const mentions of this.kinds.get(kind)?.values() ?? []) {
      const last = findLast(mentions, end);
      if (last) found.push(last);
      if (found.length > MOST_COUNTED) return [];
    }
    return found.length === count ? found : [];
  }

  /** The first body of the article whose name ends with words of three to sixteen characters; null where none does. */
  findEnding(words: string): OrganisationMention | null {
    this.endings ??= this.sortByEnding();
    return this.endings.get(words) ?? null;
  }

  /** The last body that ends at or before an offset and whose name ends with a character, those of collectives apart; null where none does. */
  findLastOfKind(character: string, end: number): OrganisationMention | null {
    this.characters ??= this.sortByCharacter();
    const mentions = this.characters.get(character);
    return mentions ? findLast(mentions, end) : null;
  }

  private sortByCharacter(): Map<string, Mentions> {
    const characters = new Map<string, Mentions>();
    for (const mention of this.organisations) {
      const character = mention.name.slice(-1);
      const mentions = characters.get(character);
      if (mention.implied) continue;
      if (mentions) mentions.push(mention);
      else characters.set(character, [mention]);
    }
    return characters;
  }

  private sortByKind(): Map<string, Map<string, Mentions>> {
    const kinds = new Map<string, Map<string, Mentions>>();
    for (const mention of this.organisations) {
      const kind = findKind(mention);
      if (kind === null || !mention.area) continue;
      const areas = kinds.get(kind) ?? new Map<string, Mentions>();
      const mentions = areas.get(mention.area.code);
      if (mentions) mentions.push(mention);
      else areas.set(mention.area.code, [mention]);
      kinds.set(kind, areas);
    }
    return kinds;
  }

  private sortByEnding(): Map<string, OrganisationMention> {
    const endings = new Map<string, OrganisationMention>();
    const seen = new Set<string>();
    for (const mention of this.organisations) {
      const { name } = mention;
      if (seen.has(name)) continue;
      seen.add(name);
      for (let length = SHORTEST_ENDING; length <= Math.min(LONGEST_ENDING, name.length); length++) {
        const ending = name.slice(-length);
        if (!endings.has(ending)) endings.set(ending, mention);
      }
    }
    return endings;
  }
}

const KNOWN = new WeakMap<readonly OrganisationMention[], NamedBodies>();

/** The bodies of an article by what is asked of their names, gathered once for its list of them. */
export function getNamedBodies(organisations: readonly OrganisationMention[]): NamedBodies {
  const known = KNOWN.get(organisations) ?? new NamedBodies(organisations);
  KNOWN.set(organisations, known);
  return known;
}
