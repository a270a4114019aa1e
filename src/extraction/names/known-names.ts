import type { Span } from '../../documents/model/source-document.ts';
import { beginsSurname, weakSurnames } from '../lexicon/surnames.ts';
import { CharacterSet } from '../terms/character-set.ts';
import { Initials } from '../terms/initials.ts';
import { unitAt } from '../terms/unit-at.ts';
import type { Sentence } from '../text/sentences.ts';

const JOINT = /[·•・]/;

const NO_PARTS: readonly string[] = [];

/** Parts of a foreign name that may stand for it: 奥斯汀 for 劳埃德·奥斯汀. */
function listParts(name: string): readonly string[] {
  if (!JOINT.test(name)) return NO_PARTS;
  const parts = name.split(JOINT);
  return parts.length < 2
    ? []
    : parts.filter((part, i) => part.length > 1 && (i === 0 || i === parts.length - 1));
}

/** Two-character words that end so name sides, teams and bodies. */
const NO_PERSON = new CharacterSet('方国队组团会社院部局省市县委台网厂馆所处厅办站店岛湾港战军区队线');

/** Whether a name without an office is more often a word, and counts only where the article gives it elsewhere. */
export const isDoubtful = (name: string) =>
  weakSurnames.hasAt(name, 0) || (name.length === 2 && NO_PERSON.hasAt(name, 1));

const NO_LENGTHS: readonly number[] = [];

/** The names that an article gives, to settle doubts about others and to find those that stand without an office. */
export class KnownNames {
  private readonly names: ReadonlySet<string>;
  /** Parts of full names; null for a part of two of them. */
  private readonly full = new Map<string, string | null>();
  /** The names and their parts. */
  private readonly all: ReadonlySet<string>;
  /** How long those with a first code unit are, the longer first. */
  private readonly lengths = new Map<number, number[]>();
  private readonly initials: Initials;

  constructor(names: Iterable<string> = []) {
    this.names = new Set(names);
    for (const name of this.names) {
      for (const part of listParts(name)) {
        const other = this.full.get(part);
        this.full.set(part, other === undefined || other === name ? name : null);
      }
    }
    this.all = new Set([...this.names, ...this.full.keys()]);
    for (const name of [...this.all].sort((a, b) => b.length - a.length)) {
      const lengths = this.lengths.get(name.charCodeAt(0));
      if (!lengths) this.lengths.set(name.charCodeAt(0), [name.length]);
      else if (lengths.at(-1) !== name.length) lengths.push(name.length);
    }
    this.initials = new Initials(this.lengths.keys());
  }

  has(name: string): boolean {
    return this.names.size > 0 && this.names.has(name);
  }

  /** Whether a name may begin at an offset: with a surname, or with the first character of a known name. */
  mayBeginAt(text: string, at: number): boolean {
    const unit = unitAt(text, at);
    return beginsSurname(unit) || (this.initials.mayHold(unit) && this.lengths.has(unit));
  }

  /** Where the longest known name, or known part of one, that begins at `at` ends; null where none does. */
  findEnd(text: string, at: number, limit: number): number | null {
    const unit = unitAt(text, at);
    if (!this.initials.mayHold(unit)) return null;
    for (const length of this.lengths.get(unit) ?? NO_LENGTHS)
      if (at + length <= limit && this.all.has(text.slice(at, at + length))) return at + length;
    return null;
  }

  /**
   * The sentences in which knowing the names can change what is read: where one stands that was not read as it stands, or
   * that leaves a choice or a doubt. `read` are the names that were read in each sentence.
   */
  listUnsettled(
    text: string,
    sentences: readonly Sentence[],
    read: readonly (readonly Span[])[],
  ): Set<Sentence> {
    const found = new Set<Sentence>();
    if (this.lengths.size === 0) return found;
    const { initials } = this;
    for (let i = 0; i < sentences.length; i++) {
      const sentence = sentences[i] as Sentence;
      let next = 0;
      for (let at = sentence.start; at < sentence.end; at++) {
        const unit = unitAt(text, at);
        if (!initials.mayHold(unit) || this.findEnd(text, at, text.length) === null) continue;
        while ((read[i]?.[next]?.start ?? at) < at) next++;
        if (this.isSettled(text, at, read[i]?.[next])) continue;
        found.add(sentence);
        break;
      }
    }
    return found;
  }

  /** Whether a sure name was read at an offset, and it alone of those that are known begins there. */
  private isSettled(text: string, at: number, read: Span | undefined): boolean {
    if (read?.start !== at || this.findEnd(text, at, text.length) !== read.end) return false;
    const lengths = this.lengths.get(unitAt(text, at)) ?? NO_LENGTHS;
    const alike = lengths.filter(
      (length) => at + length <= text.length && this.all.has(text.slice(at, at + length)),
    );
    return !isDoubtful(text.slice(at, read.end)) && alike.length === 1;
  }

  /** The full name that a part of it stands for, else the name itself. */
  complete(name: string): string {
    return this.full.get(name) ?? name;
  }
}
