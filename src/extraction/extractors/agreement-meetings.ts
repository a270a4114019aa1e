import type { Sentence } from '../sentences.ts';
import { SIGNING } from './meeting-titles.ts';
import type { Meeting } from './meetings.ts';
import type { Passage } from './passage.ts';

const AT_MEETING =
  /会前|会上|活动上|活动中|会[见谈晤]之?后|会[见谈晤]前|会议期间|会议现场|会后|论坛期间|论坛上|仪式上|活动现场|现场会上|会谈后|会议还|会议签署|座谈会上|大会期间|峰会期间|会议通过|会议签订/;

/** Who 双方 means was named at the meeting: 双方签署了某某协议. */
const BOTH =
  /^(?:随后|之后|其间|期间)?，?(?:双方|[两三四五](?:地|省|市|县|区|方|省市))[^，。；]{0,12}签[署订]/;

/** 今年5月, 此前: what was signed before was not signed at this meeting. */
const PAST =
  /(?:此前|早前|曾|已于|今年[0-9一二三四五六七八九十]{1,3}月(?![0-9一二三四五六七八九十])|去年|前年|[0-9]{4}年(?:[0-9]{1,2}月)?(?![0-9]|至|度))[^。]{0,60}(?:签署|签订|达成)/;
const isPast = (sentence: string) => PAST.test(sentence) && !/日[^。]{0,60}(?:签署|签订|达成)/.test(sentence);

/** The sentence with those that semicolons join to it: 会上 at its head holds for all of them. */
function findPeriodStart({ sentences, text }: Passage, sentence: Sentence): number {
  let start = sentence.start;
  for (let i = sentences.indexOf(sentence) - 1; i >= 0; i--) {
    const before = sentences[i];
    if (!before || before.paragraph !== sentence.paragraph || !/[；;]/.test(text[before.end - 1] ?? ''))
      break;
    start = before.start;
  }
  return start;
}

/** The meeting that an instrument told of in a sentence was signed at; null where the text ties it to none. */
export function findAgreementMeeting(
  passage: Passage,
  sentence: Sentence,
  meetings: readonly Meeting[],
): Meeting | null {
  const own = meetings.find(({ mentions }) => mentions.some((mention) => mention.sentence === sentence));
  if (!own && isPast(passage.text.slice(sentence.start, sentence.end))) return null;
  const ceremony = meetings.find(({ name }) => SIGNING.test(name));
  if (own ?? ceremony) return own ?? ceremony ?? null;
  const near =
    meetings.length === 1 &&
    meetings[0]?.mentions.some((each) => each.sentence.paragraph === sentence.paragraph);
  const both = meetings.length === 1 && BOTH.test(passage.text.slice(sentence.start, sentence.end));
  if ((near || both) && !meetings[0]?.tour) return meetings[0] ?? null;
  const told = passage.text.slice(findPeriodStart(passage, sentence), sentence.end);
  const paragraph = passage.article.paragraphs[sentence.paragraph];
  const earlier = passage.text.slice(paragraph?.start ?? sentence.start, sentence.start);
  if (!AT_MEETING.test(told) && !(AT_MEETING.test(earlier) && /签[署订]/.test(earlier))) return null;
  const before = meetings.filter(({ mentions }) =>
    mentions.some((mention) => mention.start < sentence.start),
  );
  return before.at(-1) ?? meetings[0] ?? null;
}
