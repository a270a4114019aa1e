import { CharacterSet } from '../terms/character-set.ts';
import { Trie } from '../terms/trie.ts';

/**
 * Surnames in use, by frequency, and the double surnames. To extend: add the character or the pair.
 * Source: 公安部全国姓名报告 (the four hundred most frequent) and 百家姓 for the rest.
 */
const SINGLE =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤' +
  '温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦' +
  '戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖' +
  '练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由怀咸逄丑昌' +
  '纳阎代尤字刀保折郄敬昝雒洪赖凤酆傅萧贝贲诸滑羿汲糜弓牧隗蓬郗仰钭韶蓟鄂籍苍莘扶堵宰郦璩濮寿郏充宦鱼慎庾暨弘广禄东殳沃蔚夔厍融訾毋乜巢竺桓' +
  '习应么荀英修占达佴秘才薛渠昂哀粱冮肇贡候郄咎蹇水缑仉蒯邴庹咬兆钮轩邹暴宓旷谯禤仵呙郇戢俎镡郐苻蔄贠闾骈';
const DOUBLE =
  '欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 夏侯 司徒 长孙 宇文 鲜于 闻人 南宫 独孤 端木 申屠 轩辕 呼延 完颜 赫连 澹台 第五';

/**
 * Characters of which given names and whole names of Tibetan, Mongolian, Uygur and other peoples are
 * transcribed, for names without a Chinese surname (洛桑次仁). To extend: add the characters of a syllable.
 */
const TRANSCRIBED =
  '雅图仁敏日呷惹俄勒海甲合莫支曲比且杰沙马毕里别肉孜娜迪丽达吾阿依祖农司合' +
  '洛桑扎西多吉次仁平措旺堆尼玛格罗布坚赞嘉央金卓玛巴边达瓦拉姆顿珠江村贡觉索朗加措丹增才让班玛仁青白玛德吉普穷欧珠齐公保久美强云登热地土旦赤列向阿沛晋美帕乃登齐拉明玛次旦曲培群增单增果洛桑结彭松严嘎泽' +
  '巴特尔图格苏乌兰其木布赫朝鲁那顺孟克哈斯额尔敦陶高娃宝音斯琴努白克力艾尔肯江雪来提扎买合木帕孜勒铁汗依提吐孙亚生肉沙地热依木';

/** One-character surnames. */
export const surnames = new CharacterSet(SINGLE);

/** Surnames that are more often words: a name with one counts behind an office only. To extend: add it. */
export const weakSurnames = new CharacterSet(
  '和字保折刀诸扶鱼暨充弘鄂汲慎贝凤弓于向应连时从全经同能在等由来但那况广国东支海都计单双相干水会明方成代',
);

/** Two-character surnames. */
export const doubleSurnames = new Trie<true>(DOUBLE.split(' ').map((surname) => [surname, true] as const));

const INITIALS = new CharacterSet(
  SINGLE +
    DOUBLE.split(' ')
      .map(([initial]) => initial)
      .join(''),
);

/**
 * Adds a surname of one character or two to those that are known from then on.
 *
 * @throws {RangeError} where it is longer
 */
export function addSurname(surname: string): void {
  if (surname.length > 2) throw new RangeError(`${surname} is longer than a surname`);
  if (surname.length === 1) surnames.add(surname);
  else doubleSurnames.set(surname, true);
  INITIALS.add(surname);
}

/** Adds a word that begins with a surname and is no name. */
export function addWordLikeName(word: string): void {
  if (word.length > 1) wordsLikeNames.set(word, true);
}

/** Whether a surname, of one character or two, begins with the code unit; for loops over every character of a text. */
export const beginsSurname = (unit: number): boolean => INITIALS.has(unit);

/** Characters that transcribe names without a Chinese surname. */
export const transcriptionCharacters = new CharacterSet(TRANSCRIBED);

/**
 * Characters that transcribe foreign names. A run of others behind an office of a foreign state is no name.
 * Source: 世界人名翻译大辞典 transcription tables, and the press. To extend: add the character.
 */
const FOREIGN =
  '阿埃艾爱安昂奥澳巴拜班邦包保鲍贝本比彼毕边宾波伯博勃布采查察楚茨兹次达戴丹道德邓狄迪底蒂丁东栋杜多敦顿厄恩尔法凡范菲费芬丰冯佛夫弗福富盖冈高戈哥歌格葛根古瓜圭哈海汉豪赫黑亨洪侯胡华怀霍基吉季加迦嘉贾简建江杰捷金津京久居喀卡凯坎康考柯科克肯' +
  '孔库夸奎昆扩拉莱赖兰朗劳勒雷蕾冷黎里理李利莉立丽连良列烈林琳柳龙隆卢鲁路露伦罗洛吕律马玛迈麦曼芒毛茅梅门蒙孟米密缅明摩莫默姆木穆拿纳娜乃奈南内嫩妮尼涅宁牛纽农努诺欧帕派潘庞培佩彭蓬皮平泼珀普奇齐恰强乔切琴丘邱琼屈热仁日荣茹儒瑞若撒萨塞赛' +
  '桑瑟森沙莎山尚绍舍申什圣施石史舒斯丝苏索塔泰坦汤唐陶特滕提田廷通图土托陀瓦万汪旺威韦维魏温文翁沃乌吾武西希锡夏香肖谢辛欣兴雄休许旭逊雅亚扬杨耶叶伊依以易因英永尤于约云宰赞扎泽詹张珍芝知治朱珠卓孜祖佐作鹿黛莲玫珊萝琪薇娅瑙娃妲黄弥谟措鄂' +
  '哇岑晋佳阔盛拔钦吞他颂披差猜功素巫戎颇春蓬孙宋占赛昭哲宗洒道扬甘伦沛诗丽颖穗舜阮陈武范潘丁邓裴黎郑崔金朴文尹韩赵卢全郭河朱姜徐申权黄柳白南吴安洪林丁闵禹池车方俞玄成具奇尚元薛明太石殷秋边琴契济别登罕卜呼朔岸悦义显松昌单集代敏汗略翰洙铁王育贤梭汀民其村振留歇优思生政茂喜藤田山川中原野本口上井木林清水高桥佐';

/** Characters that transcribe foreign names. */
export const foreignCharacters = new CharacterSet(FOREIGN);

/** Characters that given names do not hold, save by great rarity. */
export const neverInNames = new CharacterSet(
  '的了是在与及等就将把被对让给着过这那哪你我他她它们个并却则又也都很更最再还只没不未或且因故而使所该此每各某们吗呢吧啊两〇零省市县区局厅委院部处室后前时内外',
);

/**
 * Ordinary words that begin with a surname and stand where a name may: 高度重视, 全体. To extend: add a word.
 */
export const wordsLikeNames = new Trie<true>(
  (
    '凌晨 洪水 洪涝 洪灾 洪峰 牧区 牧场 牧民 乌军 纳方 余位 万多 万余 位农 位学 项专 诸多 诸如 广州 广西 广东 广电 广播 弘扬 充分 充足 充电 暨南 扶贫 扶持 萧条 贝壳 滑坡 滑雪 滑冰 弓箭 苍茫 东南 东北 东西 东盟 东海 寿命 殳 籍贯 傅立叶 凤凰 竺 鱼类 简要 来川 来京 来沪 来渝 来鄂 来湘 来皖 来豫 来黔 来滇 来陕 来甘 来青 来宁 来疆 来桂 来琼 来闽 来赣 来鲁 来冀 来晋 来辽 来吉 来黑 来浙 来苏 来粤 来津 来蒙 来藏 来访 向中方 时时 农房 任组 班列 关闭 陆路 占领 曾指 上次 原住 富起 都重 位女 幸辞 英明 全票 鲜明 高声 宣讲 呼吁 候选 古寺 来菲 来京 来沪 曾作 曾在 曾是 高度 高效 高兴 高级 高层 高校 高位 高标准 高质量 高水平 方面 方向 方式 方案 方针 和谐 和平 和睦 时候 时间 时任 时刻 成员 成为 成立 成功 成果 成效 全面 全国 全体 全省 全市 全县 全区 全会 全力 全程 全球 全党 全社会 全场 全文 任务 任职 任期 任命 ' +
    '会议 会同 于是 常务 常委 常态 常年 明确 明年 明天 安全 安排 安徽 安置 江苏 江西 江南 应当 应急 应该 应邀 应对 应约 解决 解放 管理 管委 强调 强化 查看 查办 单位 单独 党员 党组 党委 党外 党政 党建 党内 党校 党中央 马上 白天 温暖 计划 计算 项目 经济 ' +
    '关于 关注 关心 关键 关系 关怀 支持 支部 支队 连续 连线 水平 水利 广大 双方 国家 国务 国际 国内 国外 国防 国企 家庭 海外 海关 华侨 华人 毕业 谈话 谈到 谈判 师生 干部 干警 充分 车辆 曾经 曾任 介绍 来到 来自 来华 来访 尚未 同志 平台 平等 平均 农业 农村 农民 文化 文件 ' +
    '文明 文章 文艺 房屋 房地产 信息 信任 信心 利用 利益 金融 石油 白皮书 司法 司机 司令 司局 公安 公司 公布 公告 公共 公开 公民 公务 公室 南方 南部 南京 东方 东部 包括 包装 柴油 商务 商业 商会 商讨 商定 席位 席卷 官方 官员 位于 花园 强国 沙特 海南 海军 云南 宁夏 甘肃 ' +
    '兰州 宁波 贵州 温州 杭州 广州 苏州 郑州 徐州 常州 莫斯科 普通 普遍 晋升 宣布 宣传 宣读 相关 相互 相信 初步 初期 门口 门类 容易 修改 修订 居民 居住 元首 元旦 元宵 束缚 富强 由于 由此 怀念 咸阳 昌盛 贡献 候任 水务 居家 银行 阿里 阿拉伯 乌克兰 乌鲁木齐 母亲 那么 那里 ' +
    '权力 权利 权益 景区 景气 景观 席间 荣誉 荣获 封锁 原则 原任 原因 原来 南通 储备 楼宇 满足 满意 位置 伊朗 伊拉克 海域 海洋 海峡 盖茨 丰富 丰收 祖国 井冈山 巴西 巴勒斯坦 巴基斯坦 程度 程序 路线 路径 游客 辛苦 管辖 蓝图 康复 康养 施工 施行 施策 牛奶 易地 严格 严肃 严厉 严峻 ' +
    '武装 武警 武汉 钱塘 顾问 顾客 雷达 龙头 史料 段落 秦皇岛 夏季 夏粮 夏天 石家庄 陆续 陆军 陆地 范围 范例 金砖 金牌 金额 沈阳 钟头 卢旺达 任何 叶片 余家 余人 于 余名 田间 田野 曾在 许多 许可 唐山 宋代 梁家河 郑重 罗马 林业 林草 林地 何时 何处 胡同 朱鹮 孙中山 徐徐 周边 周围 周年 周期 周末 黄河 黄海 ' +
    '黄金 吴江 赵州 杨柳 陈列 陈述 刘家峡 张家口 张家界 王国 王储 王室 李白 章程 庄严 庄重 万人 万元 万亩 万物 尽管 马克思 马来西亚 高铁 高原 高峰 高新 高技能 高中 高考 成都 成长 成绩 成就 成熟 阳光 简报 简单 简称 苗木 毛利 毛泽东 段 米饭 米兰 都市 都是 都有 全总 全部 全年 全军 全线 全方位 全链条 全民 ' +
    '宗教 宗旨 游行 乐山 乐观 连云港 巴中 单边 冷战 冷链 时代 时期 时政 解读 解释 费用 景德镇 花卉 花费 童年 童话 甘孜 甘南 祝贺 祝愿 欧洲 欧盟 欧美 申请 申报 鲁棒 聂 庞大 伍 齐心 齐全 齐聚 安理会 安保 安装 安置点 牛羊 温度 汤加 常见 常住 常规 孔雀 严重 戴河 覃 武器 毛病 顾全 万众 万一 万国 黎巴嫩 ' +
    '龙江 雷暴 侯马 秦岭 白色 白鹤滩 熊猫 方便 方才 方可 方能 方阵 方队 夏收 夏播 贾 韦 金色 石化 石材 范式 陆海 陆上 谭 沈飞 姚 卢森堡 任由 丁 吕梁 苏丹 苏里南 苏格兰 魏 程控 叶 杜绝 于今 于此 余万 蒋 蔡 袁 潘 董事 董事会 田径 肖像 曾 彭 曹 冯 韩国 韩方 邓 许 唐 宋 谢谢 谢绝 梁 郑 罗列 ' +
    '林区 何以 何方 郭 胡 朱 马里 马拉松 马达加斯加 孙 徐 周到 周密 周一 周二 周三 周四 周五 周六 周日 吴 赵 黄牌 杨 陈 刘 张 李 王 纪律 纪委 纪检 纪念 纪念日 纪要 季度 季节 管控 管护 管道 管线 管网 代表 代理 代办 盛会 盛世 盛典 盛大 盛赞 谷物 谷雨 谷歌 曲线 曲目 路上 路透社 路易 包机 ' +
    '包容 左右 柳州 关口 关切 关税 关爱 焦点 焦虑 耿直 欧元 申遗 殷切 章节 岳阳 鲁能 庄稼 颜色 伍德 乔迁 易懂 齐鲁 安心 安定 安徽省 邢台 葛洲坝 樊登 文物 文旅 文字 文创 文献 施压 康庄 温室 汤姆 常德 向上 向好 向前 莫大 严防 严禁 严把 严打 武力 武当山 覃塘 万科 万里 邵阳 龚 顾及 郝 毛主席 贺信 贺电 贺词 陶瓷 ' +
    '史诗 史上 黎明 龙舟 雷锋 段长 闫 薛 尹 江河 江山 江海 侯 邱 秦 孟加拉 白俄罗斯 白宫 白酒 邹 双边 双碳 双向 双方 国博 国资 国庆 国债 国会 国民 国王 国产 国有 国土 国网 国门 国宝 国安 国策 国情 国旗 国歌 平原 平安 平稳 平行 平方 计生 计入 支出 支付 支撑 支援 支柱 索要 索引 相比 相对 相继 ' +
    '相当 相应 相聚 相约 相向 相通 相连 相遇 相邻 相助 云计算 云集 云端 容量 敬老 敬业 敬意 普及 普查 普惠 普法 展示 展览 展开 展现 展望 展区 展位 展品 信用 信号 信访 信仰 阴雨 智能 智慧 智库 富裕 奉献 昌吉 昌平 水源 水质 水位 水产 水电 水库 水果 水资源 干旱 干预 干扰 利好 居委会 公报 公众 公路 公里 ' +
    '公益 公平 公正 公约 公园 公祭 公积金 战争 战略 战斗 战士 战胜 玉米 银川 印度 印发 印象 那些 那时 赫尔辛基 杭 况且 母校 乌方 阿方 巴方 伊方 沙方 法方 德方 印方 美方 俄方 中方 外方 日方 韩方 越方 柬方 老方 蒙方 哈方 吉方 塔方 英方 意方 西方 东方 各方 我方 对方 匈方 塞方 波方 捷方 芬方 瑞方 荷方 比方 ' +
    '南非 南海 南美 南苏丹 班子 班级 班车 原油 原料 原创 原副 燕麦 栗子 师范 师资 仇恨 商品 商贸 商场 商家 商签 沙漠 沙尘 荣光 寇 桑 明显 明珠 明星 池塘 查处 查明 查询 查验 麻 迟到 官兵 官网 封闭 封控 封面 谈 惠及 惠民 惠企 乐队 乐器 乐于 卫生 卫星 卫视 米 柏林 全球性 全员 全域 全盘 全长 应用 应有 应届 应聘 ' +
    '边境 边疆 边防 边坡 师傅 和 和国 党和国家 党籍 党龄 宫殿 费 冷空气 席 晏 车站 车间 车队 车型 车祸 项 连夜 连日 连接 连心 麦收 麦田 窦 戚 岑 景 时不我待 时速 时常 时长 时隔 艾滋病 尤其 尤为 穆斯林 农田 农机 农产品 农资 农户 农家 农历 农行 司长 卓越 卓有成效 古代 古巴 古城 古都 古籍 吉林 吉祥 吉布提 ' +
    '简化 简约 简易 游 管 鲍 华北 华东 华南 华中 华为 华盛顿 华裔 华文 喻 房价 房间 房企 饶 解除 解说 解析 解冻 路网 路段 路况 辛'
  )
    .split(' ')
    .filter((word) => word.length > 1)
    .map((word) => [word, true] as const),
);
