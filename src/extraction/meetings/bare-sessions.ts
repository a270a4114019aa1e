import { meetingWords } from '../lexicon/meeting-words.ts';
import type { Passage } from '../passage/passage.ts';
import type { MeetingCandidate } from './meeting-candidate.ts';
import { TOUR } from './meeting-titles.ts';

/** 某某出席座谈会并讲话, 座谈会上，: a session without a name, of which the text tells only who was there. */
const BARE_SESSION = new RegExp(
  [
    /(?:(?:主持(?:召开)?|出席|参加)了?|^|，)(座谈会)(?:并讲话|，|。)/,
    /(?:^|，|在)(座谈会)上(?!的)/,
    /^(座谈会)首先/,
    /(?:^|，)在?((?:联席|交流|工作|专题|协商)座谈会|座谈交流会|联席会议?|会商会)上，/,
    /(?:^|，|在)(?:随后|当天|当日|接着|此次|本次)?的?((?:(?!随后|当[天日]|接着|[此本]次)[^，。；在的]{2,14})?签[约署订字]仪式)上(?!的)/,
    /并(?:召开|举行)(座谈会)/,
  ]
    .map(({ source }) => source)
    .join('|'),
);

/** The one session that an article without other meetings tells of in passing; empty where it tells of none. */
export function listBareSessions({ text, sentences, article }: Passage): MeetingCandidate[] {
  for (const sentence of sentences) {
    const { start: from, end } = sentence;
    if (sentence.kind !== 'body' || meetingWords.findNext(text, from, end) >= end) continue;
    const match = BARE_SESSION.exec(text.slice(from, end));
    if (!match) continue;
    const told = match.slice(1).find((name) => name !== undefined) ?? '';
    const start = from + match.index + match[0].indexOf(told);
    const span = { start, end: start + told.length, verbStart: start, sentence, unnamed: true, talks: false };
    const headline = article.headline ?? '';
    const ofTour = told === '座谈会' && TOUR.test(headline) && !/[，。！？：]/.test(headline);
    const name = ofTour ? `${headline}${told}` : told;
    return [{ name, mentions: [{ ...span, name }] }];
  }
  return [];
}
