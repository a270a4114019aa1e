const SURNAMES = '王李张刘陈杨黄赵吴周徐孙马胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭';
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华建国文辉玲志';
const PLACES =
  '浙江省 湖州市 江苏省 苏州市 安徽省 合肥市 广东省 佛山市 四川省 绵阳市 云南省 大理州 山东省 烟台市';
const ORGANS = '生态环境厅 发展改革委 教育厅 人民政府 水利厅 卫生健康委 商务厅 科技厅';
const OFFICES = '厅长 主任 副主任 书记 省长 副秘书长';
const TOPICS = '水污染防治 乡村振兴 科技创新 城市更新 数据安全 港口建设 粮食储备 绿色金融';
const STATES = '法国 巴西 埃及 泰国 智利 肯尼亚 波兰 越南';

const pick = (words: string, number: number): string => {
  const list = words.includes(' ') ? words.split(' ') : [...words];
  return list[number % list.length] ?? '';
};

const name = (number: number) =>
  pick(SURNAMES, number * 7) + pick(GIVEN, number * 11) + pick(GIVEN, number * 5 + (number >> 5));

/** One clause of each kind in turn; what is named in it differs from one to the next. */
const CLAUSES: readonly ((number: number, place: string, topic: string) => string)[] = [
  (n, place, topic) =>
    `${place}${pick(ORGANS, n)}${pick(OFFICES, n)}${name(n)}主持召开第${(n % 90) + 1}次${topic}${pick(TOPICS, n >> 2)}工作会议并讲话`,
  (n) => `${name(n)}会见${pick(STATES, n)}总统${pick(GIVEN, n)}${pick(GIVEN, n >> 2)}斯基`,
  (n, place, topic) =>
    `${place}${pick(ORGANS, n)}与${pick(PLACES, n + 5)}${pick(ORGANS, n)}签署《${topic}合作框架协议》`,
  (n) => `${(n % 28) + 1}日${name(n)}、${name(n + 1)}、${name(n + 2)}出席座谈会`,
  (_, place, topic) => `${place}${topic}集团有限公司、${topic}研究院作交流发言`,
  (n, _, topic) => `${(n % 12) + 1}月${(n % 28) + 1}日${topic}论坛在${pick(PLACES, n + 3)}举行`,
];

/** A text of made-up clauses, crowded with persons, bodies, meetings and instruments; `mark` stands behind each clause. */
export function createCrowdedText(length: number, mark: string): string {
  let text = '';
  for (let n = 0; text.length < length; n++) {
    const clause = CLAUSES[n % CLAUSES.length];
    text += `${clause?.(n, pick(PLACES, n), pick(TOPICS, n * 3 + (n >> 4))) ?? ''}${mark}`;
  }
  return text.slice(0, length);
}
