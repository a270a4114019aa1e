import './workers.ts';
import 'graphiql/style.css';
import './explorer.css';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import meetings from './examples/01-meetings.graphql';
import timeline from './examples/02-timeline.graphql';
import search from './examples/03-search.graphql';
import peers from './examples/04-peers.graphql';
import charts from './examples/05-charts.graphql';
import suggest from './examples/06-suggest.graphql';
import series from './examples/07-series.graphql';

const EXAMPLES = [meetings, timeline, search, peers, charts, suggest, series];

/** Sends an operation to the server that served this page. */
async function send(operation: object): Promise<object> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(operation),
  });
  return response.json();
}

const container = document.getElementById('explorer');
if (container) {
  createRoot(container).render(
    <GraphiQL
      fetcher={send}
      defaultTabs={EXAMPLES.map((query) => ({ query }))}
      defaultEditorToolsVisibility={false}
    >
      <GraphiQL.Logo>
        <span className="xiezuo-logo">协作 Xiezuo</span>
      </GraphiQL.Logo>
    </GraphiQL>,
  );
}
