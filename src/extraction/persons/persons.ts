import type { OrganisationMention } from '../bodies/organisation-mention.ts';
import { ShortForms } from '../bodies/short-forms.ts';
import { KnownNames } from '../names/known-names.ts';
import { GroupPosts } from '../offices/group-posts.ts';
import { listOffices } from '../offices/sentence-offices.ts';
import type { Passage } from '../passage/passage.ts';
import { collect } from '../text/collect.ts';
import type { PersonMention } from './person-mention.ts';
import { PersonReader } from './person-reader.ts';
import { dropRivalPosts } from './rival-posts.ts';

const NONE = new KnownNames();

const listNames = (mentions: readonly PersonMention[]) => mentions.map(({ name }) => name);

function complete(mention: PersonMention, known: KnownNames): PersonMention {
  const name = known.complete(mention.name);
  return name === mention.name ? mention : { ...mention, name };
}

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
  const shortForms = new ShortForms(organisations);
  const context = { passage, organisations, shortForms };
  const groupPosts = new GroupPosts(context);
  const offices = listOffices(context);
  const alone = { passage, organisations, shortForms, groupPosts, known: NONE };
  const first = offices.map((office) => new PersonReader(alone, office).read());
  const known = new KnownNames(collect(first, listNames));
  const informed = { passage, organisations, shortForms, groupPosts, known };
  const unsettled = known.listUnsettled(passage.text, passage.sentences, first);
  const mentions = collect(offices, (office, i) =>
    unsettled.has(office.sentence) ? new PersonReader(informed, office).read() : (first[i] ?? []),
  );
  return dropRivalPosts(mentions).map((mention) => complete(mention, known));
}
