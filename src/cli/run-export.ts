import { createWriteStream } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { XiezuoError } from '../base/errors.ts';
import {
  EXPORT_FORMATS,
  type ExportFormat,
  exportText,
  isExportFormat,
} from '../graphql/export/export-text.ts';
import { EXPORT_KINDS, type ExportKind, isExportKind } from '../graphql/export/exported.ts';
import { openStore } from '../store/open-store.ts';
import type { Config } from './config.ts';
import { isOutputClosed, printNotice, printTextInTime } from './print.ts';

/** What `export` takes. */
export interface ExportCommandOptions {
  readonly format: string;
  /** The id behind which it begins. */
  readonly after: string;
  /** The folder to write into; standard output, where it is left out. */
  readonly to?: string;
}

function checkKinds(names: readonly string[]): ExportKind[] {
  return names.map((name) => {
    if (isExportKind(name)) return name;
    throw new XiezuoError(
      'ARGUMENT_INVALID',
      `There is no export ${name}: give ${EXPORT_KINDS.join(', ')}, or none for all.`,
    );
  });
}

function checkFormat(name: string): ExportFormat {
  if (isExportFormat(name)) return name;
  throw new XiezuoError('ARGUMENT_INVALID', `--format must be ${EXPORT_FORMATS.join(' or ')}, not ${name}.`);
}

/** Writes a text under a name that it has when it is whole. */
async function writeFile(path: string, text: AsyncGenerator<string>): Promise<void> {
  const part = `${path}.part`;
  await pipeline(Readable.from(text), createWriteStream(part));
  await rename(part, path);
}

/**
 * Exports kinds, all where none is named: one to standard output, or each into a file of its own in a folder.
 *
 * @throws {XiezuoError} ARGUMENT_INVALID
 */
export async function runExport(
  config: Config,
  names: readonly string[],
  { format: formatName, after, to }: ExportCommandOptions,
): Promise<void> {
  const kinds = names.length === 0 ? EXPORT_KINDS : checkKinds(names);
  const format = checkFormat(formatName);
  const [kind] = kinds;
  if (to === undefined && (kinds.length !== 1 || kind === undefined))
    throw new XiezuoError(
      'ARGUMENT_INVALID',
      'Name one kind to print, or a folder for several: --to FOLDER.',
    );
  if (after !== '' && kinds.length !== 1)
    throw new XiezuoError('ARGUMENT_INVALID', '--after is an id of one kind: name that kind alone.');
  const store = await openStore(config);
  try {
    const { kysely, pool } = store.database;
    const source = { kysely, query: pool.query.bind(pool) };
    const textOf = (one: ExportKind) => exportText(one, format, { source, after });
    if (to === undefined) {
      for await (const text of textOf(kind as ExportKind)) {
        if (isOutputClosed()) break;
        await printTextInTime(text);
      }
      return;
    }
    await mkdir(to, { recursive: true });
    for (const one of kinds) {
      const path = join(to, `${one}.${format}`);
      await writeFile(path, textOf(one));
      printNotice(`wrote ${path}`);
    }
  } finally {
    await store.close();
  }
}
