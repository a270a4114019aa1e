import type { Meeting } from '../meetings/meeting.ts';
import type { ParticipationRole } from '../model/claim.ts';
import { CharacterSet } from '../terms/character-set.ts';

const CHAIR = /主持(?!人|日常|.{0,4}工作(?!会|座谈))/;
const SPEAKER =
  /(?<!的|重要|贺信、)(?:讲话(?!精神)|致辞|发言|演讲|作(?:了|的)?.{0,40}(?:报告|汇报|说明|总结)|作典型|作(?:了|出)?[^，。；]{0,12}(?:表态|解读|点评|动员|宣讲|回应)|传达(?!到)|通报(?!会)|表态发言|解读(?!会)|点评|授课|宣讲(?!会|团)|推介(?!会)|汇报(?!会)|(?<!记者)介绍(?!信)|谈(?:了|体会|感受)|交流(?!会|合作|互鉴)|作.{0,6}交流)|发表.{0,12}(?:讲话|演讲|致辞)|总结讲话|主旨讲话|重要讲话(?!精神|和)|在.{0,6}(?:讲话|致辞|发言)[中时]/;
/** 就下步工作作安排部署: of who does not chair, a speech. */
const PLANNING = /作(?:了|出)?[^，。；]{0,12}(?:部署|安排)|部署了/;
/** Who calls a meeting chairs it: 并召开座谈会. */
const CONVENING = /(?:^|，)[^，]{0,16}(?:召开|召集|举行)[^，]{0,60}(?:会议|座谈会)/;
/** 率队赴某局召开座谈会: guests call no meeting alone. */
const VISITING = /^[^，。；]{0,12}(?:率|带)[^，。；]{0,16}(?:赴|前往)/;
const ATTENDEE =
  /到会|参会|出席|参加|陪同|陪见|在座|列席|旁听|观摩|与会|见证|宣读|宣布|就座|就坐|收听收看|收看|签约|签署|签订|签字/;
/** 听取张三的汇报: who is heard speaks. */
const HEARD = /^(?:等)?(?:同志)?的(?:情况)?(?:发言|汇报|介绍|建议|交流发言)/;
/** 听取了张三关于某事的汇报 */
const REPORTED = /^关于[^，。；]{2,80}?的(?:[^，。；的]{0,6}(?:汇报|报告|通报|介绍|说明))/;
/** Those who listen do not speak: 听取汇报. */
const LISTENING = /(?:听取|聆听|观看|认真听)(?:了)?[^，。；]*/g;
const DEED = new RegExp(`${CHAIR.source}|${SPEAKER.source}|${ATTENDEE.source}`);
const WHOLE = new CharacterSet('各全');
const OTHER_SUBJECT =
  /^(?:会议|大家|与会|各方|全会|全国|全[省市县区州]|要|这|中国|双方|两国|我|他们|市|省|区|国家)/;

/** The parts of a predicate whose subject is still the group: up to the clause with a subject of its own. */
function ownPart(predicate: string): string {
  const clauses = predicate.split(/[，,：:；;]/);
  const own: string[] = [];
  let looked = 0;
  let done = false;
  let told = false;
  for (const clause of clauses) {
    // 各乡镇负责人 goes on with a list until somebody did something.
    if (WHOLE.hasAt(clause, 0)) {
      for (; !done && looked < own.length; looked++) done = DEED.test(own[looked] ?? '');
      if (done) break;
    }
    if (told && OTHER_SUBJECT.test(clause)) break;
    own.push(clause);
    told ||= clause !== '';
    if (/指出|强调|表示|认为|说$/.test(clause)) break;
  }
  return own.join('，').replace(LISTENING, '');
}

/** 出席会议的有张三: the deed stands before those who did it. */
const INVERTED =
  /(主持|发言|致辞|讲话|汇报|出席|参加|陪同|列席|参会|到会|与会|在主席台[^，。]{0,4}就[座坐])[^，。；]{0,12}?(?:的|的还|还)?(?:有|是|为|包括|：)[：:]?$/;

/** What the words before a list say that those in it did; empty where they say nothing. */
export function readInverted(before: string): ParticipationRole[] {
  const deed = INVERTED.exec(before)?.[1];
  if (!deed) return [];
  if (deed === '主持') return ['CHAIR'];
  return [/发言|致辞|讲话|汇报/.test(deed) ? 'SPEAKER' : 'ATTENDEE'];
}

/** What a predicate says that its subject did; `passive` where 由 stands before the subject. */
export function readRoles(predicate: string, passive: boolean): ParticipationRole[] {
  const roles: ParticipationRole[] = [];
  if (HEARD.test(predicate) || REPORTED.test(predicate)) return ['SPEAKER'];
  const part = ownPart(predicate);
  const visits = VISITING.test(part);
  if (CHAIR.test(part)) roles.push('CHAIR');
  if (SPEAKER.test(part) || (roles.length === 0 && PLANNING.test(part))) roles.push('SPEAKER');
  if (CONVENING.test(part) && !passive && roles.length === 0) roles.push(visits ? 'ATTENDEE' : 'CHAIR');
  if (roles.length === 0 && ATTENDEE.test(part)) roles.push('ATTENDEE');
  return roles;
}

/** A clause about some other meeting: 在某某论坛上. */
export function isElsewhere(predicate: string, meeting: Meeting): boolean {
  const place = /在([^，。]{2,40}?)(?:上|中|期间)(?:发表|作|讲话|致辞|指出|强调)/.exec(predicate)?.[1];
  if (
    !place ||
    /^(?:会|会议|座谈会|论坛|大会|现场会|.{0,3}(?:讲话|致辞|发言|交流发言|总结讲话|主旨演讲))$/.test(place)
  )
    return false;
  return !meeting.name.includes(place.replace(/^(?:本次|此次)/, ''));
}
