import type { Span } from '../../documents/model/source-document.ts';
import type { PersonMention } from '../persons/person-mention.ts';
import { listMatches } from '../text/matches.ts';
import { findFirst } from '../text/spans.ts';

/** Who leads the delegation that was met: 某某率领某市党政代表团. */
const LEADING = /^(?:率领?|带领|带队)[^，。]{0,18}团/;

/** What stands before the name of somebody who is met. */
const MEETING = /[同与]|会见了?/g;

/** What is quoted of talks stands near them: on either side of their report so many mentions of a person are looked at … */
const MOST_MENTIONS = 60;
/** … and so many leaders of delegations. */
const MOST_LEADERS = 20;

/** The persons of an article, by whom its talks are told. */
export class Talkers {
  /** In the order of the text. */
  readonly persons: readonly PersonMention[];
  private readonly text: string;
  private readonly byName = new Map<string, PersonMention[]>();
  /** How long the names are. */
  private readonly lengths: ReadonlySet<number>;
  private leaders: readonly PersonMention[] | null = null;

  constructor(text: string, persons: readonly PersonMention[]) {
    this.text = text;
    this.persons = persons;
    for (const person of persons) {
      const mentions = this.byName.get(person.name);
      if (mentions) mentions.push(person);
      else this.byName.set(person.name, [person]);
    }
    this.lengths = new Set(persons.map(({ name }) => name.length));
  }

  /** Where the text names a person near a place, in its order. */
  listMentions(name: string, near: number): readonly PersonMention[] {
    const mentions = this.byName.get(name) ?? [];
    const at = findFirst(mentions, near);
    return mentions.slice(Math.max(0, at - MOST_MENTIONS), at + MOST_MENTIONS);
  }

  /** The names that stand behind 同, 与 or 会见 in a part of the text, in the order in which the text first gives them. */
  listMet({ start, end }: Span): string[] {
    const found = new Set<string>();
    for (const { index, 0: word } of listMatches(this.text.slice(start, end), MEETING))
      for (const length of this.lengths) {
        const from = start + index + word.length;
        const name = this.text.slice(from, from + length);
        if (from + length <= end && this.byName.has(name)) found.add(name);
      }
    const placeOf = (name: string) => this.byName.get(name)?.[0]?.start ?? 0;
    return [...found].sort((a, b) => placeOf(a) - placeOf(b));
  }

  /** The names of those who lead a delegation, of the nearest to a place where they are many. */
  listLeaders(near: number): readonly string[] {
    this.leaders ??= this.persons.filter(({ end }) => LEADING.test(this.text.slice(end, end + 24)));
    const at = findFirst(this.leaders, near);
    return this.leaders.slice(Math.max(0, at - MOST_LEADERS), at + MOST_LEADERS).map(({ name }) => name);
  }
}
