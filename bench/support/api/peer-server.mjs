// PostGraphile on a database: `node peer-server.mjs URL CONNECTIONS`, run in the folder where it is installed. Prints its address.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(`${process.cwd()}/package.json`);
const load = (name) => import(pathToFileURL(require.resolve(name)).href);
const [{ postgraphile }, { PostGraphileAmberPreset }, { makePgService }, { grafserv }, filters, aggregates] =
  await Promise.all(
    [
      'postgraphile',
      'postgraphile/presets/amber',
      'postgraphile/adaptors/pg',
      'postgraphile/grafserv/node',
      'postgraphile-plugin-connection-filter',
      '@graphile/pg-aggregates',
    ].map(load),
  );
const [connectionString, connections] = process.argv.slice(2);

/** Groups by month, which the plug-in has for instants by hour and day only. */
const GroupByMonth = {
  name: 'GroupByMonth',
  version: '1.0.0',
  schema: {
    hooks: {
      build: {
        after: ['aggregates'],
        callback(build) {
          const { TYPES } = build.dataplanPg;
          build.pgAggregateGroupBySpecs.push({
            id: 'truncated-to-month',
            isSuitableType: (codec) => codec === TYPES.date,
            sqlWrap: (date) => build.sql`to_char(${date}, 'YYYY-MM')`,
            sqlWrapCodec: () => TYPES.text,
          });
          return build;
        },
      },
    },
  },
};

const instance = postgraphile({
  extends: [
    PostGraphileAmberPreset,
    filters.PostGraphileConnectionFilterPreset,
    aggregates.PgAggregatesPreset,
  ],
  plugins: [GroupByMonth],
  disablePlugins: ['NodePlugin', 'PgIndexBehaviorsPlugin'],
  pgServices: [
    makePgService({ connectionString, schemas: ['public'], poolConfig: { max: Number(connections) } }),
  ],
  schema: { defaultBehavior: '+connection +filterBy +orderBy' },
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
});
const server = createServer();
await instance.createServ(grafserv).addTo(server);
server.listen(0, '127.0.0.1', () =>
  console.log(`listens at http://127.0.0.1:${server.address().port}/graphql`),
);
