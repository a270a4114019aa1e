import type { Database } from '../sql/database.ts';
import { newRowId } from '../sql/new-id.ts';

/** A page that could not be read. */
export interface UnreadDocument {
  readonly name: string;
  /** Null where not even the bytes could be had. */
  readonly content: { readonly bytes: Uint8Array; readonly sha256: string } | null;
  /** A stable code, and a sentence that says what is wrong and what to do. */
  readonly code: string;
  readonly reason: string;
}

/** Keeps a page that could not be read, with the reason; the same page again changes the reason only. */
export async function quarantineDocument(
  database: Database,
  document: UnreadDocument,
  at: Date,
): Promise<void> {
  const { name, code, reason, content } = document;
  const sha256 = content?.sha256 ?? '';
  await database.prisma.quarantinedDocument.upsert({
    where: { name_sha256: { name, sha256 } },
    create: {
      id: newRowId(),
      name,
      sha256,
      bytes: Uint8Array.from(content?.bytes ?? []),
      code,
      reason,
      quarantinedAt: at,
    },
    update: { code, reason, quarantinedAt: at },
  });
}
