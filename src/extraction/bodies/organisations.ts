import type { Passage } from '../passage/passage.ts';
import { collect } from '../text/collect.ts';
import type { OrganisationMention } from './organisation-mention.ts';
import { OrganisationReader } from './organisation-reader.ts';

/** 人民日报|北京3月1日电: who brings the news is no part of it. */
const DATELINE = /^[\u4e00-\u9fff]{0,6}(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日[电讯]/;

/**
 * Every body that a passage names in full or by its level, in the order of the text, without overlap save for
 * bodies that share their words (湖州市、无锡市政府).
 *
 * @example 省生态环境厅 in a page about 广东省 // 广东省生态环境厅
 */
export function listOrganisations(passage: Passage): OrganisationMention[] {
  const { text } = passage;
  return collect(passage.sentences, (sentence) => new OrganisationReader(passage, sentence).read()).filter(
    ({ classification, end }) => classification !== 'MEDIA' || !DATELINE.test(text.slice(end, end + 16)),
  );
}
