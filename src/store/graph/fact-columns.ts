import type { FactColumn } from '../../kinds/kind.ts';

/** A row, by column. */
export type Row = Readonly<Record<string, unknown>>;

/** What a settled fact is read by. */
type Values = Readonly<Record<string, unknown>>;

type Referred = { readonly id: string; readonly name: string } | null;

/** The columns that hold a property, with what they hold of a fact. */
export function writeColumn({ name, property, as }: FactColumn<Values>, fact: Values): [string, unknown][] {
  if (as !== 'reference') return [[name, fact[property]]];
  const referred = fact[property] as Referred;
  return [
    [`${name}_id`, referred?.id ?? null],
    [`${name}_told`, referred?.name ?? null],
  ];
}

/** SQL of the property that is read back, of the row `it`: name and value; none for what is only shown. */
export function readColumn({ name, property, as }: FactColumn<Values>): string[] {
  if (as === 'shown') return [];
  if (as === 'value') return [`'${property}', it."${name}"`];
  if (as === 'number') return [`'${property}', it."${name}"::text`];
  return [
    `'${property}', CASE WHEN it.${name}_id IS NOT NULL
      THEN json_build_object('id', it.${name}_id, 'name', coalesce(it.${name}_told, '')) END`,
  ];
}

/** The names of the columns that hold a property. */
export const namesOf = ({ name, as }: FactColumn<Values>): string[] =>
  as === 'reference' ? [`${name}_id`, `${name}_told`] : [name];
