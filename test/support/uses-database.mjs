import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The module that a value is imported from, or all of it; types are no part of what runs. */
const IMPORTED = /^(?:import|export) (?!type )(?:[^;']* from )?'([^']+)'|\bimport\('([^']+)'\)/gm;

/** What each file that was looked at imports: names of packages and paths of files. */
const imports = new Map();

function listImports(path) {
  const known = imports.get(path);
  if (known) return known;
  const names = [...readFileSync(path, 'utf8').matchAll(IMPORTED)].map(([, from, later]) => from ?? later);
  const found = names.map((name) => (name.startsWith('.') ? join(dirname(path), name) : name));
  imports.set(path, found);
  return found;
}

/** Whether a file, or anything that it imports, imports the driver of PostgreSQL: nothing else can speak to a database. */
export function usesDatabase(path, seen = new Set()) {
  return listImports(path).some((imported) => {
    if (imported === 'pg') return true;
    if (seen.has(imported) || !imported.endsWith('.ts') || !existsSync(imported)) return false;
    return usesDatabase(imported, seen.add(imported));
  });
}
