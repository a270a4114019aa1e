import { parseSync } from '@swc/core';

/** A regular expression of the sources. */
export interface Rule {
  /** Its file and line: `src/extraction/dates/dates.ts:18`. */
  readonly place: string;
  readonly code: string;
  /** Where it stands in the bytes of its file, half-open. */
  readonly start: number;
  readonly end: number;
}

interface Node {
  readonly type: string;
  readonly span: { readonly start: number; readonly end: number };
  readonly callee?: { readonly value?: string };
}

/** swc counts bytes, and from 1. */
const FIRST = 1;

function* walk(value: unknown): Generator<Node> {
  if (typeof value !== 'object' || value === null) return;
  if ('type' in value && 'span' in value) yield value as Node;
  for (const child of Object.values(value)) yield* walk(child);
}

/** The literals of a source, and what is made by `new RegExp`, in the order of their starts. */
export function listRules(path: string, source: string): Rule[] {
  const bytes = Buffer.from(source);
  const nodes = [...walk(parseSync(source, { syntax: 'typescript', target: 'es2023' }))];
  const isRule = ({ type, callee }: Node) =>
    type === 'RegExpLiteral' || (type === 'NewExpression' && callee?.value === 'RegExp');
  return nodes
    .filter(isRule)
    .map(({ span }) => {
      const [start, end] = [span.start - FIRST, span.end - FIRST];
      const line = bytes.subarray(0, start).toString().split('\n').length;
      return { place: `${path}:${line}`, code: bytes.subarray(start, end).toString(), start, end };
    })
    .sort((a, b) => a.start - b.start);
}
