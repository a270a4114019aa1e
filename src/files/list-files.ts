import { readdir, realpath, stat } from 'node:fs/promises';
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

const unreadable = (name: string, cause: unknown) => {
  const { code = 'unknown reason' } = cause as NodeJS.ErrnoException;
  const message = `${name} cannot be read (${code}): check that it exists and that you may read it.`;
  return new XiezuoError('FILE_UNREADABLE', message, { cause });
};

/** What a link in a folder gives: the file that it leads to, or why none; nothing where that is listed by its own name, or is no document. */
async function followLink(file: ListedFile, folder: string): Promise<ListedPath[]> {
  const { path, name } = file;
  try {
    const target = await stat(path);
    if (target.isFile()) return [file];
    // They may lead in a circle. What is below the folder is listed anyway.
    if (
      !target.isDirectory() ||
      `${await realpath(path)}${sep}`.startsWith(`${await realpath(folder)}${sep}`)
    )
      return [];
    const message = `${name} is a link to a folder, which is not followed: name that folder too.`;
    return [{ ...file, error: new XiezuoError('FOLDER_NOT_FOLLOWED', message) }];
  } catch (cause) {
    return [{ ...file, error: unreadable(name, cause) }];
  }
}

/** Whether a file of a folder, or a folder that it is in, begins with a dot. */
const isHidden = ({ name }: ListedFile) => name.split('/').some((part) => part.startsWith('.'));

async function listFolder(folder: string): Promise<ListedPath[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files: ListedPath[] = [];
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const file = { path, name: toName(relative(folder, path)) };
    if (entry.isFile()) files.push(file);
    else if (entry.isSymbolicLink() && !isHidden(file)) files.push(...(await followLink(file, folder)));
  }
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
    return [{ path, name, error: unreadable(name, cause) }];
  }
}

/**
 * Lists files, `-` among them, and, for folders, all files in them and links to files at any depth, hidden ones left out, in the order of
 * their names. Links that lead nowhere, or to folders elsewhere, are given with the reason why they are not followed.
 */
export async function listFiles(paths: readonly string[]): Promise<ListedPath[]> {
  return (await Promise.all(paths.map(listPath))).flat();
}
