import { MENU_WORDS } from '../lexicon/furniture.ts';
import { type MappedText, sliceMapped, trimMapped } from '../model/mapped-text.ts';
import { findDate } from './read-date.ts';

/** What stands before a name: marks, the label once more, 据. */
const OPENING = /^(?:[《“"（(【\s]|来源[:：]|据(?=\p{Script=Han}{2}))+/u;
const NAME_END =
  /^\p{Script=Han}{2,4}[：:] ?\d|[|丨│【[<]| (?:已有|共有|共|阅读|浏览|点击|人气|字号|A ?[-+]|\d)|[（(](?:记者|编辑|责任|作者)|\s\p{Script=Han}{2,8} ?[:：]/u;

/** The name that the value of a label begins with, without the marks around it: it ends where a date, a bar, a bracket or another label begins. */
export function readName(value: MappedText): MappedText {
  const date = findDate(value.text);
  const bar = value.text.search(NAME_END);
  const end = Math.min(date?.start ?? value.text.length, bar < 0 ? value.text.length : bar);
  return stripMarks(trimMapped(sliceMapped(value, 0, end)));
}

function stripMarks(name: MappedText): MappedText {
  const start = OPENING.exec(name.text)?.[0].length ?? 0;
  const inner = trimMapped(sliceMapped(name, start));
  const end = inner.text.replace(/[》”"）)\]】\s,，;；、\-—_]+$/, '').length;
  return dropTools(trimMapped(sliceMapped(inner, 0, Math.max(end, 0))));
}

/** Words of tool bars behind a name are none of it: 某某周刊 举报. */
function dropTools(name: MappedText): MappedText {
  const words = name.text.split(' ');
  while (words.length > 1 && MENU_WORDS.has(words.at(-1) ?? '')) words.pop();
  return sliceMapped(name, 0, words.join(' ').length);
}
