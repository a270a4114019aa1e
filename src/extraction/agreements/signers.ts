import { createOrganMention } from '../bodies/local-organs.ts';
import type { Post } from '../offices/post.ts';
import type { PersonMention } from '../persons/person-mention.ts';
import { listWithin } from '../text/spans.ts';
import type { Party } from './party.ts';

/** The body or place that an office signs for: a mayor for the government. */
function toParty(post: Post, signer: string): Party | null {
  const { start, end, organisation, area } = post;
  if (organisation) return { start, end, organisation, area: null, implied: false, signer };
  if (!area) return null;
  if (area.level === 'COUNTRY') return { start, end, organisation: null, area, implied: false, signer };
  const government = createOrganMention(
    { start, end },
    { area, chain: [area] },
    { canonical: '政府', classification: 'GOVERNMENT' },
  );
  return { start, end, organisation: government, area: null, implied: false, signer };
}

/** Offices of the party sign for nobody where the holder has another: 省委常委、副省长 signs as 副省长. */
function choosePost(posts: readonly Post[]): Post | undefined {
  const ofState = posts.filter(({ organisation }) => organisation?.classification !== 'PARTY');
  return ofState.find(({ organisation }) => organisation) ?? ofState[0] ?? posts[0];
}

const OFFICES = new WeakMap<readonly PersonMention[], ReadonlyMap<string, readonly Post[]>>();

/** The offices that an article gives each of its persons anywhere, gathered once. */
function gatherOffices(persons: readonly PersonMention[]): ReadonlyMap<string, readonly Post[]> {
  const known = OFFICES.get(persons);
  if (known) return known;
  const offices = new Map<string, Post[]>();
  for (const { name, posts } of persons) {
    const held = offices.get(name);
    if (held) held.push(...posts);
    else offices.set(name, [...posts]);
  }
  OFFICES.set(persons, offices);
  return offices;
}

/**
 * Where two persons or more sign, the bodies and places that they sign for, each with its signer. An office that
 * the page gives a person elsewhere counts as well.
 *
 * @example 甲市副市长张三、乙市副市长李四分别代表两市签字 // 甲市政府 (张三), 乙市政府 (李四)
 */
export function listSigners(persons: readonly PersonMention[], from: number, to: number): Party[] {
  const inside = listWithin(persons, { start: from, end: to });
  if (inside.length < 2) return [];
  const parties = inside.flatMap(({ name, posts }) => {
    const held = posts.length > 0 ? posts : (gatherOffices(persons).get(name) ?? []);
    const post = choosePost(held);
    return (post && toParty(post, name)) ?? [];
  });
  return parties.length < 2 ? [] : parties;
}
