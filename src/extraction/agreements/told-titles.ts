import type { Candidate } from './agreement.ts';
import { nameOf } from './party.ts';

/** Titles that tell the kind alone name an instrument only where the text names no fuller one. */
export const BARE = /^(?:合作|战略合作|框架|合作框架|相关|该)?(?:协议|协定|备忘录|合同|声明|协议书)$/;

const reverse = (title: string) => [...title].reverse().join('');

/** Whether a text ends with one of several; no longer than its own length, however many they are. */
export function endsWithAny(text: string, endings: ReadonlySet<string>): boolean {
  if (endings.size === 0) return false;
  for (let at = 0; at < text.length; at++) if (endings.has(text.slice(at))) return true;
  return false;
}

/** Of several titles at most two that differ: enough to tell whether there is another than a given one. */
function addTitle(titles: Map<string | undefined, string[]>, name: string | undefined, title: string): void {
  const known = titles.get(name);
  if (!known) titles.set(name, [title]);
  else if (known.length < 2 && !known.includes(title)) known.push(title);
}

/** The first index of sorted texts whose text is not before one. */
function findIndex(sorted: readonly string[], text: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The titles of all instruments that an article tells of, asked for one of them without a look at all others. */
export class ToldTitles {
  /** Each title once, written backwards, in order: those that end alike stand together. */
  private readonly backwards: readonly string[];
  /** Titles by the names of their parties, of instruments that are surely told of; by undefined of those without a party. */
  private readonly byParty = new Map<string | undefined, string[]>();
  /** Where the first instrument is named. */
  private readonly first: number;

  constructor(text: string, all: readonly Candidate[]) {
    this.backwards = [...new Set(all.map(({ mention }) => reverse(mention.title)))].sort();
    this.first = all.reduce((first, { mention }) => Math.min(first, mention.start), text.length);
    for (const each of all) this.add(text, each);
  }

  /** A title in 《》, or one whose parties are told. */
  private add(text: string, { mention, parties }: Candidate): void {
    if (text[mention.start - 1] !== '《' && parties.length < 2) return;
    if (parties.length === 0) addTitle(this.byParty, undefined, mention.title);
    for (const party of parties) addTitle(this.byParty, nameOf(party) ?? '', mention.title);
  }

  /** Whether another title ends with this one. */
  hasFuller(title: string): boolean {
    const backwards = reverse(title);
    const at = findIndex(this.backwards, backwards);
    const next = this.backwards[at] === backwards ? this.backwards[at + 1] : this.backwards[at];
    return next?.startsWith(backwards) ?? false;
  }

  /** Whether an instrument that is surely told of bears another title, and has no party or one of those of this one. */
  hasOtherOfParties({ mention, parties }: Candidate): boolean {
    return [undefined, ...parties.map((party) => nameOf(party) ?? '')].some((name) =>
      this.byParty.get(name)?.some((title) => title !== mention.title),
    );
  }

  /** Whether another title is the fuller one of this, or, where this tells the kind alone, is that of an instrument of its parties. */
  hasBetter(candidate: Candidate): boolean {
    const { title } = candidate.mention;
    return this.hasFuller(title) || (BARE.test(title) && this.hasOtherOfParties(candidate));
  }

  /** Whether an instrument is named before an offset. */
  hasBefore(offset: number): boolean {
    return this.first < offset;
  }
}
