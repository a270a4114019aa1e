import type { OrganisationMention } from '../bodies/organisation-mention.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { Passage } from '../passage/passage.ts';
import type { Sentence } from '../text/sentences.ts';
import type { ParticipationMention } from './participation-mention.ts';

/** What a body does behind its name, with those who act for it between. */
const BODY_DEEDS =
  /^(?:\(分局\)|（分局）)?(?:等)?(?:部门|单位)?(?:主要|相关|有关|分管)?(?:负责同志|负责人|代表|领导|领导同志|班子成员)?(?:分别|先后|就[^，。；]{0,60}|对[^，。；]{0,60}|与[^，。；、]{0,20}|同[^，。；、]{0,20})?(作|介绍|汇报|发言|交流|分享|出席|参加|列席)([^，。；]{0,40})/;

/** The bodies that speak or are present at a meeting, in the order of the sentence. */
export function listOrganisationParts(
  passage: Passage,
  sentence: Sentence,
  organisations: readonly OrganisationMention[],
  meeting: Meeting,
): ParticipationMention[] {
  const found: ParticipationMention[] = [];
  let open: OrganisationMention[] = [];
  for (const mention of organisations) {
    const previous = open.at(-1);
    const joined =
      previous &&
      (mention.start <= previous.end ||
        /^[、，,和与]$/.test(passage.text.slice(previous.end, mention.start)));
    if (joined) open.push(mention);
    else open = [mention];
    const deed = BODY_DEEDS.exec(passage.text.slice(mention.end, Math.min(sentence.end, mention.end + 160)));
    if (!deed) continue;
    const spoke = /介绍|汇报|发言|分享|交流|作/.test(`${deed[1]}${deed[2]}`);
    const role = spoke ? 'SPEAKER' : 'ATTENDEE';
    for (const organisation of open)
      found.push({
        start: organisation.start,
        end: organisation.end,
        meeting,
        person: null,
        organisation,
        role,
        said: deed[0],
      });
    open = [];
  }
  return found;
}
