import type { ResultOf } from 'gql.tada';
import type { Client } from '../client.ts';
import { graphql } from '../graphql.ts';

const MeetingsOfPeriod = graphql(`
  query MeetingsOfPeriod($from: Date!, $to: Date!, $after: String) {
    meetings(first: 100, after: $after, where: { date: { from: $from, to: $to } }) {
      pageInfo { hasNextPage endCursor }
      nodes {
        id
        name
        startsOn
        participations(first: 20) {
          nodes { roles participant { __typename ... on Person { name } ... on Organisation { name } } }
        }
      }
    }
  }
`);

/** A meeting for a calendar. */
export interface CalendarEntry {
  readonly id: string;
  readonly day: string;
  readonly name: string;
  /** Who chaired it; empty where nobody is said to have. */
  readonly chairs: readonly string[];
}

/** All meetings from one day to another, latest first, page by page. */
export async function* meetingsOfPeriod(
  client: Client,
  from: string,
  to: string,
): AsyncGenerator<CalendarEntry> {
  for (let after: string | null = null; ; ) {
    const { meetings }: ResultOf<typeof MeetingsOfPeriod> = await client.request(MeetingsOfPeriod, {
      from,
      to,
      after,
    });
    for (const { id, name, startsOn, participations } of meetings.nodes) {
      const chairs = participations.nodes.filter(({ roles }) => roles.includes('CHAIR'));
      // Only meetings with a day lie in a period.
      yield { id, name, day: startsOn ?? '', chairs: chairs.map(({ participant }) => participant.name) };
    }
    if (!meetings.pageInfo.hasNextPage) return;
    after = meetings.pageInfo.endCursor;
  }
}
