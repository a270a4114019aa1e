import { simplifyText } from '../../documents/lines/simplify.ts';
import { mapSource } from '../../documents/model/mapped-text.ts';

/** Folds width and case as `foldedColumn` of the read plan does in SQL: NFKC, and A–Z made small. */
function foldPlain(text: string): string {
  return text.normalize('NFKC').replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/**
 * The forms under which a text that somebody asks for may stand in the graph, folded: as given, and made Simplified as
 * pages of either script are. The characters that both scripts have (乾, 著) read one way on the one page and
 * another on the other, so there may be three.
 *
 * @example foldForms('臺灣ＰＭ２.５') // ['臺灣pm2.5', '台湾pm2.5']
 */
export function foldForms(text: string): readonly string[] {
  const forms = [false, true].map(
    (ambiguousAsTraditional) => simplifyText(mapSource(text), { ambiguousAsTraditional }).text,
  );
  return [...new Set([text, ...forms].map(foldPlain))];
}
