import { settleMeeting } from '../../resolution/settle-statements.ts';
import type { FactOutcome } from './write-facts.ts';

/**
 * The articles that leave the day of a meeting open on which the pages about it now agree differently than before: the posts
 * that they give for it were observed on that day.
 */
export function listRedated({ saved }: FactOutcome): string[] {
  const articles = saved.flatMap(({ fact, before }) => {
    if (fact.kind !== 'meeting') return [];
    const open = fact.statements.filter(({ startsOn }) => startsOn === null);
    if (open.length === 0) return [];
    const day = settleMeeting(fact.statements).startsOn;
    const former = before?.kind === 'meeting' ? settleMeeting(before.statements).startsOn : null;
    return day === former ? [] : open.map(({ articleId }) => articleId);
  });
  return [...new Set(articles)];
}
