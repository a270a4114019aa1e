import { XiezuoError } from './errors.ts';

/** Variables as a process has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The error of a variable that cannot be used; `value` is repeated, so it must be no secret. */
export const settingInvalid = (name: string, value: string, wanted: string) =>
  new XiezuoError('CONFIG_INVALID', `${name} is ${JSON.stringify(value)}, but must be ${wanted}.`, {
    context: { name },
  });

/** What a whole number may be, and what it is where it is unset or empty. */
export interface WholeSetting {
  readonly fallback: number;
  readonly min: number;
  readonly max: number;
}

/**
 * Reads a whole number.
 *
 * @throws {XiezuoError} CONFIG_INVALID
 */
export function readWhole(
  environment: Environment,
  name: string,
  { fallback, min, max }: WholeSetting,
): number {
  const value = environment[name] || String(fallback);
  const number = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= min && number <= max) return number;
  throw settingInvalid(name, value, `a whole number from ${min} to ${max}`);
}

const SWITCH: Readonly<Record<string, boolean>> = { on: true, off: false };

/**
 * Reads a switch: `on` or `off`.
 *
 * @throws {XiezuoError} CONFIG_INVALID
 */
export function readSwitch(environment: Environment, name: string, fallback: boolean): boolean {
  const value = environment[name];
  if (!value) return fallback;
  const isOn = SWITCH[value];
  if (isOn === undefined) throw settingInvalid(name, value, '"on" or "off"');
  return isOn;
}
