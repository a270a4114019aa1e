/** The workers of the Monaco editor by the label under which it asks for them; built beside the page. */
const WORKERS: Readonly<Record<string, string>> = {
  json: '/explorer/json.worker.js',
  graphql: '/explorer/graphql.worker.js',
};

Object.assign(globalThis, {
  MonacoEnvironment: {
    getWorker: (_id: string, label: string) => new Worker(WORKERS[label] ?? '/explorer/editor.worker.js'),
  },
});
