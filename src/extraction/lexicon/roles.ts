/** What a role hangs on: an organisation, a division or state, or nothing that need be named. */
export type RoleScope = 'ORGANISATION' | 'AREA' | 'STATE' | 'NONE';

/**
 * Words for offices, by scope. To extend: add a word; the prefixes below need no entry of their own.
 *
 * AREA: heads of divisions, whose title holds the division (上海市市长). STATE: heads of states and
 * governments, members of royal houses. NONE: offices whose title is complete by itself.
 * ORGANISATION: the rest. Source: 公务员职务 titles, 企业 and 事业单位 usage, Ministry of Foreign Affairs usage.
 */
const ROLES: Readonly<Record<RoleScope, string>> = {
  AREA: '省长 市长 县长 区长 州长 盟长 旗长 镇长 乡长 行政长官 河长 湖长 河湖长 林长 田长',
  STATE:
    '总统 总理 首相 国王 女王 王储 埃米尔 苏丹 天皇 国家元首 政府首脑 大公 亲王 王后 公主 酋长 过渡总统 外长 防长 财长 国务卿 国防部长 外交部长 外交大臣 国防大臣 财政大臣 大臣 国务大臣 议长 众议长 参议长 ' +
    '国民议会议长 众议院议长 参议院议长 国会主席 联邦委员会主席 国家杜马主席 总督 驻华大使 外贸部长 总统特别代表 总统代表 总统特使 首相特使 总统夫人 政府总理 联邦总理 国家主席 第一夫人',
  NONE: '国务委员 国家主席 国家副主席 总书记 院士 本报记者 新华社记者 记者 教授 研究员 专家 特首 无党派人士 无党派人士代表 道德模范 劳动模范 全国劳动模范 航天员 市领导 省领导 区领导 县领导 州领导 自治区领导 校领导 厅领导 局领导 领导',
  ORGANISATION:
    '主委 书记 常委 委员 常务委员 候补委员 部长 厅长 局长 分局长 署长 司长 处长 科长 主任 主任委员 院长 检察长 会长 理事长 理事 秘书长 主席 行长 校长 所长 站长 组长 关长 台长 社长 总编辑 总编 主编 董事长 ' +
    '总经理 总裁 经理 首席执行官 总工程师 总工 总经济师 总会计师 总规划师 总农艺师 总畜牧师 总统计师 总兽医师 总审计师 首席科学家 首席专家 首席经济学家 司令员 司令 政委 政治委员 参谋长 舰长 总队长 支队长 大队长 队长 ' +
    '委员长 大使 公使 总领事 领事 参赞 发言人 特使 特别代表 常驻代表 代表 顾问 督学 督察专员 监察专员 专员 巡视员 调研员 党组书记 党组成员 党委书记 党委委员 党委常委 党组副书记 党委副书记 党工委书记 党支部书记 机关党委书记 ' +
    '总干事 联合主席 轮值主席 主持人 常务理事 监事长 监事会主席 工会主席 馆长 园长 团长 总指挥 指挥长 召集人 负责人 创始人 合伙人 负责同志 总设计师 首席代表 议员 主任医师 县级干部 处级干部 科级干部 厅级干部 专委 审委会专职委员 审判委员会专职委员 检委会专职委员 检察委员会专职委员 审判长 庭长 总检察长 首席大法官 大法官 首席大检察官 ' +
    '首席 大主教 主教 教皇 村支书 支书 合伙人 法定代表人 班子成员 成员 督导组组长 联络员 二级巡视员 一级巡视员 司局长 总干部 副秘书长 总监 财务总监 技术总监 运营总监 总经理助理 市长助理 部长助理 行长助理 省长助理 主席助理 局长助理 院长助理 校长助理 总裁助理 执行主任 执行董事 董事',
};

/** Words before a role that are a part of it. Longer ones first where one begins another. To extend: add a word. */
const PREFIXES =
  '新闻 常务 第一副 常务副 执行副 高级副 副 代理 代 第一 名誉 轮值 候任 当选 过渡 执行 首席 联席 联合 专职副 专职 兼职副 驻会副 资深 荣誉 高级 一级 二级 三级 四级 原 前 时任 新任 党组 党委 机关党委 党工委 纪检 总 临时 联邦';

/** Prefixes that say when, not what; they are no part of the role. */
const TIME_PREFIXES = '时任 新任 候任';

/** Roles of people without office: they make a person of the name that follows, but are no post. */
const DESCRIPTIONS =
  '市领导 省领导 区领导 县领导 州领导 自治区领导 校领导 厅领导 局领导 领导 院士 教授 研究员 专家 负责人 负责同志 成员 代表 创始人 合伙人 航天员 班子成员 议员 主持人 法定代表人 总干部 道德模范 劳动模范 全国劳动模范 主任医师 县级干部 处级干部 科级干部 厅级干部 副县级干部 公主 本报记者 新华社记者 记者';

/** Words that begin with a role and name no holder of it: 常委会. To extend: add the word. */
const NO_ROLES =
  '河长处 林长处 总工会 专委会 专委办 领导小组 领导干部 领导下 领导人 领导班子 领导力 领导核心 领导机关 领导机构 领导体制 领导作用 领导权 领导责任 领导同志 领导集体 领导方式 领导能力 领导机制 领导制度 领导组 领导层 领导地位 领导岗位 领导工作 领导和 领导与 领导的 常委会 常务委员会 委员会 理事会 理事单位 理事国 董事会 董事局 监事会 主席团 主席台 主席国 轮值主席国 主席令 主席会议 代表团 代表队 代表大会 代表处 代表作 代表性 代表着 代表了 代表们 代表委员 代表人物 代表中央 代表党中央 代表国家 代表国务院 代表中国 记者会 记者站 记者团 记者协会 记者见面会 记者招待会 专家组 专家库 专家学者 专家委员会 ' +
  '教授级 书记处 书记员 委员长会议 委员通道 代表通道 部长通道 总统办公厅 总统委员会 总统府 总统候选人 总统选举 总统大选 总统任期 总统宫 总统令 首相府 首相官邸 总理府 总理记者会 总理会晤 总理级 部长级 部长会议 部长理事会 外长会 外长会议 外长会晤 防长会 防长会议 财长会议 总理会议 院长会议 主任会议 行长会议 局长会议 厅长会议 ' +
  '市长热线 校长杯 省长质量奖 议长会议 首席执行官 首脑会议 主任委员会 领事馆 领事保护 大使馆 大使级 总领事馆 顾问委员会 研究员级 成员国 成员单位 成员们 指挥部 指挥中心 指挥官 队长杯 经理人 经理部 总裁班 总裁室 秘书长会议 队长袖标 苏丹红 ' +
  '河长制 湖长制 河湖长制 林长制 田长制 河长办 湖长办 河湖长办 林长办 河长令 湖长令 林长令 河长江 湖长江 河长期 湖长期 林长期 河长效 湖长效 林长效 湖长三角 河长会 林长会 湖长会 河长会议 林长会议 负责同志座谈会 负责同志会议 河长湖长 河长巡河 林长巡林 河长述职 指挥体系 指挥调度 首席大法官会议 团长会议 主席联席会议 委员履职 委员提案 代表建议 代表资格 成员名单 负责人座谈会 负责人会议';

/** Words that the scan for roles passes over. */
export const noRoles: readonly string[] = NO_ROLES.split(' ').filter((word) => word !== '首席执行官');

/** The roles with what they hang on. A role in two lists keeps the last scope. */
export function* listRoles(): Generator<readonly [string, RoleScope]> {
  for (const [scope, words] of Object.entries(ROLES)) {
    for (const word of words.split(' ')) yield [word, scope as RoleScope];
  }
}

/** Prefixes of roles. */
export const rolePrefixes: readonly string[] = PREFIXES.split(' ');

/** Prefixes that are dropped from the role. */
export const timePrefixes: ReadonlySet<string> = new Set(TIME_PREFIXES.split(' '));

/** Roles that name no post. */
export const descriptions: ReadonlySet<string> = new Set(DESCRIPTIONS.split(' '));
