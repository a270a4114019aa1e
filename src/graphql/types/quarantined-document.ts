import { sql } from 'kysely';
import { builder } from '../builder/builder.ts';
import { QuarantinedDocument } from '../builder/entities.ts';
import { quarantineListing } from '../listings/quarantine-listing.ts';
import { column, expression, instant } from '../read-plan/relation.ts';
import { col, type Row } from '../read-plan/sql.ts';

QuarantinedDocument.ref.implement({
  description:
    'A page that could not be read, with the reason. Its bytes are kept aside and not shown; once it can be read it is listed here no more.',
  fields: (t) => ({
    id: t.id({ nullable: false, description: 'Its id.', ...column(QuarantinedDocument, 'id') }),
    name: t.string({
      nullable: false,
      description: "The file's name, with its folders below the one that was ingested: `2021/index.html`.",
      ...column(QuarantinedDocument, 'name'),
    }),
    code: t.string({
      nullable: false,
      description: 'Why it could not be read; the README lists the codes.',
      ...column(QuarantinedDocument, 'code'),
    }),
    reason: t.string({
      nullable: false,
      description: 'The same in words, with what to do.',
      ...column(QuarantinedDocument, 'reason'),
    }),
    quarantinedAt: t.field({
      type: 'DateTime',
      nullable: false,
      description: 'When it last could not be read.',
      ...instant(QuarantinedDocument, 'quarantined_at'),
    }),
    sizeBytes: t.int({
      nullable: false,
      description: 'How many bytes of it are kept; 0 where none could be had, or too many.',
      ...expression((row: Row<'quarantined_document'>) => sql`octet_length(${col(row, 'bytes')})`),
    }),
    sha256: t.string({
      description: 'SHA-256 of its bytes, in lower-case hexadecimal; null where none are kept.',
      ...expression((row: Row<'quarantined_document'>) => sql`nullif(${col(row, 'sha256')}, '')`),
    }),
  }),
});

builder.queryField('quarantinedDocuments', (t) =>
  t.field({
    description: 'Pages that could not be read and are no part of the graph, latest first.',
    ...quarantineListing.root(),
  }),
);
