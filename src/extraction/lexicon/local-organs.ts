import type { OrganisationClass } from '../model/claim.ts';

/** What follows the name of a division, or its level word, to make the name of an organ: 省 + 政府. */
export interface LocalOrgan {
  /** As printed behind the division: 人民政府. */
  readonly term: string;
  /** As written in the canonical name: 政府. */
  readonly canonical: string;
  readonly classification: OrganisationClass;
}

/**
 * Organs of party, state and society that every division has, `printed=canonical` where the two differ.
 * 委 stands for the party committee behind a level word (省委). To extend: add a word to its line.
 *
 * Source: 地方各级人民代表大会和地方各级人民政府组织法, 中国共产党地方委员会工作条例.
 */
const ORGANS: Readonly<Partial<Record<OrganisationClass, string>>> = {
  PARTY:
    '委 党委=委 委员会=委 纪委 纪律检查委员会=纪委 纪委监委 纪检监察组 委办公厅 委办公室 委组织部 委宣传部 委统战部 委政法委 委政法委员会=委政法委 委网信办 ' +
    '委编办 委党校 委政研室 委政策研究室=委政研室 委老干部局 委社会工作部 委巡视办 委外办 委台办 委农办 委改革办 委财经办 委直属机关工委 委教育工委 ' +
    '委社工部 委金融办 委网络安全和信息化委员会办公室=委网信办 委港澳办 委港澳工作办公室=委港澳办 委外事办 委外事工作委员会办公室=委外办 委统一战线工作部=委统战部 委国安办 委依法治省办 委教育工作委员会=委教育工委 委机关工委 委讲师团 委组织部老干部局 委民族宗教办 委台港澳办 委农村工作领导小组办公室=委农办 委研究室 委巡视工作领导小组办公室=委巡视办 委员会办公厅=委办公厅 委员会办公室=委办公室 委员会组织部=委组织部 委员会宣传部=委宣传部 委员会统战部=委统战部 委巡察办 委党史研究室 委军民融合办 委审计办 委信访局 委机要局 委保密办 委督查室',
  GOVERNMENT:
    '政府 人民政府=政府 人大 人民代表大会=人大 人大常委会 人民代表大会常务委员会=人大常委会 政协 政协委员会=政协 监委 监察委员会=监委 高级人民法院 中级人民法院 ' +
    '中级法院=中级人民法院 高级法院=高级人民法院 第一中级人民法院 第二中级人民法院 第三中级人民法院 第四中级人民法院 第五中级人民法院 第一中级法院=第一中级人民法院 第二中级法院=第二中级人民法院 第三中级法院=第三中级人民法院 中院=中级人民法院 人民法院 人民检察院 法院 检察院 高院=高级人民法院 政府办公厅 政府办公室 政府研究室 人民政府办公厅=政府办公厅 人大常委会办公厅 政协办公厅 行政公署 公署 ' +
    '政府新闻办公室=政府新闻办 政府新闻办 政府驻北京办事处 政府参事室 人大常委会法工委 人大常委会法制工作委员会=人大常委会法工委 人大法工委=人大常委会法工委 人大法制委 人大法制委员会 人大财经委 人大城环资委 人大农委 人大农业与农村委员会 人大监察和司法委员会 政协提案委 政协提案委员会=政协提案委 政协经济委 政协经济委员会=政协经济委 政协人资环委 政协人口资源环境委员会 政协社法委 政协研究室',
  ASSOCIATION:
    '总工会 妇联 工商联 工商业联合会=工商联 科协 文联 作协 侨联 残联 社科联 红十字会 贸促会 台联 供销社 供销合作社',
  OTHER:
    '军区 警备区 军分区 武警总队 环科院 农科院 林科院 社科院 社会科学院 科学院 党校 发展研究中心 广播电视台',
};

/**
 * Fields of departments whose usual names hold 和, 与 or 及, or end in a plain 委, 办 or 署, each with the endings that are used.
 * Other departments need no entry: a division, a field and 厅, 局 or 委员会 are read by pattern.
 */
const DEPARTMENTS =
  '发展改革委 发展和改革委员会 发展改革委员会 发改委 发展和改革局 发展改革局 发改局 教委 教育委员会 科委 科学技术委员会 经信委 经济信息化委 经济和信息化委员会 经济和信息化委 工信委 ' +
  '经济和信息化厅 经济和信息化局 经信厅 经信局 工业和信息化厅 工业和信息化局 工业和信息化委员会 工信厅 工信局 民委 民宗委 民族宗教委 民族和宗教事务委员会 民族宗教事务委员会 民族宗教事务局 ' +
  '人力资源和社会保障厅 人力资源和社会保障局 人力资源社会保障厅 人力资源社会保障局 人社厅 人社局 住房和城乡建设厅 住房和城乡建设局 住房和城乡建设委员会 住房城乡建设厅 ' +
  '住房城乡建设局 住房城乡建设委 住房和城乡建设委 住建厅 住建局 住建委 建委 规划和自然资源局 规划和自然资源委员会 规划和自然资源委 规划自然资源局 自然资源和规划局 ' +
  '文化和旅游厅 文化和旅游局 文化和旅游委员会 文化旅游委 文旅厅 文旅局 文化和旅游委 卫生健康委 卫生健康委员会 卫健委 卫健局 卫计委 卫生计生委 卫生和计划生育委员会 经贸委 旅发委 农工委 农业农村委 农业农村委员会 农委 商务委 商务委员会 ' +
  '交通委 交通委员会 国资委 国有资产监督管理委员会 城管委 水务局 林业和草原局 林草局 林业和园林局 粮食和物资储备局 地方金融监督管理局 市场监管局 市场监督管理局 市场监管委 ' +
  '药监局 药品监督管理局 医保局 医疗保障局 大数据局 数据局 税务局 海关 气象局 地震局 通信管理局 外办 外事办 外事办公室 台办 侨办 港澳办 扶贫办 乡村振兴局 机关事务管理局 ' +
  '信访局 经合局 统计局 体育局 广播电视局 广电局 文物局 知识产权局 能源局 监狱管理局 戒毒管理局 应急管理厅 应急管理局 应急厅 应急局 退役军人事务厅 退役军人事务局 审计厅 审计局 ' +
  '生态环境厅 生态环境局 生态环境分局 环保局 环境保护局 环保厅 公安厅 公安局 公安分局 民政厅 民政局 司法厅 司法局 财政厅 财政局 自然资源厅 自然资源局 交通运输厅 交通运输局 ' +
  '水利厅 水利局 农业农村厅 农业农村局 商务厅 商务局 教育厅 教育局 科技厅 科技局 科学技术厅 科学技术局 城市管理局 城管局 园林绿化局 绿化市容局 投资促进局 合作交流办 国安厅 国家安全厅 ' +
  '国家安全局 招商局 城乡规划局 规划局 国土局 国土资源局 国土资源厅 建设局 建设厅 工商局 质监局 食药监局 粮食局 安监局 旅游局 物价局 环境局 文体局 文广旅体局 房管局 民防办 人防办 研究室 史志办 档案局 档案馆 图书馆 党史研究室 地方志办公室 政务服务局 行政审批局 行政审批服务局 营商环境局 中医药管理局 疾控局 口岸办 证监局 ' +
  '金融局 金融办 河长办 河长处 河长制办公室 河湖长制办公室 湖长办 林长办 林长制办公室 田长办 河湖长办 治水办 美丽办 生态环境委员会办公室 环委办 消防救援总队 消防救援支队';

function* readOrgans(): Generator<LocalOrgan> {
  for (const [classification, words] of Object.entries(ORGANS)) {
    for (const word of words.split(' ')) {
      const [term = '', canonical = term] = word.split('=');
      yield { term, canonical, classification: classification as OrganisationClass };
      // 省委办公厅 is 党委办公厅 in a region.
      if (/^委(?!员会)./.test(term))
        yield { term: `党${term}`, canonical, classification: classification as OrganisationClass };
    }
  }
  for (const term of DEPARTMENTS.split(' ')) yield { term, canonical: term, classification: 'DEPARTMENT' };
}

/** Every organ term; of terms that begin alike the reader takes the longest. */
export function listLocalOrgans(): LocalOrgan[] {
  return [...readOrgans()];
}

/** What the words 部门, 厅(局) of a field stand for at each level of division. */
export interface DepartmentForms {
  readonly province: string;
  /** In the municipalities of province rank. */
  readonly municipality: string;
  readonly local: string;
}

/** Field → its department, for collectives: 三省一市生态环境部门. To extend: field, province, municipality, local. */
const FIELDS: Readonly<Record<string, readonly [string, string, string]>> = {
  生态环境: ['生态环境厅', '生态环境局', '生态环境局'],
  发展改革: ['发展改革委', '发展改革委', '发展改革委'],
  教育: ['教育厅', '教委', '教育局'],
  科技: ['科技厅', '科委', '科技局'],
  工业和信息化: ['工业和信息化厅', '经济信息化委', '工业和信息化局'],
  公安: ['公安厅', '公安局', '公安局'],
  民政: ['民政厅', '民政局', '民政局'],
  司法: ['司法厅', '司法局', '司法局'],
  司法行政: ['司法厅', '司法局', '司法局'],
  财政: ['财政厅', '财政局', '财政局'],
  人力资源社会保障: ['人力资源社会保障厅', '人力资源社会保障局', '人力资源社会保障局'],
  人社: ['人力资源社会保障厅', '人力资源社会保障局', '人力资源社会保障局'],
  自然资源: ['自然资源厅', '规划和自然资源局', '自然资源局'],
  住房城乡建设: ['住房城乡建设厅', '住房城乡建设委', '住房城乡建设局'],
  交通运输: ['交通运输厅', '交通委', '交通运输局'],
  交通: ['交通运输厅', '交通委', '交通运输局'],
  水利: ['水利厅', '水务局', '水利局'],
  农业农村: ['农业农村厅', '农业农村委', '农业农村局'],
  商务: ['商务厅', '商务委', '商务局'],
  文化和旅游: ['文化和旅游厅', '文化和旅游局', '文化和旅游局'],
  文旅: ['文化和旅游厅', '文化和旅游局', '文化和旅游局'],
  卫生健康: ['卫生健康委', '卫生健康委', '卫生健康委'],
  应急管理: ['应急管理厅', '应急管理局', '应急管理局'],
  审计: ['审计厅', '审计局', '审计局'],
  市场监管: ['市场监管局', '市场监管局', '市场监管局'],
  税务: ['税务局', '税务局', '税务局'],
  医保: ['医保局', '医保局', '医保局'],
  药监: ['药监局', '药监局', '药监局'],
  统计: ['统计局', '统计局', '统计局'],
  体育: ['体育局', '体育局', '体育局'],
  林业: ['林业局', '园林绿化局', '林业局'],
  气象: ['气象局', '气象局', '气象局'],
  检察: ['人民检察院', '人民检察院', '人民检察院'],
};

/** The fields of government of which 部门 can be written out, each with its departments. */
export function listDepartmentFields(): (readonly [string, DepartmentForms])[] {
  return Object.entries(FIELDS).map(([field, [province, municipality, local]]) => [
    field,
    { province, municipality, local },
  ]);
}
