/** A post of a person, with the day on which somebody was last seen to hold it. */
export interface Post {
  /** As printed, the body or place before it mostly: 商务部部长. */
  readonly title: string;
  /** The office alone: 部长. */
  readonly role: string;
  /** The name of the body. */
  readonly body: string | null;
  /** The names of the place, or of the place of the body. */
  readonly areas: readonly string[] | null;
  /** Whether the office is that of the place itself. */
  readonly isOfArea: boolean;
  readonly observedOn: string | null;
}

/** An office with what it is of before it: 商务部部长, and 商务部长, as people say. */
function join(owner: string, role: string): string[] {
  const contracted = owner.at(-1) === role.at(0) && role.length > 1 ? [`${owner}${role.slice(1)}`] : [];
  return [`${owner}${role}`, ...contracted];
}

/**
 * The forms in which a post is spoken of, the printed one first.
 *
 * @example postForms({ title: '省长', role: '省长', body: null, areas: ['浙江省', '浙江'], … }) // ['省长', '浙江省省长', '浙江省长']
 */
export function postForms({ title, role, body, areas, isOfArea }: Post): string[] {
  const [area] = areas ?? [];
  // The head of a government is spoken of as the head of its place.
  const isHead = isOfArea || (area !== undefined && area.at(-1) === role.at(0));
  const owners = [...(body === null ? [] : [body]), ...(isHead ? (areas ?? []) : [])];
  return [...new Set([title, ...owners.flatMap((owner) => join(owner, role))])];
}
