/** A column of the table of a kind of fact. */
export interface FactColumn<F> {
  readonly name: string;
  /** What the column holds of a fact. */
  readonly write: (fact: F) => unknown;
  /** SQL of the property that is read back, of the row `it`: name and value. Null where the column is only shown. */
  readonly read: string | null;
}

type Property<F> = keyof F & string;

/** A column that holds a property as it is. */
export function plain<F>(name: string, property: Property<F>): FactColumn<F> {
  return { name, write: (fact) => fact[property], read: `'${property}', it."${name}"` };
}

/** Columns that hold the id of a row to which a property refers, and how the article tells of it. */
export function reference<F>(name: string, property: Property<F>): FactColumn<F>[] {
  const referred = (fact: F) => fact[property] as { readonly id: string; readonly name: string } | null;
  const read = `'${property}', CASE WHEN it.${name}_id IS NOT NULL
    THEN json_build_object('id', it.${name}_id, 'name', coalesce(it.${name}_told, '')) END`;
  return [
    { name: `${name}_id`, write: (fact) => referred(fact)?.id ?? null, read },
    { name: `${name}_told`, write: (fact) => referred(fact)?.name ?? null, read: null },
  ];
}

/** A column that is made of a fact and never read back. */
export function shown<F>(name: string, write: (fact: F) => unknown): FactColumn<F> {
  return { name, write, read: null };
}
