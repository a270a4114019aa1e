import type { OrganisationMention } from './organisation-mention.ts';
import { OrganisationReader } from './organisation-reader.ts';
import type { Passage } from './passage.ts';

/**
 * Every body that a passage names in full or by its level, in the order of the text, without overlap save for
 * bodies that share their words (湖州市、无锡市政府).
 *
 * @example 省生态环境厅 in a page about 广东省 // 广东省生态环境厅
 */
export function listOrganisations(passage: Passage): OrganisationMention[] {
  return passage.sentences.flatMap((sentence) => new OrganisationReader(passage, sentence).read());
}
