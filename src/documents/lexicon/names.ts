/** The words by which a name is told from its surroundings; each in both scripts where they differ. */

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** The surnames of nine in ten people. */
export const COMMON_SURNAMES: ReadonlySet<string> = new Set(
  '王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒' +
    '熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段章钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文施洪季莫温溫俞安樊葛耿殷翟伍路祝左焦柴岳齐齊欧歐尚莘柯辛管童申聂聶严嚴苗凌费費靳宁寧甘裴柳包游阮滕鲍鮑霍戚屈项項',
);

/** What a name stands behind: the ends of titles. */
export const TITLE_ENDS: readonly string[] = words(`
  书记 書記 主任 主席 委员 委員 常委 代表 经理 經理 总监 總監 教授 记者 記者 总理 總理 同志 市长 市長 省长 省長 县长 縣長 区长 區長 厅长 廳長 局长 局長 部长 部長 院长 院長 校长 校長
  处长 處長 科长 科長 镇长 鎮長 乡长 鄉長 州长 州長 会长 會長 社长 社長 团长 團長 组长 組長 队长 隊長 所长 所長 行长 行長 署长 署長 司长 司長 旗长 旗長 盟长 盟長 董事长 董事長 秘书长 秘書長
`);

/** What stands behind a name: what people do at meetings, and what goes on with the next name. */
export const AFTER_NAMES: readonly string[] = words(`
  出席 主持 指出 强调 強調 表示 介绍 介紹 宣读 宣讀 致辞 致辭 讲话 講話 发言 發言 会见 會見 率 代表 陪同 参加 參加 要求 认为 認為 说 說 作 在 到 赴 就 对 對 等 和 与 與 及 同志 一行 先生 女士 汇报 匯報 主任 书记 書記
`);
