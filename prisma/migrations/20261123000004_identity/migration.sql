-- Facts that were resolved by comparing entities are made anew from the pages, which are kept: articles of extractor 0
-- are read again before anything else (prepareGraph).
TRUNCATE "evidence", "signature", "agreement", "participation_position", "participation", "meeting_session",
  "meeting_series", "meeting_place", "meeting", "position", "organisation", "person", "identity_decision",
  "search_entry", "search_term";

-- CreateEnum
CREATE TYPE "decision_action" AS ENUM ('UNITE', 'MERGE', 'SPLIT', 'RENAME', 'REJECT');

-- DropIndex
DROP INDEX "identity_decision_article_id_idx";

-- AlterTable
ALTER TABLE "article" ADD COLUMN     "claims" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "extractor" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "superseded_by_id" TEXT;

-- AlterTable
ALTER TABLE "identity_decision" DROP COLUMN "article_id",
DROP COLUMN "mention",
ADD COLUMN     "action" "decision_action" NOT NULL,
ADD COLUMN     "detail" JSONB,
ADD COLUMN     "revert_reason" TEXT,
ADD COLUMN     "reverted_by" TEXT;

-- CreateTable
CREATE TABLE "mention" (
    "article_id" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "home" TEXT NOT NULL,
    "keys" TEXT[],

    CONSTRAINT "mention_pkey" PRIMARY KEY ("article_id","ordinal")
);

-- CreateTable
CREATE TABLE "identity_home" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "root" TEXT NOT NULL,

    CONSTRAINT "identity_home_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity_key" (
    "kind" TEXT NOT NULL,
    "family" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "home" TEXT NOT NULL,
    "weight" INTEGER NOT NULL,

    CONSTRAINT "identity_key_pkey" PRIMARY KEY ("kind","family","value","home")
);

-- CreateIndex
CREATE INDEX "mention_home_idx" ON "mention"("home");

-- CreateIndex
CREATE INDEX "identity_home_root_idx" ON "identity_home"("root");

-- CreateIndex
CREATE INDEX "identity_key_home_idx" ON "identity_key"("home");

-- CreateIndex
CREATE INDEX "article_superseded_by_id_idx" ON "article"("superseded_by_id");

-- CreateIndex
CREATE INDEX "identity_decision_action_decided_at_idx" ON "identity_decision"("action", "decided_at");

-- CreateIndex
CREATE INDEX "source_document_name_idx" ON "source_document"("name");

-- CreateIndex
CREATE INDEX "source_document_url_idx" ON "source_document"("url");

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_superseded_by_id_fkey" FOREIGN KEY ("superseded_by_id") REFERENCES "article"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "meeting_session" ADD COLUMN     "organisation_id" TEXT;

-- CreateIndex
CREATE INDEX "meeting_session_organisation_id_idx" ON "meeting_session"("organisation_id");

-- AddForeignKey
ALTER TABLE "meeting_session" ADD CONSTRAINT "meeting_session_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;
