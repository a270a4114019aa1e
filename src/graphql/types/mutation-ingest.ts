import { sql } from 'kysely';
import { XiezuoError } from '../../base/errors.ts';
import { isPageUrl } from '../../documents/labels/page-url.ts';
import type { CivilDate } from '../../documents/model/source-document.ts';
import { ingestDocument } from '../../ingest/ingest.ts';
import { builder } from '../builder/builder.ts';
import { SourceDocument } from '../builder/entities.ts';
import { oneObject } from '../cost/weights.ts';
import type { TextOptions } from '../counting/count-input.ts';
import { computedOne, entry, textOf } from '../fields/computed.ts';
import type { JsonObject } from '../read-plan/field-plan.ts';
import { one, planned } from '../read-plan/relation.ts';
import { col } from '../read-plan/sql.ts';
import { userErrorsField, withUserErrors } from './user-error.ts';

const IngestStatus = builder.enumType('IngestStatus', {
  description: 'What became of a page.',
  values: {
    INGESTED: { description: 'It is in the graph now.' },
    KNOWN: {
      description:
        'It was in the graph before: the very same bytes. The name, URL and day that were given now are not kept.',
    },
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
        oneObject,
      ),
    }),
    userErrors: t.field(userErrorsField),
  }),
});

const IngestInput = builder.inputType('IngestDocumentInput', {
  description: 'A page: its text, or its bytes.',
  fields: (t) => ({
    name: t.string({
      required: true,
      description:
        'Its file name, with the folders that tell it from others of the name: `2021/index.html`; at most 1,000 characters.',
      extensions: { maxLength: 1_000 } satisfies TextOptions,
    }),
    text: t.string({
      description: 'What it says, as text, Markdown or HTML.',
      extensions: { isPage: true } satisfies TextOptions,
    }),
    base64: t.string({
      description: 'Its bytes in Base64, in any charset.',
      extensions: { isPage: true } satisfies TextOptions,
    }),
    url: t.string({
      description:
        'Where it was found: an address of http or https, at most 4,000 characters. A page with the URL of another is its new version.',
      extensions: { maxLength: 4_000 } satisfies TextOptions,
    }),
    publishedOn: t.field({
      type: 'Date',
      description: 'The day of its publication, where you know it; goes before what the page says.',
    }),
  }),
});

/** A page as the API takes it. */
interface PageInput {
  readonly name: string;
  readonly text?: string | null;
  readonly base64?: string | null;
  readonly url?: string | null;
  readonly publishedOn?: CivilDate | null;
}

/** What is in no Base64, of both alphabets: other characters, or more after the padding. Mail breaks its lines. */
const NO_BASE64 = /[^\w+/=\s-]|=\s*[^=\s]/;

function inputError(code: string, message: string, path: string): XiezuoError {
  return new XiezuoError(code, message, { context: { path } });
}

/** @throws {XiezuoError} INPUT_MISSING, INPUT_AMBIGUOUS, BASE64_INVALID */
function readBytes({ text = null, base64 = null }: PageInput): Uint8Array {
  if (text !== null && base64 !== null)
    throw inputError('INPUT_AMBIGUOUS', 'Give `text` or `base64`, not both.', 'base64');
  if (text !== null) return Buffer.from(text);
  if (base64 === null) throw inputError('INPUT_MISSING', 'Give `text` or `base64`.', 'text');
  // Node.js passes over it without a word.
  if (NO_BASE64.test(base64))
    throw inputError(
      'BASE64_INVALID',
      '`base64` holds what is no Base64: encode the bytes of the page.',
      'base64',
    );
  return Buffer.from(base64, 'base64');
}

/**
 * What is known of the page beside its bytes.
 *
 * @throws {XiezuoError} URL_INVALID
 */
function readKnown({ url = null, publishedOn = null }: PageInput) {
  if (url !== null && !isPageUrl(url))
    throw inputError(
      'URL_INVALID',
      'The URL must begin with http:// or https:// and have at most 4,000 characters.',
      'url',
    );
  return { ...(url !== null && { url }), ...(publishedOn !== null && { publishedOn }) };
}

builder.mutationField('ingestDocument', (t) =>
  t.field({
    type: IngestPayload,
    nullable: false,
    description: 'Reads a page into the graph. The same bytes again change nothing.',
    args: { input: t.arg({ type: IngestInput, required: true, description: 'The page.' }) },
    ...computedOne('IngestDocumentPayload', ({ input }, { writer, observer }) => {
      const page = input as PageInput;
      return withUserErrors(async () => {
        const { name } = page;
        const result = await writer.write((database) =>
          ingestDocument(database, { name, bytes: readBytes(page), ...readKnown(page) }),
        );
        observer.pageTaken(result.status);
        const wrong =
          result.status === 'quarantined' ? [{ code: result.code, message: result.reason, path: [] }] : [];
        const sha256 = result.status === 'quarantined' ? null : result.sha256;
        return { status: result.status.toUpperCase(), sha256, userErrors: wrong };
      });
    }),
  }),
);
