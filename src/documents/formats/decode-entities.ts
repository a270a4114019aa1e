import { decodeHTML } from 'entities';
import { applyEdits, type Edit, type MappedText } from '../model/mapped-text.ts';

/** A reference by number or by name. The semicolon may be missing where browsers do without it. */
const REFERENCE = /&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?/g;
/** No character of any page: half of one, or none at all. */
const NO_CHARACTER = /[\0\ufffd]|\p{Surrogate}/gu;

/** Character references replaced by their characters; unknown ones stay as they are. */
export function decodeEntities(mapped: MappedText): MappedText {
  if (!mapped.text.includes('&')) return mapped;
  const edits: Edit[] = [];
  for (const match of mapped.text.matchAll(REFERENCE)) {
    const [reference] = match;
    const text = decodeHTML(reference);
    if (text === reference) continue;
    edits.push({
      start: match.index,
      end: match.index + reference.length,
      text: text.replace(NO_CHARACTER, ''),
    });
  }
  return applyEdits(mapped, edits);
}
