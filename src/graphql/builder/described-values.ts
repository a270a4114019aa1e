/** The values of an enum type from entries that carry, beside other things, their descriptions. */
export function describedValues(entries: Readonly<Record<string, { readonly description: string }>>) {
  return Object.fromEntries(
    Object.entries(entries).map(([name, { description }]) => [name, { description }]),
  );
}
