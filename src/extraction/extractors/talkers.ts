import type { Span } from '../../documents/source-document.ts';
import type { PersonMention } from './person-mention.ts';

/** Who leads the delegation that was met: 某某率领某市党政代表团. */
const LEADING = /^(?:率领?|带领|带队)[^，。]{0,18}团/;

/** What stands before the name of somebody who is met. */
const MEETING = /(?:同|与|会见了?)$/;

/** The persons of an article, by whom its talks are told. */
export class Talkers {
  /** In the order of the text. */
  readonly persons: readonly PersonMention[];
  readonly #text: string;
  readonly #byName = new Map<string, PersonMention[]>();
  #leaders: readonly string[] | null = null;

  constructor(text: string, persons: readonly PersonMention[]) {
    this.#text = text;
    this.persons = persons;
    for (const person of persons) {
      const mentions = this.#byName.get(person.name);
      if (mentions) mentions.push(person);
      else this.#byName.set(person.name, [person]);
    }
  }

  /** Where the text names a person, in its order. */
  listMentions(name: string): readonly PersonMention[] {
    return this.#byName.get(name) ?? [];
  }

  /** The names that stand behind 同, 与 or 会见 in a part of the text, in the order in which the text first gives them. */
  listMet({ start, end }: Span): string[] {
    const told = this.#text.slice(start, end);
    return [...this.#byName.keys()].filter((name) => {
      for (let at = told.indexOf(name); at >= 0; at = told.indexOf(name, at + 1))
        if (MEETING.test(told.slice(Math.max(0, at - 3), at))) return true;
      return false;
    });
  }

  /** The names of those who lead a delegation. */
  listLeaders(): readonly string[] {
    this.#leaders ??= this.persons
      .filter(({ end }) => LEADING.test(this.#text.slice(end, end + 24)))
      .map(({ name }) => name);
    return this.#leaders;
  }
}
