import { createRequire } from 'node:module';
import { Command } from 'commander';
import { XiezuoError } from '../base/errors.ts';
import { readReaderSettings } from '../reading/reader-settings.ts';
import { addCurationCommands } from './add-curation-commands.ts';
import { addLossCommands } from './add-loss-commands.ts';
import { readConfig } from './config.ts';
import { allowClosedOutput, printLine, printLineInTime, printNotice } from './print.ts';
import { printError } from './print-error.ts';
import type { ExportCommandOptions } from './run-export.ts';
import type { IngestOptions } from './run-ingest.ts';
import type { WorkCommandOptions } from './run-work.ts';
import { stopOnSignal } from './stop-on-signal.ts';

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };

/** Exit code of a command that could not do all it was asked to. */
const FAILED = 1;

/** What `ingest` and `extract` take. */
const PATHS =
  'files, folders or - for standard input: HTML, Markdown, plain text, JSON Lines, each also gzipped';

const MAX_WORKERS = 64;

/** @throws {XiezuoError} ARGUMENT_INVALID */
function readWorkers(text: string): number {
  const workers = Number(text);
  if (Number.isInteger(workers) && workers >= 1 && workers <= MAX_WORKERS) return workers;
  throw new XiezuoError(
    'ARGUMENT_INVALID',
    `--workers must be a whole number from 1 to ${MAX_WORKERS}, not ${text}.`,
  );
}

/** A usage error of commander in one line, which says where to look. */
function describeUsageError(text: string): string {
  const [reason = '', ...hints] = text
    .trim()
    .replace(/^error: /, '')
    .split('\n');
  return ['xiezuo:', reason, ...hints, '(xiezuo --help lists all commands)'].join(' ');
}

const program = new Command('xiezuo')
  .description('Turns Chinese government news pages into a graph of who met, where, and what they signed.')
  .version(version)
  // Commands that are added below take these over.
  .configureOutput({ outputError: (text) => printNotice(describeUsageError(text)) });

program
  .command('serve')
  .description(
    'start the database, migrate it, ingest seed/documents if they are not in yet, and serve GraphQL',
  )
  .addHelpText('after', '\nEnvironment: PORT, HOST, DATABASE_URL, XIEZUO_DATA_DIR (see .env.example).')
  .action(async () => {
    const { startServer } = await import('./run-serve.ts');
    const config = readConfig(process.env);
    const starting = startServer(config, printLine);
    // A signal while it starts waits until it has, then stops it: no half-made database is left running.
    stopOnSignal(config.shutdown.timeoutMs, async (onStep) => {
      onStep(() => 'starting');
      await (await starting).close(onStep);
    });
    await starting;
  });

program
  .command('export')
  .description(
    'print all rows of a kind, or write those of several kinds into a folder, as the API shows them',
  )
  .argument('[kind...]', 'people, meetings, articles …; without one all, into the folder of --to')
  .option('--format <format>', 'ndjson: a JSON object a line; csv: a table', 'ndjson')
  .option('--after <id>', 'go on behind the row with this id', '')
  .option('--to <folder>', 'write a file a kind into this folder')
  .action(async (kinds: string[], options: ExportCommandOptions) => {
    const { runExport } = await import('./run-export.ts');
    await runExport(readConfig(process.env), kinds, options);
  });

program
  .command('migrate')
  .description('bring the database to the schema of this version')
  .action(async () => {
    const { openStore } = await import('../store/open-store.ts');
    const store = await openStore(readConfig(process.env));
    for (const name of store.applied) printLine(`applied ${name}`);
    if (store.applied.length === 0) printLine('nothing to apply: the database is up to date');
    await store.close();
  });

program
  .command('ingest')
  .description('read pages into the graph; exit code 1 if one could not be read')
  .argument('<path...>', PATHS)
  .option('--queue', 'put them into the queue of the database and leave them to `work`', false)
  .option('--workers <number>', 'so many processes, over that queue', readWorkers, 1)
  .option('--progress', 'show progress also where standard error is no terminal', false)
  .action(async (paths: string[], options: IngestOptions) => {
    const { runIngest } = await import('./run-ingest.ts');
    if (!(await runIngest(readConfig(process.env), paths, options))) process.exitCode = FAILED;
  });

program
  .command('work')
  .description(
    'take pages from the queue of the database into the graph until it is empty, beside others that do so',
  )
  .option('--workers <number>', 'so many processes', readWorkers, 1)
  .option('--watch', 'wait for more when it is empty', false)
  .option('--progress', 'show progress also where standard error is no terminal', false)
  .action(async (options: WorkCommandOptions) => {
    const { runWork } = await import('./run-work.ts');
    if (!(await runWork(readConfig(process.env), options))) process.exitCode = FAILED;
  });

program
  .command('reingest')
  .description(
    'read the stored pages again that an older version of the extractor read; decisions of people stand',
  )
  .action(async () => {
    const { runReingest } = await import('./run-reingest.ts');
    if (!(await runReingest(readConfig(process.env)))) process.exitCode = FAILED;
  });

program
  .command('reindex')
  .description('build the search index anew, beside those who search and write, and swap it')
  .action(async () => {
    const { runReindex } = await import('./run-reindex.ts');
    await runReindex(readConfig(process.env));
  });

program
  .command('extract')
  .description('print the facts of pages, one JSON line a document; needs no database')
  .argument('<path...>', PATHS)
  .option('--explain', 'for people: each fact with its rule and its words, and the doubts that were left')
  .action(async (paths: string[], options: { explain?: boolean }) => {
    const { runExtract } = await import('./run-extract.ts');
    if (!(await runExtract(paths, options))) process.exitCode = FAILED;
  });

addCurationCommands(program);
addLossCommands(program);

program
  .command('schema')
  .description('print the GraphQL schema')
  .action(async () => {
    const { printSchema } = await import('../graphql/print-schema.ts');
    for (const line of printSchema().trimEnd().split('\n')) await printLineInTime(line);
  });

/** Commands that read pages, and so take the user's own words. */
const READING = new Set(['serve', 'ingest', 'work', 'reingest', 'extract']);

program.hook('preAction', async (_, command) => {
  const settings = readReaderSettings(process.env);
  const { configureReader } = await import('../reading/page-reader.ts');
  await configureReader(settings);
  if (settings.lexicon === null || !READING.has(command.name())) return;
  // The thread that reads loads them too; words that cannot be used are to end the command before it begins.
  const { loadLexicon } = await import('../files/load-lexicon.ts');
  loadLexicon(settings.lexicon);
});

allowClosedOutput();
program.parseAsync().catch((error: unknown) => {
  printError(error);
  process.exit(FAILED);
});
