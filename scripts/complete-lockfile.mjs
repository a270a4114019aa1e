// Adds to package-lock.json the packages for other platforms that npm left out because the registry at hand does not
// have them; `npm ci` refuses a lockfile without them, though it would never install them here. Run after npm install.
import { readFileSync, writeFileSync } from 'node:fs';

const SYSTEMS = /\b(aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32)\b/;
const PROCESSORS = /\b(arm64|arm|ia32|loong64|ppc64|riscv64|s390x|x64)\b/;

const path = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(path, 'utf8'));

/** Whether a package that stands at `from` in the tree finds `name`. */
function isFound(from, name) {
  for (let folder = from; ; folder = folder.replace(/(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+$/, '')) {
    if (`${folder ? `${folder}/` : ''}node_modules/${name}` in lock.packages) return true;
    if (folder === '') return false;
  }
}

let added = 0;
for (const [folder, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const [system] = SYSTEMS.exec(name) ?? [];
    const [processor] = PROCESSORS.exec(name) ?? [];
    if (isFound(folder, name) || !system || !processor) continue;
    const dev = entry.dev ? { dev: true } : {};
    lock.packages[`node_modules/${name}`] = {
      version: version.replace(/^[^\d]*/, ''),
      cpu: [processor],
      ...dev,
      optional: true,
      os: [system],
    };
    added += 1;
  }
}
const [root, ...rest] = Object.entries(lock.packages);
rest.sort(([left], [right]) => (left < right ? -1 : 1));
lock.packages = Object.fromEntries([root, ...rest]);
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} packages for other platforms added to package-lock.json`);
