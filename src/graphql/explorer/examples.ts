import meetings from './examples/01-meetings.graphql';
import timeline from './examples/02-timeline.graphql';
import search from './examples/03-search.graphql';
import peers from './examples/04-peers.graphql';
import charts from './examples/05-charts.graphql';
import suggest from './examples/06-suggest.graphql';
import series from './examples/07-series.graphql';
import indicators from './examples/08-indicators.graphql';

/** What the explorer shows at first, a tab each, in this order. */
export const EXAMPLES: readonly string[] = [
  meetings,
  timeline,
  search,
  peers,
  charts,
  suggest,
  series,
  indicators,
];
