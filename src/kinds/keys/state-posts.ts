import type { PositionClaim } from '../../extraction/model/claim.ts';

/** Posts of one organ of the state by which it is led. */
interface LedOrgan {
  readonly organ: RegExp;
  readonly role: RegExp;
}

/**
 * The posts that lead the state, its ruling party, its army, and the parties that consult with it. Members of large bodies, such
 * as 全国政协委员 and 副秘书长, are too many for a name to tell one of them.
 */
const LED_ORGANS: readonly LedOrgan[] = [
  { organ: /^中共中央$/, role: /^总书记$/ },
  { organ: /^(?:中共)?中央政治局(?:常委会|常务委员会)?$/, role: /^(?:常委|委员|常务委员)$/ },
  { organ: /^(?:中共)?中央书记处$/, role: /^(?:常务|第一)?书记$/ },
  {
    organ: /^(?:中共|中华人民共和国)?中央军(?:委|事委员会)$/,
    role: /^(?:主席|(?:第一|常务)?副主席|委员)$/,
  },
  {
    organ: /^(?:中华人民共和国)?国务院$/,
    role: /^(?:总理|(?:常务)?副总理|国务委员|秘书长|党组(?:副?书记|成员))$/,
  },
  { organ: /^全国人大常委会$/, role: /^(?:副?委员长|秘书长|党组(?:副?书记|成员))$/ },
  {
    organ: /^(?:全国政协|(?:政协|中国人民政治协商会议)(?:第[一二三四五六七八九十]+届)?全国委员会)$/,
    role: /^(?:副?主席|秘书长|党组(?:副?书记|成员))$/,
  },
  { organ: /^(?:中共)?中央纪委(?:国家监委)?$/, role: /^书记$/ },
  { organ: /^(?:中华人民共和国)?国家监(?:委|察委员会)$/, role: /^主任$/ },
  { organ: /^最高人民法院$/, role: /^院长$/ },
  { organ: /^最高人民检察院$/, role: /^检察长$/ },
  {
    organ:
      /^(?:民革|中国国民党革命委员会|民盟|中国民主同盟|民建|中国民主建国会|民进|中国民主促进会|农工党|中国农工民主党|致公党|中国致公党|九三学社|台盟|台湾民主自治同盟)(?:第[一二三四五六七八九十]+届)?中央(?:委员会)?$/,
    role: /^(?:常务副)?主席$/,
  },
  { organ: /^全国工商联(?:第[一二三四五六七八九十]+届执行委员会)?$/, role: /^主席$/ },
];

/** Offices of the state that belong to no organ. */
const STATE_OFFICE = /^(?:国家副?主席|国务委员|中共中央总书记)$/;

/** How a page may put that somebody held a post once, or does from now on. */
const WHEN = /^(?:原|前|时任|当选|新任)/;

/** The code under which posts of the state as a whole stand. */
const STATE = '100000';

/**
 * Whether a post is one of the few that lead the country as a whole: 国务院副总理, 全国政协副主席, 国家副主席, 民建中央主席.
 * Some hundred people hold them, and they go from one to another: of one name, they are one.
 */
export function isStatePost({ organisation, area, role, title }: PositionClaim): boolean {
  const plain = role.replace(WHEN, '');
  if (area !== null) return area === STATE && /^(?:国家)?副?主席$|^副?总理$|^国务委员$/.test(plain);
  if (organisation === null) return STATE_OFFICE.test(title.replace(WHEN, ''));
  return LED_ORGANS.some((led) => led.organ.test(organisation) && led.role.test(plain));
}
