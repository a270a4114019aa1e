import { sql } from 'kysely';
import { XiezuoError } from '../../errors.ts';
import { ingestDocument } from '../../ingest.ts';
import { builder } from '../builder.ts';
import { SourceDocument } from '../entities.ts';
import { computedOne, entry, textOf } from '../read-plan/computed.ts';
import type { JsonObject } from '../read-plan/field-plan.ts';
import { one, planned } from '../read-plan/relation.ts';
import { col } from '../read-plan/sql.ts';
import { userErrorsField, withUserErrors } from './user-error.ts';

const IngestStatus = builder.enumType('IngestStatus', {
  description: 'What became of a page.',
  values: {
    INGESTED: { description: 'It is in the graph now.' },
    KNOWN: { description: 'It was in the graph before: the very same bytes.' },
    QUARANTINED: { description: 'It could not be read, and is kept aside; `userErrors` says why.' },
  },
});

const IngestPayload = builder.objectRef<JsonObject>('IngestDocumentPayload').implement({
  description: 'What came of `ingestDocument`.',
  fields: (t) => ({
    status: t.field({
      type: IngestStatus,
      description: 'Null where the input could not be used.',
      ...entry('status'),
    }),
    document: t.field({
      type: SourceDocument.ref,
      description: 'The page; null where it could not be read.',
      ...planned(
        (request) =>
          one(request, SourceDocument, (row) => sql`${col(row, 'sha256')} = ${textOf(request, 'sha256')}`),
        1,
      ),
    }),
    userErrors: t.field(userErrorsField),
  }),
});

const IngestInput = builder.inputType('IngestDocumentInput', {
  description: 'A page: its text, or its bytes.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Its file name.' }),
    text: t.string({ description: 'What it says, as text, Markdown or HTML.' }),
    base64: t.string({ description: 'Its bytes in Base64, in any charset.' }),
    url: t.string({ description: 'Where it was found. A page with the URL of another is its new version.' }),
  }),
});

/** A page as the API takes it. */
interface PageInput {
  readonly name: string;
  readonly text?: string | null;
  readonly base64?: string | null;
  readonly url?: string | null;
}

function readBytes({ text, base64 }: PageInput): Uint8Array {
  if ((text ?? null) === null && (base64 ?? null) === null)
    throw new XiezuoError('INPUT_MISSING', 'Give `text` or `base64`.', { context: { path: 'text' } });
  return Buffer.from(text ?? base64 ?? '', (text ?? null) === null ? 'base64' : 'utf8');
}

builder.mutationField('ingestDocument', (t) =>
  t.field({
    type: IngestPayload,
    nullable: false,
    description: 'Reads a page into the graph. The same bytes again change nothing.',
    args: { input: t.arg({ type: IngestInput, required: true, description: 'The page.' }) },
    ...computedOne('IngestDocumentPayload', ({ input }, { writer }) => {
      const database = writer.authorise();
      const page = input as PageInput;
      return withUserErrors(async () => {
        const url = page.url ? { url: page.url } : {};
        const result = await ingestDocument(database, { name: page.name, bytes: readBytes(page), ...url });
        const wrong =
          result.status === 'quarantined' ? [{ code: result.code, message: result.reason, path: [] }] : [];
        const sha256 = result.status === 'quarantined' ? null : result.sha256;
        return { status: result.status.toUpperCase(), sha256, userErrors: wrong };
      });
    }),
  }),
);
