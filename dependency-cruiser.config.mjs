// The order of the layers, which `npm run check` holds: in each folder the parts from the lowest to the highest, each of which may
// import only those before it. A dot stands for the files of the folder itself, its doors.
const ORDER = {
  src: 'base documents extraction kinds report resolution store search files reading ingest curation admission queue graphql http cli',
  'src/documents': 'model lexicon text titles labels lines sections article bytes formats . copies stream',
  'src/extraction':
    'model terms lexicon text passage bodies dates names offices persons meetings agreements participations annotations indicators claims .',
  'src/graphql':
    'arguments cost read-plan context builder values conditions counting fields connections listings types . server export feeds',
  'src/http': 'answers life settings log metrics feeds routes tracing .',
  'src/kinds': 'keys comparators settling .',
  'src/resolution': '. dating',
  'src/search': 'text entities query words names index match',
  'src/store': 'sql postgres schema . documents copies graph curation',
};

const pathOf = (folder, part) => (part === '.' ? `^${folder}/[^/]+$` : `^${folder}/${part}/`);

const layers = Object.entries(ORDER).flatMap(([folder, order]) =>
  order.split(' ').flatMap((part, i, parts) => {
    const above = parts.slice(i + 1).map((higher) => pathOf(folder, higher));
    if (above.length === 0) return [];
    const name = part === '.' ? folder : `${folder}/${part}`;
    return [
      {
        name: `${name}-imports-nothing-above-it`,
        comment: `${name} may import only what stands before it in dependency-cruiser.config.mjs.`,
        severity: 'error',
        from: { path: pathOf(folder, part) },
        to: { path: above },
      },
    ];
  }),
);

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-circle-of-files', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-circle-of-folders', severity: 'error', scope: 'folder', from: {}, to: { circular: true } },
    ...layers,
  ],
  options: {
    parser: 'swc',
    // Imports of types count: whoever reads a file reads what it names.
    tsPreCompilationDeps: true,
    // The explorer is a page of its own, bundled by itself; what Prisma generates imports nothing of ours.
    exclude: { path: ['src/graphql/explorer', 'src/generated'] },
    doNotFollow: { path: 'node_modules' },
  },
};
