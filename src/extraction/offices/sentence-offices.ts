import type { OrganisationMention } from '../bodies/organisation-mention.ts';
import type { Sentence } from '../text/sentences.ts';
import type { PostContext } from './post-context.ts';
import { listPostGroups, type PostGroup } from './post-groups.ts';
import { listPostTokens, type PostToken } from './post-tokens.ts';

/** The offices of a sentence, read once for both readings of its names. */
export interface SentenceOffices {
  readonly sentence: Sentence;
  readonly organisations: readonly OrganisationMention[];
  readonly tokens: readonly PostToken[];
  readonly groups: readonly PostGroup[];
}

const NO_GROUPS: readonly PostGroup[] = [];

/** The offices of every sentence, in the order of the text. */
export function listOffices({ passage, organisations }: PostContext): SentenceOffices[] {
  let next = 0;
  return passage.sentences.map((sentence) => {
    const inside: OrganisationMention[] = [];
    for (; (organisations[next]?.start ?? Number.POSITIVE_INFINITY) < sentence.end; next++) {
      const mention = organisations[next];
      if (mention && mention.start >= sentence.start) inside.push(mention);
    }
    const tokens = listPostTokens(passage, sentence, inside);
    const groups = tokens.length > 0 ? listPostGroups(passage.text, tokens) : NO_GROUPS;
    return { sentence, organisations: inside, tokens, groups };
  });
}
