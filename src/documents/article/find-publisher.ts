import { NO_PUBLISHERS } from '../lexicon/furniture.ts';
import type { FactField, PageFact } from '../model/page.ts';

/** The more a field speaks for the source of the text, the earlier it stands. */
const ORDER: readonly FactField[] = ['publisher', 'author', 'site', 'programme'];
const NEWSROOM =
  /(?:网|报|社|台|厅|局|委|办|部|会|院|府|新闻|发布|中心|客户端|公众号|日报|晚报|在线|频道|联盟|集团|杂志)$/;

/** Who published an article: the source that it names, else the author where that is no person, else the site. */
export function findPublisher(facts: readonly PageFact[]): string | null {
  for (const field of ORDER) {
    const named = facts.filter((fact) => fact.field === field).map((fact) => cleanName(fact.value.text));
    const found = named.find((name) => isPublisher(name) && (field !== 'author' || NEWSROOM.test(name)));
    if (found !== undefined) return found;
  }
  return null;
}

/** Meta elements give names with their label: 来源：某某网. */
function cleanName(name: string): string {
  return name.replace(/^\s*(?:来源|稿源|作者)[:：]\s*/, '').trim();
}

function isPublisher(name: string): boolean {
  return name.length >= 2 && name.length <= 60 && !NO_PUBLISHERS.has(name) && !/^https?:/.test(name);
}
