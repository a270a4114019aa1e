/**
 * The words of site furniture, general for Chinese sites, from what menus, footers and prompts of government, party,
 * newspaper and portal sites say. All Simplified, without white space: lines are compared after cleaning.
 * To extend, add the shortest wording that no news sentence would have.
 */

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Items of menus and tool bars. A line that consists of such words, whatever parts them, is furniture. */
export const MENU_WORDS: ReadonlySet<string> = new Set(
  words(`
    内容简介 视频简介 主要内容 简介 视频介绍 内容提要 首页 网站首页 返回首页 主页 新闻 新闻中心 新闻频道 要闻 时政 时政要闻 今日要闻 本地新闻 国内 国际 财经 经济 社会 文化 体育 娱乐 军事 科技 教育 健康
    汽车 房产 旅游 视频 图片 图片新闻 专题 专栏 评论 理论 党建 法治 生态 三农 时评 观点 博客 论坛 社区 直播 点播 政务 政务公开 政务服务 政府信息公开
    信息公开 信息公开指南 信息公开目录 依申请公开 互动交流 政民互动 办事服务 在线服务 公众参与 机构设置 机构概况 机构职能 领导之窗 领导信箱 政策法规
    政策文件 政策解读 通知公告 公告公示 工作动态 行业动态 部门动态 数据开放 统计数据 回应关切 新闻发布会 走进 服务 互动 数据 政策 国务院 总理 部门 地方 更多 更多>>
    手机站 手机版 手机网 移动版 触屏版 客户端 微信 微博 抖音 快手 头条 小程序 公众号 官方微信 官方微博 政务微信 政务微博 微信公众号 二维码 RSS 邮箱 English EN
    登录 注册 退出 搜索 检索 高级搜索 站内搜索 全站搜索 热搜词 热门搜索 无障碍 无障碍浏览 无障碍阅读 长者模式 长者版 适老版 关怀版 老年版 繁体 简体 繁體版 简体版 繁体版
    打印 打印本页 打印此页 关闭 关闭窗口 关闭本页 收藏 加入收藏 设为首页 设为主页 返回 返回顶部 回到顶部 TOP 顶部 分享 分享到 转发 点赞 评论 我要评论 举报 纠错 我要纠错
    字号 字体 大 中 小 大中小 放大 缩小 默认 T 复制 复制链接 复制成功 网站地图 联系我们 联系方式 关于我们 关于本站 本站简介 网站声明 法律声明 隐私政策 隐私保护 版权声明
    广告服务 招聘启事 招贤纳士 友情链接 意见反馈 网站帮助 帮助 常见问题 使用帮助 投稿 在线投稿 订阅 扫码 上一篇 下一篇 上一页 下一页 上一条 下一条 尾页 末页
    阅读下一篇 延伸推荐 延伸·推荐 你可能会喜欢 你可能喜欢 大家都在看 大家都在搜 跟贴 最新评论 热门评论 精彩评论 更多精彩 更多阅读 今日推荐 本周热点 精选推荐 推荐视频 热门视频 相关视频 相关专题 相关信息 相关文档 其他新闻
  相关新闻 相关链接 相关阅读 相关文章 相关稿件 相关附件 附件下载 数字报 电子报 电子版 往期回顾 版面导航 版面目录 标题导航 返回目录 目录 展开 收起 展开全文 阅读全文 查看全文
    阅读原文 查看原文 原文链接 查看更多 点击查看 当前位置 您的位置 您所在的位置 您现在的位置 正文 内容 详情 详细 QQ QQ空间 腾讯微博 新浪微博 人人网 朋友圈 微信好友 Facebook Twitter
    暂无 跳过 导航 菜单 切换 语音播报 播放 暂停 听新闻 听全文 小字 大字 超大 标准 超大字 正常 全部 广告 推广 赞助 热点 热门 推荐 最新 排行 排行榜 热词 通版阅读请点击 展开通版 收缩通版
  `),
);

/** What only footers say, also where it reads like a sentence: it marks the border of a page. */
export const BORDER_MARKS: readonly string[] = words(`
  版权所有 ICP备 ICP证 公网安备 网安备案 AllRightsReserved Allrightsreserved Copyright© 网站标识码 政府网站标识码 请输入验证码
  未经许可禁止 未经授权禁止 未经书面授权 增值电信业务经营许可证： 增值电信业务经营许可证编号 新闻信息服务许可证 信息网络传播视听节目许可证 广播电视节目制作经营许可证
`);

/** What marks the border of a page in a line that is no sentence. */
export const BORDER_LABELS: readonly string[] = words(`
  Copyright COPYRIGHT copyright © 备案号 备案编号 不得转载 禁止转载 建议使用IE 建议使用1024 最佳浏览 违法和不良信息举报 不良信息举报 举报电话： 举报邮箱 网络110 法律顾问：
`);

/** What pages ask of their readers: furniture, also where it reads like a sentence. */
export const PROMPTS: readonly string[] = words(`
  扫一扫 长按识别 长按二维码 识别二维码 扫描二维码 扫码关注 扫码下载 关注我们 关注公众号 微信公众平台 打开微信 点击右上角 分享给朋友 分享到朋友圈 下载客户端 打开客户端 打开APP 下载APP 点击播放 点击进入专题
  点赞收藏 已收藏 浏览器不支持 您的浏览器 请使用浏览器 视频加载 正在加载 发表评论 登录后 请注明出处 转载请附 转载请注明 转载时请 原创文章，转载 特此声明 猜你喜欢 返回顶部 您是第 您是本站第 看不清？ 换一张 网友评论仅供 表明本站立场
`);

/** Labels and tools of sites: furniture in a line that is no sentence. */
export const FURNITURE_LABELS: readonly string[] = words(`
  邮政编码 邮编： 主办单位： 承办单位： 协办单位： 运行维护 运维单位 技术支持： 集团技术支持 公司技术支持 联系电话 咨询电话： 服务热线： 值班电话： 办公电话： 传真： 电子邮箱 E-mail： Email： 投稿邮箱 新闻热线： 网站电话： 网站总监： 客服热线 地址：
  微信公众号： 官方微信： 官方微博： 分享至 分享到 客户端下载 阅读次数 浏览次数 点击次数 点击数 点击量： 浏览量： 阅读量： 访问量： 访问次数 人浏览 次浏览 次阅读 人阅读 字体大小 字体： 字号： 【大中小】 [大中小] 【打印】 [打印] 【关闭】 [关闭] 【收藏】
  打印本页 关闭窗口 当前位置 您的位置 您所在的位置 您现在的位置 您当前的位置 现在位置： 所在位置： 上一篇： 下一篇： 上一条： 下一条： 责任编辑 责编： 编辑： 值班编辑 网络编辑 编审： 审核： 校对： 初审： 复审： 终审： 监制： 审签： 签发：
  加入收藏 设为首页 意见反馈 网站地图 加载中 暂无评论 网友评论 全部评论 条评论 赞助商 广告位 为你推荐 为您推荐 热门推荐 编辑推荐 精彩推荐 微信号： 原文链接 查看原文 阅读原文 查看更多 返回搜狐 查看原图 返回列表 往期回顾 原标题： 读完约
`);

/** Beginnings of disclaimers. */
export const DISCLAIMER_STARTS: readonly string[] = words(`
  【广告】 [广告] 广告： （广告） （本文来自 （原题 （原标题 原标题： 声明： 免责声明 版权声明 版权说明 本网声明 特别声明 重要声明 郑重声明 法律声明 凡注明 凡注有 本网转载 本站转载 本文系转载 本文转载自 本文来源于网络 转载声明 本平台转载 本站部分内容 本网部分内容 本文仅代表
  以上内容仅 以上内容来源 内容来源网络 图片来源网络 如有侵权 如涉及侵权 如涉版权 若有侵权 文章来源于网络 温馨提示： 友情提示： 欢迎关注 欢迎访问 更多精彩
`);

/** Beginnings of a site's notice on the use of its own texts: it stands at the border of a page. */
export const NOTICE_STARTS: readonly string[] = words(`
  凡注有“ 凡注有「 凡本网注明 凡本站注明 凡本报注明
`);

/** Headings under which other pages are listed: what follows is none of the article's. */
export const TAIL_HEADINGS: readonly string[] = words(`
  阅读下一篇 延伸推荐 延伸·推荐 你可能会喜欢 你可能喜欢 大家都在看 大家都在搜 跟贴 最新评论 热门评论 精彩评论 更多精彩 更多阅读 今日推荐 本周热点 精选推荐 推荐视频 热门视频 相关视频 相关专题 相关信息 相关文档 其他新闻
  相关新闻 相关链接 相关阅读 相关文章 相关报道 相关推荐 相关稿件 相关内容 相关资讯 相关附件 延伸阅读 推荐阅读 推荐新闻 热点新闻 热门新闻 热门文章 热门推荐 热点推荐 热文推荐 最新文章 最新资讯 最新新闻 更多新闻 新闻排行 点击排行 阅读排行
  24小时热文 一周热点 今日热点 图片新闻 精彩图片 猜你喜欢 为你推荐 为您推荐 编辑推荐 精彩推荐 专题推荐 热门标签 友情链接 网友评论 上一篇 下一篇 最新内容 大家还在看
`);

/** What stands for a source but names none. */
export const NO_PUBLISHERS: ReadonlySet<string> = new Set(
  words(
    '本站 本网 本网站 本报 本台 本刊 原创 互联网 网络 转载 未知 其他 其它 佚名 网络整理 本站原创 本站整理 综合 整理 本网讯 管理员 微信公众平台 admin 匿名 编辑 小编',
  ),
);
