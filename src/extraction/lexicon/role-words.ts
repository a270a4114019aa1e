import { Trie } from '../terms/trie.ts';
import { listRoles, noRoles, type RoleScope } from './roles.ts';

/** Words for offices with what they hang on; null for words that only begin like one (常委会). */
export const roleWords = new Trie<RoleScope | null>([
  ...listRoles(),
  ...noRoles.map((word) => [word, null] as const),
]);
