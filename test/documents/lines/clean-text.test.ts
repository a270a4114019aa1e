import { cleanText } from '../../../src/documents/lines/clean-text.ts';
import { mapSource } from '../../../src/documents/model/mapped-text.ts';

const clean = (text: string) => cleanText(mapSource(text), { ambiguousAsTraditional: true }).text;
const cleanSimplified = (text: string) => cleanText(mapSource(text), { ambiguousAsTraditional: false }).text;

test.each([
  ['生(sheng)(sheng)態(tai)環境', '生态环境'],
  ['生（shēng）态（tài）环(huan2)境', '生态环境'],
  ['大会(dà huì)由市教育局（jiàoyùjú）主办', '大会由市教育局主办'],
  ['绿(lv)色、绿(lü)化、女(nu)性', '绿色、绿化、女性'],
  ['重(chong)庆、重(zhong)要', '重庆、重要'],
  ['会(hui )议 (yi)', '会议'],
])('pinyin annotations are removed: %s', (noisy, expected) => {
  expect(clean(noisy)).toBe(expected);
});

test.each([
  '二氧化氮（NO2）',
  '挥发性有机物（VOCs）',
  '规划（2022）',
  '金嘉平（三地）',
  '示范区（fan club）',
  '会议（A）',
])('other parentheses stay: %s', (text) => {
  expect(clean(text)).toBe(text);
});

test.each([
  ['会议召开。[1]签署协议^[2]^。', '会议召开。签署协议。'],
  ['会议召开[详细]，市长主持。（点击进入专题）', '会议召开，市长主持。'],
  ['总投资2亿元。【更多内容请下载客户端】会议要求', '总投资2亿元。会议要求'],
  ['签署协议。（下转第二版）', '签署协议。'],
])('what sites put into text in brackets is removed: %s', (noisy, expected) => {
  expect(clean(noisy)).toBe(expected);
});

test.each(['〔2019〕12号', '（扫黑除恶）', '《办法》（更新版）', '【扫黑除恶】会议召开', '[2019]12号'])(
  'other brackets stay: %s',
  (text) => {
    expect(clean(text)).toBe(text);
  },
);

test.each([
  ['臺灣與台北', '台湾与台北'],
  ['裏面、裡面、公里', '里面、里面、公里'],
  ['幹部、乾燥、干涉、乾隆年間', '干部、干燥、干涉、乾隆年间'],
  ['發展、頭髮、髮廊', '发展、头发、发廊'],
  ['前後、皇后、午后', '前后、皇后、午后'],
  ['著名學者、顯著成效、沿著道路', '著名学者、显著成效、沿着道路'],
  ['瞭解、瞭望塔', '了解、瞭望塔'],
  ['象徵、魏徵', '象征、魏徵'],
  ['答覆、覆蓋率', '答复、覆盖率'],
  ['憑藉、慰藉', '凭借、慰藉'],
  ['於是、樊於期', '于是、樊於期'],
  ['副市長王乾出席，李國乾主持', '副市长王乾出席，李国乾主持'],
  ['領導乾部、骨乾企業、天乾物燥', '领导干部、骨干企业、天干物燥'],
  ['向全國復制、關于', '向全国复制、关于'],
])('Traditional becomes Simplified by its context: %s', (traditional, expected) => {
  expect(clean(traditional)).toBe(expected);
});

test.each([
  '乾安县',
  '副市长於志远出席',
  '何青、於志远等参加',
  '著作权',
  '沈阳',
  '夥同',
  '慰藉',
  '皇后',
  '公里',
])('Simplified text stays as it is: %s', (text) => {
  expect(cleanSimplified(text)).toBe(text);
});

test.each([
  ['会议於北京召开', '会议于北京召开'],
  ['於是，工作优於往年', '于是，工作优于往年'],
])('於 is 于 on a Simplified page, save in names: %s', (source, expected) => {
  expect(cleanSimplified(source)).toBe(expected);
});

test.each([
  ['市长王某,副市长李某', '市长王某，副市长李某'],
  ['PM2.5,臭氧;1,305次', 'PM2.5，臭氧；1,305次'],
  ['19:41,会议:开始', '19:41，会议：开始'],
  ['（草案)和(试行）', '（草案）和（试行）'],
  ['"双碳"目标', '“双碳”目标'],
  ['「一河一策」與『三線』', '“一河一策”与‘三线’'],
  ['卡尔•马克思', '卡尔·马克思'],
  ['２０２３年ＡＢＣ', '2023年ABC'],
  ['会议结束.', '会议结束。'],
  ['生\u200b态\ufeff环\u00ad境', '生态环境'],
  ['⽣态环境', '生态环境'],
])('punctuation and width take one form: %s', (source, expected) => {
  expect(clean(source)).toBe(expected);
});

test('white space collapses to single blanks', () => {
  expect(clean('　李某主持　\t王某讲话 ')).toBe('李某主持 王某讲话');
});
