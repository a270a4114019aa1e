import type { MeetingMention } from './meeting-mention.ts';
import type { OrganisationMention } from './organisation-mention.ts';
import type { Passage } from './passage.ts';
import type { PersonMention } from './person-mention.ts';

/** Ceremonies at which instruments are signed: of one article all are one. */
export const SIGNING = /(?:签约|签署|签订|签字)(?:仪式|大会)$/;

/** Words of a tour of inspection. */
export const TOUR = /调研|考察|视察/;

function findSubject(
  mention: MeetingMention,
  persons: readonly PersonMention[],
  organisations: readonly OrganisationMention[],
) {
  const { sentence, verbStart } = mention;
  const inside = <T extends { start: number; end: number }>(list: readonly T[]) =>
    list.filter(({ start, end }) => start >= sentence.start && end <= verbStart).at(-1) ?? null;
  const organisation = inside(organisations);
  const person = inside(persons);
  return organisation && organisation.end === verbStart ? organisation : (person ?? organisation);
}

/** 甲省政府与乙省政府举行座谈会: the two bodies whom 与 links before the verb, as printed. */
function findPair(
  text: string,
  { sentence, verbStart }: MeetingMention,
  organisations: readonly OrganisationMention[],
): string | null {
  const before = organisations.filter(({ start, end }) => start >= sentence.start && end <= verbStart);
  const last = before.at(-1);
  if (!last || /[，。；]/.test(text.slice(last.end, verbStart))) return null;
  const first = before.find(({ end }) => /^[与同和]$/.test(text.slice(end, last.start)));
  return first ? `${first.name}与${last.name}` : null;
}

/** 第N次 and rank names of meetings that need their body before them: 第35次常务会议. */
const NEEDS_BODY =
  /^(?:第[一二三四五六七八九十百0-9]+次|常务会议|党组会议|党组|常委会会议|主席会议|委员长会议|主任会议|全体会议|专题协商会|双周)/;

/** Names a meeting that has no name of its own by the tour it was a part of, or by who held it. */
export function createName(
  mention: MeetingMention,
  passage: Passage,
  persons: readonly PersonMention[],
  organisations: readonly OrganisationMention[],
): string | null {
  const { name, generic } = mention;
  if (!generic && !NEEDS_BODY.test(name)) {
    const opening = organisations.find(({ start, end }) => start === mention.start && end < mention.end);
    const relative = opening && /^(?:自治区|[省市县区州盟旗](?!.{0,3}场))/.test(name) && opening.area;
    const home =
      passage.home[
        name.startsWith('我县') || name.startsWith('我区')
          ? 'county'
          : name.startsWith('我市')
            ? 'city'
            : 'province'
      ];
    if (/^我[省市县区]/.test(name) && home) return home.name + name.slice(2);
    return relative
      ? opening.name + name.slice(opening.end - opening.start)
      : name.replace(/^(?:全体|本次|一次)/, '');
  }
  const pair = generic ? findPair(passage.text, mention, organisations) : null;
  if (pair && !TOUR.test(passage.article.headline ?? '')) return pair + name;
  if (mention.talks) return null;
  const subject = findSubject(mention, persons, organisations);
  if (!generic) return subject && !('posts' in subject) ? subject.name + name : name;
  const headline = passage.article.headline ?? '';
  if (/^(?:签约|签署|签订|签字)仪式$/.test(name))
    return /签署|签订|签约/.test(headline)
      ? headline.replace(/(?:举行)?(?:签署|签订|签约)(?:仪式)?(?:举行)?/, '') + name
      : name;
  const told = HELD_ON_TOUR.exec(headline);
  if (told) return `${told[1]}${told[2]}`;
  if (TOUR.test(headline) && !BREAKS.test(headline)) return `${headline}${name.replace(/^会议$/, '座谈会')}`;
  if (!subject || /发布会|见面会/.test(name)) return null;
  return 'posts' in subject ? `${subject.name}主持召开${name}` : subject.name + name;
}
/** 某某在某地调研并主持召开座谈会: the headline names the meeting but for the tour. */
const HELD_ON_TOUR =
  /^([^，。：！？]{2,24}?)(?:调研|考察|视察)[^，。：！？]{0,8}?时?(?:并)?(主持召开[^，。：！？]{0,20}(?:座谈会|会议))$/;
const BREAKS = /[，。！？：]/;
