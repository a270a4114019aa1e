import { understandQuestion } from '../../../src/search/query/understand-question.ts';

test.each<[string, string, string[]]>([
  ['谁签署了太湖蓝藻协议', '太湖蓝藻协议', ['AGREEMENT', 'PERSON']],
  ['太湖蓝藻协议是谁签的？', '太湖蓝藻协议', ['AGREEMENT', 'PERSON']],
  ['太湖协议有哪些单位签署', '太湖协议', ['AGREEMENT', 'ORGANISATION']],
  ['上海和浙江签署了哪些协议', '上海 浙江', ['AGREEMENT']],
  ['江苏和安徽达成了哪些合作协议', '江苏 安徽', ['AGREEMENT']],
  ['太湖蓝藻协议什么时候签的', '太湖蓝藻协议', ['AGREEMENT']],
  ['李强主持了哪些会议', '李强 主持', ['MEETING']],
  ['王文涛主持了什么会议？', '王文涛 主持', ['MEETING']],
  ['李强和王毅一起参加过哪些会议', '李强 王毅', ['MEETING']],
  ['習近平出席了哪些會議', '习近平', ['MEETING']],
  ['2022年8月有哪些会议', '2022年8月', ['MEETING']],
  ['2022年8月17日召开了什么会议', '2022年8月17日', ['MEETING']],
  ['哪些国际会议在北京举行', '国际会议 北京', ['MEETING']],
  ['国务院常务会议什么时候召开', '国务院常务会议', ['MEETING']],
  ['第十二次全体会议在哪里召开的', '第十二次全体会议', ['MEETING']],
  ['中央经济工作会议是哪年开的', '中央经济工作会议', ['MEETING']],
  ['二十国集团峰会何时举行', '二十国集团峰会', ['MEETING']],
  ['谁出席了博鳌亚洲论坛', '博鳌亚洲论坛', ['MEETING', 'PERSON']],
  ['谁主持召开了国务院常务会议', '主持 国务院常务会议', ['MEETING', 'PERSON']],
  ['哪些人参加了长三角生态环境会议', '长三角生态环境会议', ['MEETING', 'PERSON']],
  ['哪些部门参加了太湖会议', '太湖会议', ['MEETING', 'ORGANISATION']],
  ['浙江省省长是谁', '浙江省省长', ['PERSON']],
  ['谁是美国总统', '美国总统', ['PERSON']],
  ['请问商务部部长是谁', '商务部部长', ['PERSON']],
  ['现任商务部部长是谁？', '商务部部长', ['PERSON']],
  ['央行行长是谁', '央行行长', ['PERSON']],
  ['上海市市长叫什么名字', '上海市市长', ['PERSON']],
  ['何立峰现在担任什么职务', '何立峰', ['PERSON']],
  ['李强会见了哪些人', '李强会见', ['PERSON']],
  ['浙江省有哪些企业', '浙江省', ['ORGANISATION']],
  ['2025年浙江GDP是多少', '2025年浙江gdp', ['INDICATOR']],
  ['粮食产量多少', '粮食产量', ['INDICATOR']],
  ['长三角一体化有哪些新闻', '长三角一体化', ['ARTICLE']],
  ['李强什么时候访问了德国', '李强 访问 德国', []],
  ['南水北调工程什么时候开工', '南水北调工程 开工', []],
])('%s', (question, text, kinds) => {
  expect(understandQuestion(question)).toEqual({ text, kinds });
});

test.each([
  '太湖',
  '李强 会见',
  '李强会见普京',
  '和平发展',
  '中国的开放',
  '长三角生态环境协作小组',
  '国务院第12次全体会议',
  '"李强主持了哪些会议"',
  'headline:谁',
  '',
])('%j is no question, or says itself how to read it', (text) => {
  expect(understandQuestion(text)).toEqual({ text, kinds: [] });
});

test('a question alone is looked for as it stands', () => {
  expect(understandQuestion('哪些会议')).toEqual({ text: '哪些会议', kinds: ['MEETING'] });
});
