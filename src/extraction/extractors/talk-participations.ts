import { listWithin } from '../spans.ts';
import type { Meeting } from './meetings.ts';
import { endOf, listGroups } from './participant-groups.ts';
import type { ParticipationMention } from './participation-mention.ts';
import type { Passage } from './passage.ts';
import type { PersonMention } from './person-mention.ts';

const QUOTED = /^(?:[^，。；：]{0,24})?(?:表示|指出|强调|说(?!明)|介绍)/;
/** What somebody says behind a deed, or in the next sentence: 某某感谢大家的支持。他表示. */
const QUOTED_LATER =
  /^[^。；：“]{1,70}(?:，并?|[，。][他她][^，。；：]{0,24}?)(?:表示|指出|强调|说(?!明)|介绍)/;

/** Whether the text quotes a person there; of talks aside from an assembly (`near`) only their own paragraph tells. */
function isQuoted({ text, article }: Passage, person: PersonMention, near: number | null): boolean {
  const paragraph = near === null ? null : article.paragraphs[near];
  if (paragraph && (person.start < paragraph.start || person.end > paragraph.end)) return false;
  const from = endOf(person);
  return QUOTED.test(text.slice(from, from + 30)) || QUOTED_LATER.test(text.slice(from, from + 100));
}

/** Who leads the delegation that was met: 某某率领某市党政代表团. */
const LEADING = /^(?:率领?|带领|带队)[^，。]{0,18}团/;

/** The names of the parties: those in the name of the talks, and those strung together with them. */
function listParties({ text }: Passage, meeting: Meeting, all: readonly PersonMention[]): Set<string> {
  const lead = meeting.mentions[0];
  const persons = lead ? listWithin(all, lead.sentence) : [];
  const actors = lead ? persons.filter(({ start }) => start >= lead.start) : [];
  const groups = lead ? listGroups(text, lead.sentence, actors) : [];
  const parties = groups.filter(({ members }) => members.some(({ name }) => meeting.name.includes(name)));
  const told = lead ? text.slice(lead.sentence.start, lead.sentence.end) : '';
  const met = all.filter(({ name }) =>
    ['同', '与', '会见', '会见了'].some((word) => told.includes(word + name)),
  );
  const leaders = /团|一行/.test(meeting.name)
    ? all.filter(({ end }) => LEADING.test(text.slice(end, end + 24)))
    : [];
  return new Set([...parties.flatMap(({ members }) => members), ...met, ...leaders].map(({ name }) => name));
}

/**
 * The parties of 会见 and 会谈: speakers where the text quotes them, else attendees; every mention on its own. `aside`
 * where the page is about an assembly, which later quotes belong to.
 *
 * @example 李某会见王某。李某表示欢迎。 // 李某: SPEAKER, 王某: ATTENDEE
 */
export function listTalkParts(
  passage: Passage,
  meeting: Meeting,
  { persons, aside }: { readonly persons: readonly PersonMention[]; readonly aside: boolean },
): ParticipationMention[] {
  const lead = meeting.mentions[0];
  const near = aside ? (lead?.sentence.paragraph ?? null) : null;
  const named = new Set(lead ? listWithin(persons, lead.sentence) : []);
  const parties = listParties(passage, meeting, persons);
  return persons.flatMap((person): ParticipationMention[] => {
    if (!parties.has(person.name)) return [];
    const quoted = isQuoted(passage, person, near);
    if (!quoted && !named.has(person)) return [];
    const { start, end } = person;
    const part = { start, end, meeting, person, organisation: null };
    return [
      quoted
        ? { ...part, role: 'SPEAKER', said: 'quoted at the talks' }
        : { ...part, role: 'ATTENDEE', said: 'party to the talks' },
    ];
  });
}
