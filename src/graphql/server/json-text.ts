import type { FormattedExecutionResult } from 'graphql';

/** A value of an answer as the JSON text that the database made of it. */
export class JsonText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** For those who look at the answer before it is sent. */
  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}

const stringify = (value: unknown) => (value instanceof JsonText ? value.text : JSON.stringify(value));

function stringifyData(data: Readonly<Record<string, unknown>>): string {
  return `{${Object.entries(data)
    .map(([key, value]) => `${JSON.stringify(key)}:${stringify(value)}`)
    .join(',')}}`;
}

/** The body of an answer. A `JsonText` in its data goes out as it is. */
export function stringifyResult({ data, ...others }: FormattedExecutionResult): string {
  const rest = JSON.stringify(others);
  if (data === undefined) return `${rest}\n`;
  const errors = rest === '{}' ? '' : `${rest.slice(1, -1)},`;
  return `{${errors}"data":${data === null ? 'null' : stringifyData(data)}}\n`;
}
