import { KnownNames } from './known-names.ts';
import type { OrganisationMention } from './organisation-mention.ts';
import type { Passage } from './passage.ts';
import type { PersonMention } from './person-mention.ts';
import { PersonReader } from './person-reader.ts';
import { listOffices, type SentenceOffices } from './sentence-offices.ts';
import { ShortForms } from './short-forms.ts';

/**
 * Every person whom a passage names with an office or in a place where only a person stands, in the order
 * of the text. It is read twice: names that the first reading is sure of settle doubts in the second.
 *
 * @example 上海市委副书记、市长张三主持会议 // 张三: 上海市委副书记, 上海市市长
 */
export function listPersons(
  passage: Passage,
  organisations: readonly OrganisationMention[],
): PersonMention[] {
  const context = { passage, organisations, shortForms: new ShortForms(organisations) };
  const offices = listOffices(context);
  const read = (office: SentenceOffices, known: KnownNames) =>
    new PersonReader(context, office.sentence, known).read(office);
  const nobody = new KnownNames();
  const first = offices.map((office) => read(office, nobody));
  const known = new KnownNames(first.flat().map(({ name }) => name));
  const named = known.listWhereNamed(passage.text, passage.sentences);
  return offices.flatMap((office, i) => {
    const mentions = named.has(office.sentence) ? read(office, known) : (first[i] ?? []);
    return mentions.map((mention) => ({ ...mention, name: known.complete(mention.name) }));
  });
}
