import { expect, test } from '@jest/globals';
import { listQuantities } from '../../../src/extraction/indicators/quantities.ts';

const read = (text: string) =>
  listQuantities(text, { start: 0, end: text.length }).map(({ value, unit, bound }) =>
    [value, unit.code, ...(bound === 'EXACT' ? [] : [bound])].join(' '),
  );

test.each<[string, string[]]>([
  ['形成136项成果', ['136 项']],
  ['平均浓度19微克/立方米', ['19 ug/m3']],
  ['平均浓度19.5μg/m³', ['19.5 ug/m3']],
  ['平均浓度为每立方米27微克', ['27 ug/m3']],
  ['投资9007199254740993元', ['9007199254740993 CNY']],
  ['投资2700亿元', ['270000000000 CNY']],
  ['投资1.26亿元', ['126000000 CNY']],
  ['投资0.5万美元', ['5000 USD']],
  ['总量1,234,567吨', ['1234567 t']],
  ['装机3兆瓦', ['3000 kW']],
  ['同比下降3.20%', ['3.2 %']],
  ['提高2.1个百分点', ['2.1 pp']],
  ['面积300余万亩', ['3000000 亩 AT_LEAST']],
  ['涌现100多家平台', ['100 家 AT_LEAST']],
  ['签约逾40个项目', ['40 个 AT_LEAST']],
  ['近2000人参加', ['2000 人 AT_MOST']],
  ['约600人参加', ['600 人 ABOUT']],
  ['二十六项任务', ['26 项']],
  ['三千多人参加', ['3000 人 AT_LEAST']],
])('%s holds %j', (text, quantities) => {
  expect(read(text)).toEqual(quantities);
});

test.each([
  '第35个环境日',
  '排名前10名',
  '每10个人',
  '用3个月',
  '设3个工作日',
  '推进35项目',
  '有9家庭',
  '一个机制',
  '“2+12”大气污染',
  '“23条”方案',
  '苏环办〔2020〕23号',
  '100元素',
  '2023年2月21日',
  '历时14小时',
  '辖区3万人口',
  '修订5条例',
  '列入3名单',
  '开设5门户',
  '在20期间',
  '有3类似',
  '设2起点',
  '开放5口岸',
  '9部门联合',
  '新增3场地',
  '已有5处理',
  '有3所属',
  '2对口支援',
  '500种植户',
  '50支持资金',
  '3批准文件',
])('%s holds none', (text) => {
  expect(read(text)).toEqual([]);
});

test('a quantity stands where its number and its unit do', () => {
  const [quantity] = listQuantities('其中建成工厂14个', { start: 2, end: 9 });
  expect(quantity).toMatchObject({ start: 6, end: 9 });
});
