import { listWithin } from '../spans.ts';
import type { Meeting } from './meetings.ts';
import { endOf, listGroups } from './participant-groups.ts';
import type { ParticipationMention } from './participation-mention.ts';
import type { Passage } from './passage.ts';
import type { PersonMention } from './person-mention.ts';

const QUOTED = /^(?:[^，。；：]{0,24})?(?:表示|指出|强调|说(?!明)|介绍)/;

/** The names of the parties: those in the name of the talks, and those strung together with them. */
function listParties({ text }: Passage, meeting: Meeting, persons: readonly PersonMention[]): Set<string> {
  const lead = meeting.mentions[0];
  const groups = lead ? listGroups(text, lead.sentence, persons) : [];
  const parties = groups.filter(({ members }) => members.some(({ name }) => meeting.name.includes(name)));
  return new Set(parties.flatMap(({ members }) => members.map(({ name }) => name)));
}

/**
 * The parties of 会见 and 会谈: speakers where the text quotes them, else attendees; every mention on its own.
 *
 * @example 李某会见王某。李某表示欢迎。 // 李某: SPEAKER, 王某: ATTENDEE
 */
export function listTalkParts(
  passage: Passage,
  meeting: Meeting,
  persons: readonly PersonMention[],
): ParticipationMention[] {
  const lead = meeting.mentions[0];
  const named = new Set(lead ? listWithin(persons, lead.sentence) : []);
  const parties = listParties(passage, meeting, [...named]);
  return persons.flatMap((person): ParticipationMention[] => {
    if (!parties.has(person.name)) return [];
    const quoted = QUOTED.test(passage.text.slice(endOf(person), endOf(person) + 30));
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
