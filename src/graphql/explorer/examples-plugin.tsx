import { type GraphiQLPlugin, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { EXAMPLES } from './examples.ts';

/** What an example is called: its operation, in words. */
function titleOf(query: string): string {
  const [, name = ''] = /^query (\w+)/m.exec(query) ?? [];
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
}

/** What an example is good for: the comment that it begins with. */
function describe(query: string): string {
  const lines = query.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#'));
  return lines
    .slice(0, end)
    .map((line) => line.slice(1).trim())
    .join(' ');
}

/** Shows an example: in its tab, if it is open as it was, else in a new one. */
function useOpenExample(): (query: string) => void {
  const { addTab, changeTab } = useGraphiQLActions();
  const tabs = useGraphiQL((state) => state.tabs);
  const editor = useGraphiQL((state) => state.queryEditor);
  return (query) => {
    const open = tabs.findIndex((tab) => tab.query === query);
    if (open >= 0) return changeTab(open);
    addTab();
    editor?.setValue(query);
  };
}

function Examples() {
  const openExample = useOpenExample();
  return (
    <section aria-label="Examples">
      <div className="graphiql-doc-explorer-title">Examples</div>
      <ul className="xiezuo-examples">
        {EXAMPLES.map((query) => (
          <li key={query}>
            <button type="button" onClick={() => openExample(query)}>
              {titleOf(query)}
            </button>
            <p>{describe(query)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function BulbIcon() {
  return (
    <svg
      height="1em"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      aria-hidden="true"
    >
      <path d="M9 18h6M10 21h4M12 3a6 6 0 0 0-4 10.5c.8.7 1 1.5 1 2.5h6c0-1 .2-1.8 1-2.5A6 6 0 0 0 12 3z" />
    </svg>
  );
}

/** The examples in a pane at the side, so that one that was closed or changed can be opened again. */
export const examplesPlugin: GraphiQLPlugin = { title: 'Examples', icon: BulbIcon, content: Examples };
