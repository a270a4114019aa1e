import { existsSync } from 'node:fs';

// The first file that runs, in plain JavaScript that old Node.js understands, so that it can say what is wrong.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `xiezuo: This is Node.js ${process.versions.node}, but 20.19 or newer is needed: see https://nodejs.org.`,
  );
  process.exit(1);
}
// Settings of a file .env, which those of the environment go before.
if (existsSync('.env')) process.loadEnvFile('.env');
// Who changes the sources runs what they say now; an installation runs what it was built as.
if (process.env.NODE_ENV !== 'production') {
  const { bundleStaleSources } = await import('../scripts/bundle-sources.mjs');
  await bundleStaleSources();
}
await import('../dist/app/cli.js');
