import type { Fact, Reference } from '../../resolution/fact.ts';

/** What a fact refers to, by what for. */
function listReferences(fact: Fact): [purpose: string, reference: Reference][] {
  if (fact.kind === 'organisation') return [['parent', fact.parent]];
  if (fact.kind === 'agreement') return [['meeting', fact.meeting]];
  if (fact.kind === 'signature') return [['signer', fact.signer]];
  if (fact.kind !== 'meeting') return [];
  return fact.sessions.map(({ series, ordinal, organisation }) => [`${ordinal} ${series}`, organisation]);
}

/** Whether a choice is to be made between rows that a stored fact and a new one refer to, and all articles are needed for it. */
export function hasConflict(stored: Fact, added: Fact): boolean {
  const known = new Map(listReferences(stored));
  return listReferences(added).some(([purpose, next]) => next !== null && known.get(purpose)?.name === '');
}
