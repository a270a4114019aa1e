import type { ChangeSet } from './resolution/change-set.ts';

/** How many entities a page added to the graph. */
export interface IngestCounts {
  readonly articles: number;
  readonly meetings: number;
  readonly people: number;
  readonly organisations: number;
  readonly agreements: number;
}

/** Of a page that added nothing. */
export const NO_COUNTS: IngestCounts = {
  articles: 0,
  meetings: 0,
  people: 0,
  organisations: 0,
  agreements: 0,
};

/** What two lots of pages added together. */
export function addCounts(left: IngestCounts, right: IngestCounts): IngestCounts {
  return {
    articles: left.articles + right.articles,
    meetings: left.meetings + right.meetings,
    people: left.people + right.people,
    organisations: left.organisations + right.organisations,
    agreements: left.agreements + right.agreements,
  };
}

/** How many entities the change sets of a page add; `articles` is how many articles it has. */
export function countNew(articles: number, all: readonly ChangeSet[]): IngestCounts {
  const sum = (count: (changes: ChangeSet) => number) =>
    all.reduce((total, changes) => total + count(changes), 0);
  return {
    articles,
    meetings: sum(({ newMeetings }) => newMeetings.length),
    people: sum(({ newPeople }) => newPeople.length),
    organisations: sum(({ newOrganisations }) => newOrganisations.length),
    agreements: sum(({ newAgreements }) => newAgreements.length),
  };
}
