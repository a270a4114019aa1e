import { applyEdits, type Edit, type MappedText } from '../model/mapped-text.ts';

/**
 * What sites put into text in brackets: numbers of footnotes [1], prompts 【更多内容请下载客户端】, （点击进入专题）, [详细], where the text
 * goes on （下转第二版）. The marks of the footnotes of Markdown go with them.
 */
const NOTE =
  /\^?\[\d{1,3}\]\^?|[【[](?:详细|详情|图|查看[^【】[\]]{0,12}|更多[^【】[\]]{0,24}|点击[^【】[\]]{0,24}|扫(?:码|描|一扫)[^【】[\]]{0,24})[】\]]|[（(](?:点击|点此|扫码|长按|更多内容)[^（）()]{0,24}[）)]|[（(](?:下转|上接|紧接)[^（）()]{0,4}第?[^（）()]{1,8}版[^（）()]{0,8}[）)]/g;
const OPENING = /[[【（(](?:\d{1,3}\]|[详图查更点扫长下上紧])/;

/**
 * Removes what stands in brackets in a text but is none of it.
 *
 * @example removeNotes(mapSource('会议召开。[1]（下转第二版）')).text // 会议召开。
 */
export function removeNotes(mapped: MappedText): MappedText {
  if (!OPENING.test(mapped.text)) return mapped;
  const edits: Edit[] = [];
  for (const match of mapped.text.matchAll(NOTE)) {
    edits.push({ start: match.index, end: match.index + match[0].length, text: '' });
  }
  return applyEdits(mapped, edits);
}
