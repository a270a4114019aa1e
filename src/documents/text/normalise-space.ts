import { applyEdits, type Edit, type MappedText, trimMapped } from '../model/mapped-text.ts';
import { isCjkPunctuationCode, isHanCode } from './characters.ts';

/** Every run of white space one blank, none at the ends. */
export function collapseSpace(mapped: MappedText): MappedText {
  const edits: Edit[] = [];
  for (const match of mapped.text.matchAll(/\s{2,}/g)) {
    edits.push({ start: match.index + 1, end: match.index + match[0].length, text: '' });
  }
  return trimMapped(applyEdits(mapped, edits));
}

/** Removes the white space that stands beside Chinese: 2023 年 2 月 → 2023年2月. Between Latin words it stays. */
export function tightenSpace(mapped: MappedText): MappedText {
  const { text } = mapped;
  const edits: Edit[] = [];
  for (let index = text.indexOf(' '); index >= 0; index = text.indexOf(' ', index + 1)) {
    if (isChinese(text, index - 1) || isChinese(text, index + 1))
      edits.push({ start: index, end: index + 1, text: '' });
  }
  return applyEdits(mapped, edits);
}

function isChinese(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return isHanCode(code) || isCjkPunctuationCode(code);
}
