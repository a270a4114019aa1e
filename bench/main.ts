// npm run bench -- NAME [ARGUMENT…]    runs bench/NAME.ts; without NAME lists the names. See bench/README.md.
import { readdirSync } from 'node:fs';

const [name, ...parameters] = process.argv.slice(2);
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && file !== 'main.ts')
  .map((file) => file.slice(0, -'.ts'.length));

if (name === undefined || !names.includes(name)) {
  console.error(`usage: npm run bench -- ${names.join('|')} [ARGUMENT…]`);
  process.exitCode = 1;
} else {
  const { run } = (await import(`./${name}.ts`)) as {
    run: (parameters: readonly string[]) => Promise<boolean> | boolean;
  };
  if (!(await run(parameters))) process.exitCode = 1;
}
