import { readFileSync } from 'node:fs';
import { XiezuoError } from './errors.ts';
import { type Environment, settingInvalid } from './settings.ts';

/**
 * Reads a secret: the variable `name`, or the file that `<name>_FILE` names, as Docker and Kubernetes hand secrets over. The line
 * break at the end of a file is no part of it.
 *
 * @returns null where neither is set.
 * @throws {XiezuoError} CONFIG_INVALID where both are set, or the file cannot be read.
 */
export function readSecret(environment: Environment, name: string): string | null {
  const [value, file] = [environment[name], environment[`${name}_FILE`]];
  if (!file) return value || null;
  if (value) throw settingInvalid(`${name}_FILE`, file, `unset where ${name} is set`);
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '') || null;
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? 'unknown';
    throw new XiezuoError(
      'CONFIG_INVALID',
      `${name}_FILE is ${JSON.stringify(file)}, which cannot be read (${reason}): name a file that holds the secret.`,
      { context: { name: `${name}_FILE` }, cause },
    );
  }
}
