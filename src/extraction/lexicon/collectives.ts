import { listAreas } from './areas.ts';

/** A word that stands for several areas: 三省一市. */
export interface Collective {
  readonly term: string;
  /** Codes of the areas, in the usual order. */
  readonly codes: readonly string[];
  /** The article must hold one of these words for the term to be read so; empty for a term that is clear by itself. */
  readonly contexts: readonly string[];
}

/**
 * `terms=one-character names of the provinces@context words`. Terms of one line are separated by `|`, so are contexts;
 * of lines with the same term the first whose context is met holds. To extend: add a line.
 *
 * Sources: 长江三角洲区域一体化发展规划纲要, 长三角生态绿色一体化发展示范区总体方案, 京津冀协同发展规划纲要,
 * 粤港澳大湾区发展规划纲要, 成渝地区双城经济圈建设规划纲要, 黄河流域生态保护和高质量发展规划纲要.
 */
const COLLECTIVES = `
三省一市|一市三省|长三角三省一市|沪苏浙皖三省一市|沪苏浙皖|苏浙皖沪|沪苏浙皖四地=沪苏浙皖@
两省一市|一市两省|沪苏浙两省一市|沪苏浙|苏浙沪|江浙沪=沪苏浙@长三角|示范区|太湖|沪苏浙|苏浙沪|江浙沪
京津冀三地|京津冀三省市|京津冀=京津冀@
粤港澳|粤港澳三地=粤港澳@
川渝|川渝两地|渝川|成渝两地=川渝@
东北三省|东三省|黑吉辽|辽吉黑=辽吉黑@
东北三省一区|东北三省和内蒙古=辽吉黑蒙@
西北五省区|西北五省=陕甘青宁新@
西南五省区市=渝川贵云藏@
中部六省=晋皖赣豫鄂湘@
沿黄九省区|黄河流域九省区|沿黄九省（区）=青川甘宁蒙陕晋豫鲁@
长江经济带11省市|长江经济带十一省市|沿江11省市|沿江省市=沪苏浙皖赣鄂湘渝川贵云@
京津两地|京津=京津@
苏皖两省|苏皖=苏皖@
苏浙两省=苏浙@
浙皖两省|浙皖=浙皖@
沪苏两地=沪苏@
沪浙两地=沪浙@
闽粤两省|粤闽两省=闽粤@
粤桂两省区|粤桂=粤桂@
粤琼两省=粤琼@
湘鄂赣三省|湘鄂赣=湘鄂赣@
湘赣两省=湘赣@
晋陕豫三省=晋陕豫@
陕甘宁三省区|陕甘宁=陕甘宁@
云贵川三省|云贵川=云贵川@
苏鲁豫皖四省|苏鲁豫皖=苏鲁豫皖@
冀鲁豫三省=冀鲁豫@`;

let abbreviationCodes: ReadonlyMap<string, string> | undefined;

/** One-character names of provinces → code. */
export function listAbbreviations(): ReadonlyMap<string, string> {
  if (abbreviationCodes) return abbreviationCodes;
  const codes = new Map<string, string>();
  for (const area of listAreas()) {
    if (area.level !== 'PROVINCE') continue;
    for (const name of area.shortNames) if (name.length === 1) codes.set(name, area.code);
  }
  abbreviationCodes = codes;
  return codes;
}

/** All collectives, in the order in which they are to be tried. */
export function listCollectives(): Collective[] {
  const abbreviations = listAbbreviations();
  return COLLECTIVES.split('\n')
    .filter(Boolean)
    .flatMap((line) => {
      const [terms = '', rest = ''] = line.split('=');
      const [letters = '', contexts = ''] = rest.split('@');
      const codes = [...letters].flatMap((letter) => abbreviations.get(letter) ?? []);
      return terms.split('|').map((term) => ({ term, codes, contexts: contexts.split('|').filter(Boolean) }));
    });
}
