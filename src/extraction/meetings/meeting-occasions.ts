import { meetingWords } from '../lexicon/meeting-words.ts';
import type { Sentence } from '../text/sentences.ts';
import type { MeetingMention } from './meeting-mention.ts';

/** 在某地与某地交流座谈会上，: who speaks there tells that it was held. */
const AT_MEETING =
  /^(?:随后|当天|当日|期间|其间)?，?在([^，。；：《》去前]{8,60}(?:座谈会|交流会|推进会|联席会|联席会议|对接会|恳谈会|会商会))上，(?!.{0,4}总书记|党中央)/;
/** So near the head of its sentence it stands. */
const FAR = 80;
const AT_CEREMONY = /在((?:签约|签署|签订|签字)仪式)(?:上|讲话|致辞)/;

/** A meeting that is told of only as where somebody spoke; null where the sentence tells of none. */
export function readOccasion(text: string, sentence: Sentence): MeetingMention | null {
  const end = Math.min(sentence.end, sentence.start + FAR);
  if (sentence.kind !== 'body' || meetingWords.findNext(text, sentence.start, end) >= end) return null;
  const told = text.slice(sentence.start, end);
  if (!told.includes('在') || !/[会式][上讲致]/.test(told)) return null;
  const named = AT_MEETING.exec(told);
  const match = named ?? AT_CEREMONY.exec(told);
  const name = match?.[1];
  if (!match || !name || /召开|举行|总书记|主席/.test(name)) return null;
  const start = sentence.start + match.index + match[0].indexOf(name);
  return {
    start,
    end: start + name.length,
    name,
    sentence,
    verbStart: start - 1,
    unnamed: named === null,
    talks: false,
  };
}
