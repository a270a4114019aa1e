import type { CivilDate } from '../../documents/model/source-document.ts';
import type { FactOutcome } from './write-facts.ts';

/** Meetings on whose day pages agree differently than before. */
export interface Redating {
  /** Articles that leave the day open: the posts that they give for it were observed on that day. */
  readonly articleIds: readonly string[];
  /** The days before, by id of the meeting; null where there was none. */
  readonly formerDays: ReadonlyMap<string, CivilDate | null>;
}

/** Finds the meetings on whose day pages agree differently since facts were written. */
export function listRedated({ saved }: FactOutcome): Redating {
  const formerDays = new Map<string, CivilDate | null>();
  const articles = saved.flatMap(({ fact, before }) => {
    if (fact.kind !== 'meeting') return [];
    const open = fact.statements.filter(({ startsOn }) => startsOn === null);
    if (open.length === 0) return [];
    const former = before?.kind === 'meeting' ? before.startsOn : null;
    if (fact.startsOn === former) return [];
    formerDays.set(fact.id, former);
    return open.map(({ articleId }) => articleId);
  });
  return { articleIds: [...new Set(articles)], formerDays };
}
