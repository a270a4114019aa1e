import { Trie } from '../terms/trie.ts';
import { type AreaRecord, listAreas } from './areas.ts';

/**
 * Papers, stations and sites whose names do not hold their place, by the province or city that they are of.
 * To extend: add the outlet to the line of its place, or a line. Source: the lists of 中国记协 members and 中央网信办's
 * register of Internet news services.
 */
const OUTLETS: Readonly<Record<string, string>> = {
  北京市: '千龙网 京报网 首都之窗 新京报 北青网',
  天津市: '津云 津云新闻 北方网 今晚报',
  河北省: '长城网 长城新媒体 燕赵都市报 燕赵晚报 冀云',
  山西省: '黄河新闻网 三晋都市报',
  内蒙古自治区: '正北方网 草原云 奔腾融媒',
  辽宁省: '北国网 东北新闻网 半岛晨报 华商晨报',
  吉林省: '彩练新闻 新文化报',
  黑龙江省: '东北网 极光新闻 龙头新闻',
  上海市: '解放日报 文汇报 新民晚报 东方网 澎湃新闻 看看新闻 上观新闻 劳动报 青年报',
  江苏省: '新华日报 交汇点 交汇点新闻 中国江苏网 扬子晚报 荔枝网 现代快报 紫牛新闻 金陵晚报',
  浙江省: '潮新闻 钱江晚报 都市快报 天目新闻 浙里办',
  安徽省: '中安在线 新安晚报 大皖新闻 江淮晨报',
  福建省: '东南网 海峡都市报 闽南网 新福建',
  江西省: '大江网 大江新闻 赣南日报 今视频',
  山东省: '大众日报 大众网 齐鲁网 齐鲁晚报 齐鲁壹点 闪电新闻 海报新闻 半岛都市报',
  河南省: '大河网 大河报 大象新闻 映象网 顶端新闻 猛犸新闻',
  湖北省: '荆楚网 长江云 极目新闻 楚天都市报 长江日报 大武汉',
  湖南省: '红网 红网时刻 三湘都市报 华声在线 潇湘晨报 新湖南',
  广东省: '南方日报 南方网 南方都市报 羊城晚报 金羊网 广州日报 大洋网 特区报',
  广西壮族自治区: '八桂 广西云 南国早报 红豆网',
  海南省: '南海网 南国都市报 椰网',
  重庆市: '华龙网 上游新闻 渝北时报',
  四川省: '川观新闻 川观 四川在线 封面新闻 华西都市报 天府早报 红星新闻',
  贵州省: '多彩贵州网 天眼新闻 动静新闻 当代贵州',
  云南省: '云网 云报 开屏新闻 春城晚报 七彩云端',
  西藏自治区: '中国西藏之声 雪域',
  陕西省: '秦闻 群众新闻 西部网 三秦都市报 华商报 起点新闻',
  甘肃省: '每日甘肃网 新甘肃 中国甘肃网 兰州晨报 奔流新闻',
  青海省: '大美青海 青海湖网 西海都市报',
  宁夏回族自治区: '塞上 宁云',
  新疆维吾尔自治区: '天山网 石榴云 亚心网 兵团日报 红山网',
};

let places: Trie<string> | undefined;

function readOutlets(): Trie<string> {
  const entries = Object.entries(OUTLETS);
  return new Trie(
    entries.flatMap(([place, names]) => names.split(' ').map((name) => [name, place] as const)),
  );
}

/** Adds an outlet to those that are known from then on. `place` is the canonical name of an area. */
export function addOutlet(name: string, place: string): void {
  places ??= readOutlets();
  places.set(name, place);
}

/** 某某新闻网, 某某日报: outlets of a city or county, named by it in short. */
const LOCAL =
  /^(?:中国)?([\u4e00-\u9fff]{2,4}?)(?:[省市县区]?(?:融媒体?(?:中心)?|新闻网|新闻|日报|晚报|早报|时报|报|发布|电视台|广播电视台|在线|之窗|之声|政府网|党建网?|生态环境|网|政协|人大))(?:社|网|客户端|微信公众号)?$/;

let byName: ReadonlyMap<string, readonly AreaRecord[]> | undefined;

/** The areas by their names, in full and in short. */
function getAreasByName(): ReadonlyMap<string, readonly AreaRecord[]> {
  if (byName) return byName;
  const areas = new Map<string, AreaRecord[]>();
  for (const area of listAreas())
    for (const name of new Set([area.name, ...area.shortNames.slice(0, 1)]))
      areas.set(name, [...(areas.get(name) ?? []), area]);
  byName = areas;
  return areas;
}

/** The place that an outlet is of, where its name does not hold it or holds it in short; null for others. */
export function findOutletArea(publisher: string): AreaRecord | null {
  places ??= readOutlets();
  const place = places.findAt(publisher, 0)?.value ?? LOCAL.exec(publisher)?.[1];
  if (place === undefined) return null;
  const areas = getAreasByName().get(place) ?? [];
  // The highest of one name: 海南 is the province rather than the prefecture.
  const ranked = ['PROVINCE', 'CITY', 'COUNTY'].map((rank) => areas.filter(({ level }) => level === rank));
  const [first, ...others] = ranked.find((each) => each.length > 0) ?? [];
  return others.length === 0 ? (first ?? null) : null;
}
