import type { Article, SourceDocument } from '../documents/source-document.ts';
import type { Extraction } from '../extraction/claim.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { toDate } from './civil-date.ts';
import type { Transaction } from './database.ts';
import { newId } from './new-id.ts';

/** Any number will do, so long as all writers take the same; the migrations have another. */
const WRITE_LOCK = 0x78_7a_02;

/**
 * Makes this transaction the only one that writes to the graph until it ends: two that resolve at once would not see
 * each other's entities and make them twice.
 */
export async function lockGraph(tx: Transaction): Promise<void> {
  // However long the others take: Prisma bounds the transaction as a whole.
  await tx.$executeRaw`SET LOCAL statement_timeout = 0`;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${WRITE_LOCK})`;
}

/** The document of these very bytes, null where there is none yet. */
export function findDocument(tx: Pick<Transaction, 'sourceDocument'>, sha256: string) {
  return tx.sourceDocument.findUnique({ where: { sha256 }, select: { id: true } });
}

/** Writes a document without its articles, and takes it out of quarantine. Gives its id. */
export async function saveDocument(
  tx: Transaction,
  document: SourceDocument,
  retrievedAt: Date,
): Promise<string> {
  const { name, url, sha256, mediaType } = document;
  const id = newId('document');
  const bytes = Uint8Array.from(document.bytes);
  await tx.sourceDocument.create({ data: { id, name, url, sha256, mediaType, bytes, retrievedAt } });
  await tx.quarantinedDocument.deleteMany({ where: { OR: [{ sha256 }, { name, sha256: '' }] } });
  return id;
}

/** Offsets as bytes: little-endian uint32, whatever this machine's own order is. */
function toBytes(offsets: Uint32Array): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(offsets.length * Uint32Array.BYTES_PER_ELEMENT));
  offsets.forEach((offset, index) => {
    view.setUint32(index * Uint32Array.BYTES_PER_ELEMENT, offset, true);
  });
  return new Uint8Array(view.buffer);
}

/** Reads what `toBytes` wrote. */
export function readOffsets(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.byteLength / Uint32Array.BYTES_PER_ELEMENT }, (_, index) =>
    view.getUint32(index * Uint32Array.BYTES_PER_ELEMENT, true),
  );
}

/** Plain data as Prisma's JSON; it is JSON, though readonly. */
export const toJson = (value: readonly unknown[]) => value as unknown as Prisma.InputJsonValue;

/** What belongs to an article besides its own fields. */
export interface ArticlePlace {
  readonly documentId: string;
  /** Place on the page, from 0. */
  readonly ordinal: number;
  readonly extraction: Extraction;
  /** The version of the extractor. */
  readonly extractor: number;
}

/** Writes an article. Gives its id. */
export async function saveArticle(tx: Transaction, article: Article, place: ArticlePlace): Promise<string> {
  const { headline, text, publisher, publishedOn, publishedOnBasis, script, paragraphs, sourceOffsets } =
    article;
  const id = newId('article');
  await tx.article.create({
    data: {
      id,
      documentId: place.documentId,
      ordinal: place.ordinal,
      headline,
      text,
      publisher,
      publishedOn: toDate(publishedOn),
      publishedOnBasis,
      script,
      paragraphs: paragraphs.map(({ start, end, kind }) => ({ start, end, kind })),
      sourceOffsets: toBytes(sourceOffsets),
      warnings: toJson(place.extraction.warnings),
      claims: toJson(place.extraction.claims),
      extractor: place.extractor,
    },
  });
  return id;
}
