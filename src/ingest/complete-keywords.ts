import { listKeywords } from '../search/words/words.ts';
import { listWithoutKeywords, saveKeywords } from '../store/documents/article-keywords.ts';
import type { Database } from '../store/sql/database.ts';

/** How many articles are taken at a time. */
const BATCH = 200;

/** Finds the keywords of articles that were stored before keywords were. Interrupted, it goes on where it was. */
export async function completeKeywords({ kysely }: Database): Promise<void> {
  for (;;) {
    const articles = await listWithoutKeywords(kysely, BATCH);
    if (articles.length === 0) return;
    const keywords = await listKeywords(articles.map(({ text }) => text));
    await saveKeywords(
      kysely,
      articles.map(({ id }, index) => ({ id, keywords: keywords[index] ?? [] })),
    );
  }
}
