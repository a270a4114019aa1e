import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { XiezuoError } from './errors.ts';

/** A path that gave files, or the reason why it gave none. */
export type ListedPath = { readonly path: string } | { readonly path: string; readonly error: XiezuoError };

/** Whether a path leads to a file; a link whose target is gone leads nowhere. */
async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isFile() ?? false;
}

async function listFolder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files: string[] = [];
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    // Links to folders are not followed: they may lead in a circle.
    if (entry.isFile() || (entry.isSymbolicLink() && (await isFile(path)))) files.push(path);
  }
  const isHidden = (file: string) =>
    file
      .slice(folder.length)
      .split(/[\\/]/)
      .some((part) => part.startsWith('.'));
  return files.filter((file) => !isHidden(file)).sort();
}

async function listPath(path: string): Promise<ListedPath[]> {
  if (path === '-') return [{ path }];
  try {
    if (!(await stat(path)).isDirectory()) return [{ path }];
    const files = await listFolder(path);
    if (files.length > 0) return files.map((file) => ({ path: file }));
    return [
      {
        path,
        error: new XiezuoError('FOLDER_EMPTY', `The folder ${path} holds no document: name one that does.`),
      },
    ];
  } catch (cause) {
    const { code = 'unknown reason' } = cause as NodeJS.ErrnoException;
    const message = `${path} cannot be read (${code}): check that it exists and that you may read it.`;
    return [{ path, error: new XiezuoError('FILE_UNREADABLE', message, { cause }) }];
  }
}

/** Lists files, `-` among them, and, for folders, all files in them and links to files at any depth, hidden ones left out, in the order of their names. */
export async function listFiles(paths: readonly string[]): Promise<ListedPath[]> {
  return (await Promise.all(paths.map(listPath))).flat();
}
