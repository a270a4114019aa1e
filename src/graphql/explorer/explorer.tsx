import './workers.ts';
import 'graphiql/style.css';
import './explorer.css';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { EXAMPLES } from './examples.ts';
import { examplesPlugin } from './examples-plugin.tsx';
import { readLinkedOperation } from './linked-operation.ts';

/** What the editor sends beside an operation. */
interface SendOptions {
  /** What stands in the tab Headers. */
  readonly headers?: Readonly<Record<string, unknown>>;
}

/** Sends an operation to the server that served this page. */
async function send(operation: object, { headers = {} }: SendOptions = {}): Promise<object> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { accept: 'application/json', ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(operation),
  });
  return response.json();
}

const linked = readLinkedOperation(window.location.search);
const tabs = [...(linked ? [linked] : []), ...EXAMPLES.map((query) => ({ query }))];
const initial = linked && { initialQuery: linked.query, initialVariables: linked.variables ?? '' };

const container = document.getElementById('explorer');
if (container) {
  createRoot(container).render(
    <GraphiQL
      fetcher={send}
      defaultTabs={tabs}
      {...initial}
      plugins={[examplesPlugin, HISTORY_PLUGIN]}
      defaultEditorToolsVisibility={linked?.variables ? 'variables' : false}
    >
      <GraphiQL.Logo>
        <span className="xiezuo-logo">协作 Xiezuo</span>
      </GraphiQL.Logo>
    </GraphiQL>,
  );
}
