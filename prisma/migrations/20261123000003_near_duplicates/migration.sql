-- CreateEnum
CREATE TYPE "publication_basis" AS ENUM ('GIVEN', 'METADATA', 'LABEL', 'DATE_LINE', 'URL', 'UPDATED');

-- AlterTable
ALTER TABLE "article" ADD COLUMN     "duplicate_of_id" TEXT,
ADD COLUMN     "is_spun" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "published_on_basis" "publication_basis",
ADD COLUMN     "similarity" DOUBLE PRECISION;

-- CreateTable
CREATE TABLE "article_shingle" (
    "hash" INTEGER NOT NULL,
    "article_id" TEXT NOT NULL,

    CONSTRAINT "article_shingle_pkey" PRIMARY KEY ("hash","article_id")
);

-- CreateIndex
CREATE INDEX "article_shingle_article_id_idx" ON "article_shingle"("article_id");

-- CreateIndex
CREATE INDEX "article_duplicate_of_id_idx" ON "article"("duplicate_of_id");

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_duplicate_of_id_fkey" FOREIGN KEY ("duplicate_of_id") REFERENCES "article"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_shingle" ADD CONSTRAINT "article_shingle_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
