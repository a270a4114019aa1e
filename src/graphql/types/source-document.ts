import { sql } from 'kysely';
import { LONG_LIST } from '../arguments/list-limit.ts';
import { builder } from '../builder/builder.ts';
import { Article, SourceDocument } from '../builder/entities.ts';
import { firstArgument } from '../builder/first-argument.ts';
import { SORTED_SCAN } from '../cost/weights.ts';
import { sourceDocumentListing } from '../listings/source-document-listing.ts';
import { column, instant, toMany } from '../read-plan/relation.ts';
import { col, type Row } from '../read-plan/sql.ts';
import { Node } from './node.ts';

SourceDocument.ref.implement({
  description: 'A page as it was found. One page may carry several articles.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({ nullable: false, description: 'Its id.', ...column(SourceDocument, 'id') }),
    name: t.string({
      nullable: false,
      description:
        "The file's name, with its folders below the one that was ingested: `2021/index.html`; that of a record of JSON Lines, or file and line. Plain text, in which any character may stand.",
      ...column(SourceDocument, 'name'),
    }),
    url: t.string({
      description: 'Where it came from, an address of http or https; null where nobody says.',
      ...column(SourceDocument, 'url'),
    }),
    sha256: t.string({
      nullable: false,
      description: 'SHA-256 of its bytes, in lower-case hexadecimal.',
      ...column(SourceDocument, 'sha256'),
    }),
    mediaType: t.string({
      nullable: false,
      description:
        'What its bytes were found to be: `text/html`, `text/markdown`, `text/plain`, or `application/json` for a record of JSON Lines.',
      ...column(SourceDocument, 'media_type'),
    }),
    retrievedAt: t.field({
      type: 'DateTime',
      nullable: false,
      description: 'When it was taken in.',
      ...instant(SourceDocument, 'retrieved_at'),
    }),
    articles: t.field({
      type: [Article.ref],
      nullable: false,
      description: 'Its articles, in the order of the page.',
      args: firstArgument(LONG_LIST),
      ...toMany(Article, { limit: LONG_LIST }, (document: Row<'source_document'>, article) => ({
        where: sql`${col(article, 'document_id')} = ${col(document, 'id')}`,
        orderBy: col(article, 'ordinal'),
      })),
    }),
  }),
});

builder.queryField('documents', (t) =>
  t.field({
    description: 'Pages as they were found, the last taken in first.',
    ...sourceDocumentListing.root(SORTED_SCAN),
  }),
);
