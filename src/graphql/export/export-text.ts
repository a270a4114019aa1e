import { stringify } from 'csv-stringify/sync';
import { type ExportSource, exportRows, fieldsOf } from './export-rows.ts';
import type { ExportField } from './export-selection.ts';
import type { ExportKind } from './exported.ts';

/** How an export is written: an object of JSON a line, or a table. */
export const EXPORT_FORMATS = ['ndjson', 'csv'] as const;

/** The name of a format. */
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Whether a name is one of a format. */
export const isExportFormat = (name: string): name is ExportFormat =>
  (EXPORT_FORMATS as readonly string[]).includes(name);

type Row = Readonly<Record<string, unknown>>;

/** A column of a table: its heading and its value in a row. */
type Column = readonly [heading: string, value: (row: Row) => unknown];

/** The columns of fields: an object has one for each of its parts, a list one with its JSON. */
function columnsOf(fields: readonly ExportField[]): Column[] {
  return fields.flatMap(({ name, parts, isList }): Column[] => {
    if (isList) return [[name, (row) => JSON.stringify(row[name])]];
    if (parts === null) return [[name, (row) => row[name]]];
    return columnsOf(parts).map(([heading, value]) => [
      `${name}.${heading}`,
      (row) => (row[name] === null ? null : value(row[name] as Row)),
    ]);
  });
}

const cast = { boolean: (value: boolean) => String(value) };

/** The text of an export, in pieces. @param after as `exportRows` has it: the heading of a table stands where it begins. */
export async function* exportText(
  kind: ExportKind,
  format: ExportFormat,
  { source, after = '' }: { readonly source: ExportSource; readonly after?: string },
): AsyncGenerator<string> {
  const columns = columnsOf(fieldsOf(kind));
  if (format === 'csv' && after === '') yield stringify([columns.map(([heading]) => heading)]);
  for await (const rows of exportRows(kind, source, after)) {
    if (format === 'ndjson') yield rows.map(({ json }) => `${json}\n`).join('');
    else {
      const records = rows.map(({ json }) => JSON.parse(json) as Row);
      yield stringify(
        records.map((row) => columns.map(([, value]) => value(row))),
        { cast },
      );
    }
  }
}
