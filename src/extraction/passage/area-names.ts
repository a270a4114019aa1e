import { type AreaRecord, isWithin, listAreas } from '../lexicon/areas.ts';
import { Trie } from '../terms/trie.ts';

/** What a name may stand for. */
export interface AreaName {
  /** Whether it is the full name (湖州市), not a short one (湖州); states have full names alone. */
  readonly full: boolean;
  readonly areas: readonly AreaRecord[];
}

/** Short names of prefectures that are words as well: read behind their province only. To extend: add the name. */
const WORDLIKE = new Set(
  '来宾 白银 朝阳 兴安 海北 海东 海西 黄南 山南 安康 日照 三明 内江 阿里 黄山 红河 怒江 长治 中山 四平 白山 文山 大同 海南州'.split(
    ' ',
  ),
);

/** Words that hold the name of an area without naming it. To extend: add the word. */
const NO_AREAS =
  '长治久安 孙中山 北京时间 中国共产党 中国特色 中国式 中国人民 中国人 中国梦 中国工农红军 上海合作组织 内蒙古草原 贵州茅台 中国农工民主党 南京大屠杀 中国队 中国国民党 中国民主 以色列人 北京冬奥会 南昌起义 遵义会议 延安精神 延安时期 ' +
  '北京路 上海路 南京路 南京东路 南京西路 青海湖 吉林大学 中国天眼 中国红 云南白药 苏州河 中国结 伊宁路 长春花 天水围 河北梆子 黄山松 古田会议 古田镇 河源头 河源区 河源地';

/** 延边州, 张家川县: autonomous divisions without the names of their peoples are as clear as in full. */
const REGION = /^..+[州县]$/;

function createTrie(): Trie<AreaName | null> {
  const names = new Map<string, { full: boolean; areas: AreaRecord[] }>();
  const add = (name: string, area: AreaRecord, full: boolean) => {
    const entry = names.get(name);
    if (!entry) names.set(name, { full, areas: [area] });
    else if (entry.full === full) entry.areas.push(area);
  };
  for (const area of listAreas()) add(area.name, area, true);
  for (const area of listAreas()) {
    for (const name of area.shortNames)
      if (name.length > 1) add(name, area, area.level === 'COUNTRY' || REGION.test(name));
  }
  const trie = new Trie<AreaName | null>(names);
  for (const word of NO_AREAS.split(' ')) trie.set(word, null);
  return trie;
}

let trie: Trie<AreaName | null> | undefined;

/** The names of all areas; null for words that hold one without naming it. */
export function getAreaNames(): Trie<AreaName | null> {
  trie ??= createTrie();
  return trie;
}

/** Whether a short name may stand for an area. */
export function isReadable(area: AreaRecord, name: string, hint: AreaRecord | null): boolean {
  if (area.level === 'PROVINCE' || area.level === 'COUNTRY') return true;
  const inside = hint !== null && hint.level !== 'COUNTRY' && hint.code !== area.code && isWithin(area, hint);
  return inside || (area.level === 'CITY' && !WORDLIKE.has(name));
}
