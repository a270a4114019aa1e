import type { Meeting } from '../meetings/meeting.ts';
import type { Passage } from '../passage/passage.ts';
import type { PersonMention } from '../persons/person-mention.ts';
import { listWithin } from '../text/spans.ts';
import { endOf, listGroups } from './participant-groups.ts';
import type { ParticipationMention } from './participation-mention.ts';
import type { Talkers } from './talkers.ts';

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

/** The names of the parties: those in the name of the talks, and those strung together with them. */
function listParties({ text }: Passage, meeting: Meeting, talkers: Talkers): Set<string> {
  const lead = meeting.mentions[0];
  const persons = lead ? listWithin(talkers.persons, lead.sentence) : [];
  const actors = lead ? persons.filter(({ start }) => start >= lead.start) : [];
  const groups = lead ? listGroups(text, lead.sentence, actors) : [];
  const parties = groups.filter(({ members }) => members.some(({ name }) => meeting.name.includes(name)));
  const names = new Set(parties.flatMap(({ members }) => members.map(({ name }) => name)));
  for (const name of lead ? talkers.listMet(lead.sentence) : []) names.add(name);
  const led = lead !== undefined && /团|一行/.test(meeting.name);
  for (const name of led ? talkers.listLeaders(lead.start) : []) names.add(name);
  return names;
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
  { talkers, aside }: { readonly talkers: Talkers; readonly aside: boolean },
): ParticipationMention[] {
  const lead = meeting.mentions[0];
  const near = aside ? (lead?.sentence.paragraph ?? null) : null;
  const named = new Set(lead ? listWithin(talkers.persons, lead.sentence) : []);
  const at = lead?.start ?? 0;
  const persons = [...listParties(passage, meeting, talkers)].flatMap((name) =>
    talkers.listMentions(name, at),
  );
  return persons.flatMap((person): ParticipationMention[] => {
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
