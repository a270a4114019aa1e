import { type MappedText, sliceMapped } from '../model/mapped-text.ts';
import { tightenSpace } from '../text/normalise-space.ts';

/** What kind of item it is; the series that it belongs to stays: 【在希望的田野上】…. */
const MARK =
  /^[【［[](?:视频|图文|组图|图集|图解|高清|转载|原创|快讯|热点|视频新闻|图片新闻|要闻|动态|头条|独家|重磅)[】］\]] ?/;
/** 粤行记|…: a column and a bar before a headline. */
const COLUMN = /^([\p{Script=Han}A-Za-z0-9“”]{2,8}) ?[|｜丨│] ?(?=.{8})/u;
/** …_某某网, …-某某日报: the site behind a headline; a longer dash parts the headline itself. */
const SITE =
  /(?<=.{8})(?: ?[_|｜丨│] ?\p{Script=Han}{2,14}(?:网|网站|报|台|社|局|厅|委|政府|门户|频道|客户端)| ?(?<![-–—])[-–] ?\p{Script=Han}{2,10}(?:网|网站|日报|晚报|人民政府|客户端))$/u;

/**
 * A headline without the names of columns and sites that stand in its line, and without white space beside Chinese.
 *
 * @param lead the beginning of the text: what it takes up too, such as a place before a bar, belongs to the headline.
 * @example cleanHeadline(mapSource('粤行记|两省签署合作协议'), '') // 两省签署合作协议
 */
export function cleanHeadline(content: MappedText, lead: string): MappedText {
  const site = SITE.exec(content.text);
  const alone = site === null ? content : sliceMapped(content, 0, site.index);
  const mark = MARK.exec(alone.text);
  const column = COLUMN.exec(alone.text);
  const isColumn = column !== null && !lead.includes(column[1] ?? '');
  const from = mark?.[0].length ?? (isColumn ? column[0].length : 0);
  return tightenSpace(sliceMapped(alone, from));
}
