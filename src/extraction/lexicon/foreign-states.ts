import { createRequire } from 'node:module';

/** A state other than China: its ISO 3166-1 alpha-2 code, common name and other names in use. */
export interface ForeignState {
  readonly code: string;
  readonly name: string;
  readonly otherNames: readonly string[];
}

/**
 * Usual other names, by ISO code. The first element replaces the package's name where that is no name of
 * Chinese news; the rest are added. To extend: add the code or the name; names of one character are kept
 * out, they are read in compounds only.
 *
 * Source: the package's names, set beside the usage of the Ministry of Foreign Affairs' list of countries.
 */
const USUAL_NAMES: Readonly<Record<string, readonly string[]>> = {
  AE: ['阿联酋', '阿拉伯联合酋长国'],
  BA: ['波黑', '波斯尼亚和黑塞哥维那'],
  BD: ['孟加拉国', '孟加拉'],
  CD: ['刚果（金）', '刚果(金)', '刚果民主共和国', '民主刚果'],
  CF: ['中非共和国'],
  CG: ['刚果（布）', '刚果(布)', '刚果共和国'],
  DM: ['多米尼克', '多米尼克国'],
  DO: ['多米尼加', '多米尼加共和国'],
  FM: ['密克罗尼西亚联邦', '密克罗尼西亚', '密联邦'],
  GB: ['英国', '大不列颠及北爱尔兰联合王国'],
  ID: ['印度尼西亚', '印尼'],
  KG: ['吉尔吉斯斯坦', '吉尔吉斯'],
  KP: ['朝鲜', '朝鲜民主主义人民共和国'],
  KR: ['韩国', '大韩民国'],
  KZ: ['哈萨克斯坦'],
  MN: ['蒙古国', '蒙古'],
  MR: ['毛里塔尼亚', '毛塔'],
  PG: ['巴布亚新几内亚', '巴新'],
  RU: ['俄罗斯', '俄罗斯联邦'],
  SA: ['沙特阿拉伯', '沙特'],
  ST: ['圣多美和普林西比', '圣普'],
  TT: ['特立尼达和多巴哥', '特多'],
  US: ['美国', '美利坚合众国'],
  UZ: ['乌兹别克斯坦'],
  VC: ['圣文森特和格林纳丁斯', '圣文森特'],
};

/** Chinese codes, and territories that are no states and whose names would only mislead. */
const LEFT_OUT = new Set(
  (
    'CN TW HK MO AI AQ AS AW AX BL BM BQ BV CC CW CX EH FK FO GF GG GI GP GS GU HM IM IO JE KY MF MP MQ MS NC NF PF ' +
    'PM PN PR RE SH SJ SX TC TF TK UM VG VI WF YT'
  ).split(' '),
);

function readPackage(): Readonly<Record<string, string | readonly string[]>> {
  const data = createRequire(import.meta.url)('i18n-iso-countries/langs/zh.json') as {
    readonly countries: Readonly<Record<string, string | readonly string[]>>;
  };
  return data.countries;
}

/**
 * Every foreign state, in the order of the ISO codes.
 *
 * @see https://www.npmjs.com/package/i18n-iso-countries
 */
export function listForeignStates(): ForeignState[] {
  const states: ForeignState[] = [];
  for (const [code, packaged] of Object.entries(readPackage())) {
    if (LEFT_OUT.has(code)) continue;
    const printed = [packaged].flat()[0] ?? code;
    const [name = printed, ...others] = USUAL_NAMES[code] ?? [printed];
    const otherNames = code === 'CF' || printed === name ? others : [...new Set([...others, printed])];
    states.push({ code, name, otherNames: otherNames.filter((other) => other !== name) });
  }
  return states;
}
