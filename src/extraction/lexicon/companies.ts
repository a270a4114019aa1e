/**
 * Companies and platforms that news names without 公司 or 集团, other names after `|`.
 *
 * Sources: the SASAC list of central state-owned enterprises, and the platforms and manufacturers of the
 * All-China Federation of Industry and Commerce and Internet Society of China rankings. To extend: add a
 * line; leave out names that read as ordinary words.
 */
const COMPANIES = `
中国石油|中国石油天然气集团有限公司|中石油
中国石化|中国石油化工集团有限公司|中石化
中海油服|中海油田服务股份有限公司
中国海油|中国海洋石油集团有限公司|中海油
国家管网集团|国家石油天然气管网集团有限公司
国家电网|国家电网有限公司
南方电网|中国南方电网有限责任公司
中国华能|华能集团
中国大唐|大唐集团
中国华电|华电集团
国家电投|国家电力投资集团有限公司
国家能源集团|国家能源投资集团有限责任公司
三峡集团|中国长江三峡集团有限公司
中国电信
中国联通
中国移动
中国铁塔
中国电子
中国一汽|中国第一汽车集团有限公司|一汽集团
东风汽车|东风汽车集团有限公司
一重集团|中国一重
东方电气
鞍钢集团
中国宝武|宝武集团|中国宝武钢铁集团有限公司
中国铝业
中国远洋海运|中远海运
中国五矿
中国建筑
中储粮|中国储备粮管理集团有限公司|中储粮集团
国投集团
招商局集团
华润集团
中粮集团
中国商飞|中国商用飞机有限责任公司
中国中车
中国中铁
中国铁建
中国交建
中国稀土集团
中国航天科技集团|航天科技集团
中国航天科工集团|航天科工集团
中国航空工业集团|航空工业集团
中国船舶集团
中国兵器工业集团
中国兵器装备集团
中国电科|中国电子科技集团
中国核电
中核集团|中国核工业集团
中广核|中国广核集团
国铁集团|中国国家铁路集团有限公司
中国邮政
中国烟草
工商银行|中国工商银行
农业银行|中国农业银行
中国银行
建设银行|中国建设银行
交通银行
邮储银行|中国邮政储蓄银行
招商银行
国家开发银行|国开行
中国进出口银行
中国农业发展银行|农发行
中国平安
中国人保
中国人寿
中国太保
中信集团
光大集团
腾讯
阿里巴巴
京东
字节跳动
拼多多
小红书
哔哩哔哩|B站
抖音
快手
美团
滴滴出行
得物
趣头条
携程
网易
新浪
搜狐
爱奇艺
喜马拉雅
饿了么
盒马
叮咚买菜
华为
中兴通讯
海尔
海信
格力
比亚迪
吉利汽车
长城汽车
上汽集团
广汽集团
北汽集团
长安汽车
奇瑞汽车
宁德时代
隆基绿能
科大讯飞
商汤科技
寒武纪
中芯国际
京东方
大疆
宇树科技
深度求索
万科
恒大
特斯拉
波音
空客
西门子
大众汽车
三星电子`;

/** A company that news names without the word company. */
export interface Company {
  readonly name: string;
  readonly otherNames: readonly string[];
}

/** The companies, the names of a line in one record. */
export function listCompanies(): Company[] {
  return COMPANIES.split('\n')
    .filter(Boolean)
    .map((line) => {
      const [name = '', ...otherNames] = line.split('|');
      return { name, otherNames };
    });
}
