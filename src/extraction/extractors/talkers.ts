import type { Span } from '../../documents/source-document.ts';
import type { PersonMention } from './person-mention.ts';

/** Who leads the delegation that was met: 某某率领某市党政代表团. */
const LEADING = /^(?:率领?|带领|带队)[^，。]{0,18}团/;

/** What stands before the name of somebody who is met. */
const MEETING = /[同与]|会见了?/g;

/** The persons of an article, by whom its talks are told. */
export class Talkers {
  /** In the order of the text. */
  readonly persons: readonly PersonMention[];
  readonly #text: string;
  readonly #byName = new Map<string, PersonMention[]>();
  /** How long the names are. */
  readonly #lengths: ReadonlySet<number>;
  #leaders: readonly string[] | null = null;

  constructor(text: string, persons: readonly PersonMention[]) {
    this.#text = text;
    this.persons = persons;
    for (const person of persons) {
      const mentions = this.#byName.get(person.name);
      if (mentions) mentions.push(person);
      else this.#byName.set(person.name, [person]);
    }
    this.#lengths = new Set(persons.map(({ name }) => name.length));
  }

  /** Where the text names a person, in its order. */
  listMentions(name: string): readonly PersonMention[] {
    return this.#byName.get(name) ?? [];
  }

  /** The names that stand behind 同, 与 or 会见 in a part of the text, in the order in which the text first gives them. */
  listMet({ start, end }: Span): string[] {
    const found = new Set<string>();
    for (const { index, 0: word } of this.#text.slice(start, end).matchAll(MEETING))
      for (const length of this.#lengths) {
        const from = start + index + word.length;
        const name = this.#text.slice(from, from + length);
        if (from + length <= end && this.#byName.has(name)) found.add(name);
      }
    const placeOf = (name: string) => this.listMentions(name)[0]?.start ?? 0;
    return [...found].sort((a, b) => placeOf(a) - placeOf(b));
  }

  /** The names of those who lead a delegation. */
  listLeaders(): readonly string[] {
    this.#leaders ??= this.persons
      .filter(({ end }) => LEADING.test(this.#text.slice(end, end + 24)))
      .map(({ name }) => name);
    return this.#leaders;
  }
}
