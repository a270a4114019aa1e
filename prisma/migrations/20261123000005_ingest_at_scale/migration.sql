-- Hashes of copies: fewer, in narrow rows without foreign key. Those of stored articles are carried over.
ALTER TABLE "article_shingle" RENAME TO "article_shingle_old";
ALTER TABLE "article_shingle_old" RENAME CONSTRAINT "article_shingle_pkey" TO "article_shingle_old_pkey";

CREATE TABLE "article_shingle" (
    "hash" INTEGER NOT NULL,
    "article" UUID NOT NULL,

    CONSTRAINT "article_shingle_pkey" PRIMARY KEY ("hash","article")
);

INSERT INTO "article_shingle" ("hash", "article")
SELECT "hash", substr("article_id", 5)::uuid FROM (
    SELECT "hash", "article_id", row_number() OVER (PARTITION BY "article_id" ORDER BY "hash") AS place
    FROM "article_shingle_old"
) AS ranked WHERE place <= 32 ORDER BY 1, 2;

DROP TABLE "article_shingle_old";

-- How articles tell of what was chosen among references: with it, a new article is compared without reading the old ones.
ALTER TABLE "organisation" ADD COLUMN     "parent_told" TEXT;

ALTER TABLE "meeting_session" ADD COLUMN     "organisation_told" TEXT;

ALTER TABLE "agreement" ADD COLUMN     "meeting_told" TEXT;

ALTER TABLE "signature" ADD COLUMN     "signer_told" TEXT;

-- Pages of one name, the newest first.
DROP INDEX "source_document_name_idx";

CREATE INDEX "source_document_name_id_idx" ON "source_document"("name", "id");
