import { readdir, stat } from 'node:fs/promises';
import { basename, isAbsolute, join, normalize, relative, sep } from 'node:path';
import { XiezuoError } from '../base/errors.ts';

/** A file that a path led to, under the name that its documents get. */
export interface ListedFile {
  readonly path: string;
  /** With its folders, divided by `/`: two files of one folder's tree never have the same. */
  readonly name: string;
}

/** A file, or a path that gave none with the reason, which anybody may read: it does not show where on this machine it was. */
export type ListedPath = ListedFile | (ListedFile & { readonly error: XiezuoError });

/** The path that stands for standard input, and what the document that comes from there is called. */
export const STDIN: ListedFile = { path: '-', name: 'stdin' };

/** More than an index of PostgreSQL takes of a name is not kept: its end tells more than its beginning. In UTF-16 code units. */
const MAX_NAME = 500;

const toName = (path: string) =>
  path
    .split(sep)
    .join('/')
    .slice(-MAX_NAME)
    // The second half of a character that was cut.
    .replace(/^[\udc00-\udfff]/, '');

/** What a file that was named itself is called: as it was named, but without folders that are not below this one. */
function nameFile(path: string): string {
  const plain = normalize(path);
  return isAbsolute(plain) || plain.startsWith('..') ? basename(plain) : toName(plain);
}

/** Whether a path leads to a file; a link whose target is gone leads nowhere. */
async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isFile() ?? false;
}

async function listFolder(folder: string): Promise<ListedFile[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files: ListedFile[] = [];
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    // Links to folders are not followed: they may lead in a circle.
    if (entry.isFile() || (entry.isSymbolicLink() && (await isFile(path))))
      files.push({ path, name: toName(relative(folder, path)) });
  }
  const isHidden = ({ path }: ListedFile) =>
    relative(folder, path)
      .split(sep)
      .some((part) => part.startsWith('.'));
  return files.filter((file) => !isHidden(file)).sort((left, right) => (left.path < right.path ? -1 : 1));
}

async function listPath(path: string): Promise<ListedPath[]> {
  if (path === STDIN.path) return [STDIN];
  const name = nameFile(path);
  try {
    if (!(await stat(path)).isDirectory()) return [{ path, name }];
    const files = await listFolder(path);
    if (files.length > 0) return files;
    const message = `The folder ${name} holds no document: name one that does.`;
    return [{ path, name, error: new XiezuoError('FOLDER_EMPTY', message) }];
  } catch (cause) {
    const { code = 'unknown reason' } = cause as NodeJS.ErrnoException;
    const message = `${name} cannot be read (${code}): check that it exists and that you may read it.`;
    return [{ path, name, error: new XiezuoError('FILE_UNREADABLE', message, { cause }) }];
  }
}

/** Lists files, `-` among them, and, for folders, all files in them and links to files at any depth, hidden ones left out, in the order of their names. */
export async function listFiles(paths: readonly string[]): Promise<ListedPath[]> {
  return (await Promise.all(paths.map(listPath))).flat();
}
