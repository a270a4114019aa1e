import { describeKind, type Fact } from '../../kinds/kinds.ts';

const listReferences = (fact: Fact) => describeKind(fact.kind).references?.(fact) ?? [];

/** Whether a choice is to be made between rows that a stored fact and a new one refer to, and all articles are needed for it. */
export function hasConflict(stored: Fact, added: Fact): boolean {
  const known = new Map(listReferences(stored));
  return listReferences(added).some(([purpose, next]) => next !== null && known.get(purpose)?.name === '');
}
