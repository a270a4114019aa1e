import { type Environment, settingInvalid } from '../../base/settings.ts';

/** As browsers send them: no path, no slash at the end. */
const isOrigin = (text: string) => URL.canParse(text) && new URL(text).origin === text;

/**
 * Reads the origins whose pages may use the API, with commas between: `*` for any, an empty list for none.
 *
 * @throws {XiezuoError} CONFIG_INVALID
 */
export function readOrigins(environment: Environment, name: string): '*' | readonly string[] {
  const value = environment[name] ?? '';
  if (value.trim() === '*') return '*';
  const origins = value
    .split(',')
    .map((origin) => origin.trim())
    .filter((origin) => origin !== '');
  if (!origins.every(isOrigin))
    throw settingInvalid(name, value, '* or origins with commas between, such as https://example.org');
  return origins;
}
