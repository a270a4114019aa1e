import type { WordsQuery } from '../../search/query/search-query.ts';
import { understandWords } from '../../search/words/words.ts';
import { badInput } from '../arguments/bad-input.ts';

/**
 * What texts mean as queries.
 *
 * @throws GraphQLError BAD_USER_INPUT for a text with nothing to look for.
 */
export async function understandAll(texts: ReadonlySet<string>): Promise<ReadonlyMap<string, WordsQuery>> {
  return new Map(await Promise.all([...texts].map(understand)));
}

async function understand(text: string): Promise<[string, WordsQuery]> {
  const query = await understandWords(text);
  if (query.terms.length === 0)
    throw badInput('`matches` is empty: it needs at least one character, letter or digit to look for.');
  return [text, query];
}
