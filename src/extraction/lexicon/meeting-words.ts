import { Trie } from '../terms/trie.ts';

/**
 * Words that end the names of meetings; `null` marks words that only look like one. To extend: add the word
 * to its list. Fairs, campaigns and openings are left out: they are no meetings.
 */
const MEETINGS =
  '议政会 总河长会 总林长会 总河湖长会 河长会 林长会 书记办公会 区长办公会 市长办公会 县长办公会 电视电话会 电话会 研判会 磋商会 观摩会 研讨交流会 共商会 会商会议 协商议政会 务虚会 交流座谈会 创新大会 督办会 反馈会 通气会 洽谈会 启动会 会商会 协调会 评议会 誓师大会 办公会 办公会议 调度会议 警示教育会 签订仪式 签字仪式 会签仪式 会议 座谈会 座谈会议 论坛 现场会 推进会 大会 峰会 研讨会 研讨班 协商会 联席会 联席会议 全会 全体会议 常务会议 常委会会议 工作会 工作会议 专题会 专题会议 专题学习 市委常委会 省委常委会 县委常委会 区委常委会 州委常委会 党委常委会 联委会会议 联委会 部署会 动员会 动员部署会 动员大会 交流会 对接会 推介会 恳谈会 圆桌会 圆桌会议 ' +
  '年会 例会 调度会 视频会 视频会议 电视电话会议 电话会议 汇报会 总结会 分析会 通报会 情况通报会 新闻发布会 发布会 听证会 论证会 评审会 咨询会 座谈 集体学习 学习会 宣讲会 报告会 茶话会 纪念大会 表彰大会 庆祝大会 表彰会 签约仪式 签署仪式 ' +
  '会晤 会谈 对话会 高级别会议 部长级会议 领导人会议 非正式会议 代表大会 协作会议 理事会会议 审议会 见面会 说明会 约谈会 碰头会 民主生活会 工作推进会 主席会议 委员长会议 主任会议 党组会议 专题协商会 双周协商座谈会 政企座谈会 高峰论坛 座谈交流会 工作座谈会 联谊会议 培训班开班式 战略对话 经济对话 安全对话 高级别对话 经济财金对话 工作会谈 工作座谈 工作座谈会 签约大会 授牌仪式 揭牌仪式 政府磋商 外交磋商 战略磋商 海洋事务磋商';
const NO_MEETINGS =
  '会议中心 会议室 会议厅 会议精神 大会堂 论坛报 峰会路 会议纪要 会议室里 大会战 会议桌 会议展览 会谈纪要 论坛秘书处 会议通知 大会主席团 会谈室 会晤机制 联席会议制度 联席会议办公室 论坛秘书长 发布会厅 会议系统 大会秘书处 会议代表 会议地点 会议期间 对话会议机制 代表大会制度 人民代表大会制度';

/** Endings of meetings, null for words that only look like one. */
export const meetingWords = new Trie<true | null>([
  ...MEETINGS.split(' ').map((word) => [word, true] as const),
  ...NO_MEETINGS.split(' ').map((word) => [word, null] as const),
]);

const HELD = '召开 举行 开幕 闭幕 落幕 举办 成功举办 成功举行'.split(' ');
const HOLDING = '主持召开 召开 举行 出席 参加 主持 列席 举办'.split(' ');

/**
 * Verbs that report a meeting: whether it may be their subject (held) and their object (holding); neither for words that
 * only look like a verb. To extend: add the verb above.
 */
export const meetingVerbs = new Trie([
  ...[...new Set([...HELD, ...HOLDING])].map(
    (verb) => [verb, { held: HELD.includes(verb), holding: HOLDING.includes(verb) }] as const,
  ),
  ['主持人', { held: false, holding: false }],
]);

/** Words before a verb that make it a plan, a wish or a habit. To extend: add the word. */
export const notHeld =
  /(?:将|拟|要|即将|计划|定于|每年都要|每年|定期|推动|筹备|支持|鼓励|可以|不|未|继续|欢迎|期待|邀请|来华|来京|来沪|前来|赴华|推迟|取消|建议|争取|准备|以便|呼吁|希望|如期|同意|申办|轮流|应邀|商定|约定)(?:于)?(?:(?:[0-9]{4}年)?[0-9]{1,2}月(?:[0-9]{1,2}日|[上中下]旬)?)?(?:在|在.{1,12})?$/;
