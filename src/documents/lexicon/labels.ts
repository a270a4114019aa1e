import type { FactField } from '../model/page.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/**
 * Labels of the line under a headline, by what their value says; null for what is of no interest. Simplified,
 * without white space. To extend, add the label without its colon.
 */
const LABELS_BY_FIELD: ReadonlyMap<FactField | null, readonly string[]> = new Map([
  [
    'publishedOn',
    words(
      '发布时间 发布日期 发表时间 发表日期 发文日期 发文时间 时间 日期 发稿时间 发稿日期 上传时间 上传日期 添加时间 添加日期 录入时间 录入日期 信息发布时间 信息发布日期 成文日期 生成日期 公开日期 公布日期 刊发日期 刊登时间 刊登日期 出版日期 公开时间 公布时间 印发日期 上网时间 上网日期 信息时间 信息日期 发帖时间 报道时间 创建时间 发布于 发表于 发布 发表 PublishedTime',
    ),
  ],
  [
    'updatedOn',
    words('更新时间 更新日期 修改时间 修改日期 最后更新 最后更新时间 最近更新 最后修改 最后修改时间 更新'),
  ],
  [
    'publisher',
    words(
      '来源 信息来源 文章来源 稿件来源 新闻来源 内容来源 稿源 来稿单位 发布机构 发文机关 发布单位 供稿单位 供稿 信息提供 转自 转载自 出处 文章出处 来源单位 资料来源',
    ),
  ],
  // What programs that save pages write above them; the name of the page may hold that of the site.
  ['title', words('标题 文章标题 新闻标题')],
  ['pageTitle', words('Title')],
  ['url', words('URLSource')],
  ['author', words('作者 文章作者 编辑作者 撰稿 撰稿人 记者 通讯员 文')],
  [
    null,
    words(
      '文章分类 分类 栏目 所属栏目 频道 类别 阅读次数 浏览次数 点击次数 访问次数 阅读 浏览 点击 访问量 阅读量 浏览量 点击量 点击数 点击率 人气 字号 阅读字号 选择阅读字号 字体 字体大小 打印 编辑 责任编辑 责编 审核 校对 录入 发布人 发布者 上传 索引号 文号 ' +
        '附件 附件下载 主题词 关键词 关键字 标签 视力保护色 分享 分享到 主题分类 公开方式 公开范围 有效性 信息名称 整理 美编 审校 监制 主编 值班主编 值班编委 统筹 一审 二审 三审 当前版 当前版面',
    ),
  ],
]);

/** Labels that are words of titles too (发布：…): they count where a date stands behind them. */
export const ONLY_BEFORE_DATES: ReadonlySet<string> = new Set(['发布', '发表', '更新']);

/** What the value of a label says; null for labels of no interest. */
export const LABELS: ReadonlyMap<string, FactField | null> = new Map(
  [...LABELS_BY_FIELD].flatMap(([field, labels]) => labels.map((label) => [label, field] as const)),
);
