/** How a quantity is measured. */
export interface Unit {
  /**
   * The canonical unit: the code of UCUM where it has one (`ug/m3`, `%`, `km2`, `t`, `a`), that of ISO 4217 for money (`CNY`), else
   * the counter itself (`项`, `家`).
   */
  readonly code: string;
  /** By which power of ten the printed number is multiplied. */
  readonly scale: number;
  /** `counter`: counts things, whose name may stand behind it; `measure`: measures something that stands before it. */
  readonly kind: 'counter' | 'measure';
}

/** Measures by code, as printed; `word*3` is multiplied by ten to the third. To extend: add the word. */
const MEASURES: Readonly<Record<string, string>> = {
  'ug/m3': '微克/立方米 微克每立方米 μg/m3 μg/m³ ug/m3 ug/m³',
  'mg/m3': '毫克/立方米 毫克每立方米 mg/m3 mg/m³',
  'mg/L': '毫克/升 毫克每升 mg/L',
  '%': '% ％',
  pp: '个百分点 百分点',
  CNY: '元人民币 元',
  USD: '美元',
  EUR: '欧元',
  JPY: '日元',
  GBP: '英镑',
  HKD: '港元 港币',
  km2: '平方公里 平方千米 km2',
  m2: '平方米',
  har: '公顷',
  亩: '亩',
  m3: '立方米',
  km: '公里 千米 km',
  t: '吨',
  kg: '公斤 千克',
  'kW.h': '千瓦时',
  kW: '千瓦 兆瓦*3',
  Cel: '摄氏度 ℃',
  dB: '分贝',
  tce: '吨标准煤 吨标煤',
  倍: '倍',
};

/** Words that count. To extend: add the word. */
const COUNTERS =
  '项 个 家 条 件 人 名 户 人次 座 处 份 场 批 所 台 辆 架 艘 列 只 头 株 棵 对 宗 起 笔 类 种 支 套 篇 部 期 班 班次 架次 批次 车次 例 张 块 根 口 栋 间 床 标准箱 门 款';

function* readMeasures(): Generator<[string, Unit]> {
  for (const [code, words] of Object.entries(MEASURES))
    for (const word of words.split(' ')) {
      const [printed = '', scale = '0'] = word.split('*');
      yield [printed, { code, scale: Number(scale), kind: 'measure' }];
    }
}

/** Units as printed. */
export const units: ReadonlyMap<string, Unit> = new Map([
  ...readMeasures(),
  ...COUNTERS.split(' ').map((code): [string, Unit] => [code, { code, scale: 0, kind: 'counter' }]),
]);
/** Endings of what is measured, where its value stands in brackets behind a sentence about it. To extend: add the word. */
export const measureEndings =
  '浓度 比例 比率 占比 率 面积 总量 总额 金额 规模 数量 产值 产量 增加值 收入 投资额 指数 密度 强度 排放量 用量 均值 里程 人口'.split(
    ' ',
  );

/** Words by which what is measured rises or falls. To extend: add the word. */
export const changeWords: ReadonlyMap<string, 'RISE' | 'FALL'> = new Map([
  ...'增长 上升 提高 提升 增加 上涨 扩大 回升 攀升'.split(' ').map((word) => [word, 'RISE'] as const),
  ...'下降 降低 减少 回落 下滑 下跌 缩小 压减 缩减'.split(' ').map((word) => [word, 'FALL'] as const),
]);
