import { expect, test } from '@jest/globals';
import { extractClaims } from '../../../src/extraction/extract-claims.ts';
import { createArticle } from '../article.ts';

/** What a page says of numbers, each as one line: measure, number and unit, then what is not usual. */
function read(body: string, publishedOn = '2023-02-21'): string[] {
  const { claims } = extractClaims(createArticle({ body: [body], publishedOn }));
  return claims.flatMap((claim) => {
    if (claim.kind !== 'indicator') return [];
    const { measure, form, value, unit, bound, planned, organisation, area, meeting } = claim;
    return [
      measure,
      form === 'CHANGE' ? 'Δ' : '',
      `${value} ${unit}`,
      bound === 'EXACT' ? '' : bound,
      planned ? 'planned' : '',
      organisation ?? area ?? meeting ?? '',
    ]
      .filter((part) => part !== '')
      .join(', ');
  });
}

test.each<[rule: string, text: string, facts: string[]]>([
  [
    'number behind what it measures',
    '湖州市全年空气质量优良天数比率为86.3%。',
    ['空气质量优良天数比率, 86.3 %, 330500'],
  ],
  ['number before what it counts', '现场签约了35个合作项目。', ['合作项目, 35 个']],
  ['what is counted stands behind 的', '形成136项具有开创性的制度成果。', ['制度成果, 136 项']],
  [
    'a part of what was counted',
    '形成制度成果136项，向全国推广38项。',
    ['制度成果, 136 项', '制度成果向全国推广, 38 项'],
  ],
  [
    'a bare word means what was counted',
    '建成海外仓300个、面积200万平方米。',
    ['海外仓, 300 个', '海外仓面积, 2000000 m2'],
  ],
  [
    'a change, and of what',
    '浙江省PM2.5平均浓度24微克/立方米，同比下降3.2%。',
    ['PM2.5平均浓度, 24 ug/m3, 330000', 'PM2.5平均浓度, Δ, -3.2 %, 330000'],
  ],
  ['a change of what stands before it', '上海市进出口总值同比增长16.9%。', ['进出口总值, Δ, 16.9 %, 310000']],
  [
    'number in brackets',
    '湖州市PM2.5浓度创历史新低（25微克/立方米），居全省前列。',
    ['PM2.5浓度, 25 ug/m3, 330500'],
  ],
  ['for so many years', '湖州市空气质量连续6年位居全省前三。', ['空气质量位居全省前三, 6 a, 330500']],
  ['what is meant to be', '湖州市将用三年时间投资270亿元。', ['投资, 27000000000 CNY, planned, 330500']],
  [
    'what was already done is not meant',
    '湖州市已将企业36家纳入清单，新增绿色工厂12家。',
    ['绿色工厂, 12 家, 330500'],
  ],
  [
    'who took part in the one meeting',
    '6月6日，太湖治理现场会在湖州召开，300余名代表参加会议。',
    ['代表, 300 名, AT_LEAST, m1'],
  ],
  [
    'examples are no subject',
    '上海市涌现出甲云商、乙云商等100多家产业平台。',
    ['产业平台, 100 家, AT_LEAST, 310000'],
  ],
  ['who only tells it is no subject', '据浙江省生态环境厅统计，完成治理项目58个。', ['治理项目, 58 个']],
  ['a share is nothing without its whole', '第三产业占全省的比重为52.1%。', ['第三产业占全省的比重, 52.1 %']],
  ['when it was is not what it is', '做完18个项目之后，进入新阶段。', ['项目, 18 个']],
  ['a change with words between', 'PM2.5平均浓度同比下降了约3.2%。', ['PM2.5平均浓度, Δ, -3.2 %, ABOUT']],
  ['to whom it went', '浙江省向灾区拨付资金35万元。', ['灾区拨付资金, 350000 CNY, 330000']],
  ['what it rose to', '森林覆盖率提高到52%。', ['森林覆盖率, 52 %']],
  ['的 behind the counter', '引进100多家的龙头企业。', ['龙头企业, 100 家, AT_LEAST']],
  ['a state of which it tells', '新加坡共有企业35家。', ['企业, 35 家, SG']],
  ['where it came from is no subject', '从浙江省引进企业35家。', ['企业, 35 家']],
  ['one of several is no subject', '上海市和浙江省新增企业35家。', ['企业, 35 家']],
])('%s: %s', (_rule, text, facts) => {
  expect(read(text)).toEqual(facts);
});

test.each<[rule: string, text: string]>([
  ['generic words', '会议从9个方面作出部署。'],
  ['where a number came from', '项目由2个拓展到6个。'],
  ['a share of something behind it', '湖南80%以上的县市区产茶。'],
  ['a name with a number in it', '授予49名同志第26届五四奖章。'],
  ['an area alone', '浙江11个。'],
  ['a speed', '列车时速350公里。'],
  ['what is said to have been something else', '森林覆盖率由三成提高到52%。'],
  ['what the next number measures', '14个成员国进出口总值为2.86亿元。'],
  ['a bare word with nothing before it', '面积达到200万平方米。'],
])('nothing from %s: %s', (_rule, text) => {
  expect(read(text)).toEqual([]);
});
