/** A clause that is repeated: always the same, or with other names each time. */
export interface Clause {
  readonly name: string;
  readonly create: (number: number) => string;
}

const SURNAMES = [...'王李张刘陈杨黄赵吴周徐孙马胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭'];
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华建国文辉玲志'];
const PLACES =
  '浙江省 湖州市 江苏省 苏州市 安徽省 合肥市 广东省 佛山市 四川省 绵阳市 云南省 山东省 烟台市 上海市 嘉定区 昆山市'.split(
    ' ',
  );
const ORGANS = '生态环境厅 发展改革委 教育厅 人民政府 水利局 委 政府 商务厅 人大常委会 中级人民法院'.split(
  ' ',
);
const OFFICES = '厅长 主任 副主任 书记 省长 副秘书长 局长 副市长'.split(' ');
const STATES = '法国 巴西 埃及 泰国 智利 肯尼亚 波兰 越南'.split(' ');
const TITLES = '合作框架协议 合作协议 战略合作备忘录 联合声明 协议'.split(' ');
const EVENTS = '工作会议 座谈会 论坛 签约仪式 联席会议 推进会 大会'.split(' ');

const at = (list: readonly string[], number: number) => list[Math.abs(number) % list.length] ?? '';
/** Two characters that are others for each of nine hundred numbers. */
const topic = (number: number) => at(GIVEN, number * 7) + at(GIVEN, Math.floor(number / 30) + number);
const name = (number: number) => at(SURNAMES, number * 11) + topic(number);

/** What a place in braces stands for, by the number of the clause. */
const SLOTS: Readonly<Record<string, (number: number) => string>> = {
  place: (n) => at(PLACES, n),
  elsewhere: (n) => at(PLACES, n * 3 + 5),
  organ: (n) => at(ORGANS, n),
  office: (n) => at(OFFICES, n),
  name,
  other: (n) => name(n + 401),
  foreign: (n) => `${topic(n)}斯基`,
  state: (n) => at(STATES, n),
  topic,
  title: (n) => at(TITLES, n),
  event: (n) => at(EVENTS, n),
  n: (n) => String((n % 28) + 1),
  m: (n) => String((n % 12) + 1),
};

const SUBJECTS = [
  '',
  '{place}{organ}',
  '{place}{organ}{office}{name}',
  '{name}',
  '{name}、{other}',
  '双方',
  '两地',
  '两省',
  '三省一市生态环境部门',
  '{topic}{topic}集团有限公司',
  '{topic}{topic}集团',
  '我市',
  '省委',
  '市生态环境局',
  '{place}{organ}与{elsewhere}{organ}',
  '{place}、{elsewhere}{organ}',
  '{state}总统{foreign}',
  '{n}日',
  '{m}月{n}日，{name}',
  '会上，',
  '主席',
  '协作小组',
  '该委员会',
];
const PREDICATES = [
  '',
  '签署《{topic}{title}》',
  '签署{topic}{title}',
  '签署协议',
  '签署合作协议',
  '共同签署了《{topic}协议》（以下简称《协议》）',
  '召开{topic}工作会议',
  '主持召开座谈会',
  '主持召开第{n}次{topic}{event}并讲话',
  '会见{state}总统{foreign}',
  '同{other}举行会谈',
  '出席{topic}签约仪式并致辞',
  '作交流发言',
  '在{elsewhere}召开{event}',
  '来我市考察',
  '说',
  '代表{elsewhere}{organ}签字',
  '（{topic}）',
  '《{topic}',
  '“{topic}',
  '局长',
];
const MARKS = ['', '。', '，', '、', '；', '\n', '和', '与', '。\n', ' '];

const fill = (pattern: string, number: number) =>
  pattern.replace(/\{(\w+)\}/g, (_, slot: string) => SLOTS[slot]?.(number) ?? '');

/** Every subject with every predicate and one of the marks; those that hold names twice, the same and ever different. */
export function createClauses(random: () => number): Clause[] {
  const patterns = SUBJECTS.flatMap((subject) =>
    PREDICATES.map((predicate) => `${subject}${predicate}${at(MARKS, Math.floor(random() * MARKS.length))}`),
  ).filter((pattern) => pattern.trim() !== '');
  return patterns.flatMap((pattern) => {
    const same = fill(pattern, 3);
    const fixed = { name: JSON.stringify(same), create: () => same };
    if (!pattern.includes('{')) return [fixed];
    return [fixed, { name: JSON.stringify(pattern), create: (number: number) => fill(pattern, number) }];
  });
}
