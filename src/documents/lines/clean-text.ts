import type { MappedText } from '../model/mapped-text.ts';
import { foldCharacters } from '../text/fold-characters.ts';
import { normalisePunctuation } from '../text/normalise-punctuation.ts';
import { collapseSpace } from '../text/normalise-space.ts';
import { removeNotes } from './remove-notes.ts';
import { removePinyin } from './remove-pinyin.ts';
import { type SimplifyContext, simplifyText } from './simplify.ts';
import { HOLDS, surveyText, type TextSurvey } from './survey-text.ts';

/**
 * Gives a line its clean form: Simplified, without pinyin annotations and invisible characters, punctuation and
 * width of one kind, single blanks. Which blanks go depends on what the line is: see `tightenSpace`.
 *
 * @example cleanText(mapSource('生(sheng)態　環(huan)境廳,浙江'), { ambiguousAsTraditional: true }).text // 生态 环境厅，浙江
 */
export function cleanText(
  mapped: MappedText,
  context: SimplifyContext,
  { holds }: TextSurvey = surveyText(mapped.text),
): MappedText {
  if (holds === 0) return mapped;
  let text = mapped;
  if (holds & HOLDS.foldable) text = foldCharacters(text);
  if (holds & (HOLDS.bracketed | HOLDS.foldable)) text = removePinyin(text);
  if (holds & (HOLDS.traditional | HOLDS.foldable)) text = simplifyText(text, context);
  if (holds & (HOLDS.bracketed | HOLDS.foldable)) text = removeNotes(text);
  if (holds & (HOLDS.punctuation | HOLDS.foldable)) text = normalisePunctuation(text);
  return holds & HOLDS.space ? collapseSpace(text) : text;
}
