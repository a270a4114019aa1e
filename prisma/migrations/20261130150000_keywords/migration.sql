-- The words that tell a text from others stand in the row, so that articles can be grouped by them. Of articles that are there they are
-- not known, which NULL says, and are found before the next pages come.
ALTER TABLE "article" ADD COLUMN "keywords" TEXT[], ADD COLUMN "keyword_weights" DOUBLE PRECISION[];
ALTER TABLE "article" ALTER COLUMN "keywords" SET DEFAULT ARRAY[]::TEXT[], ALTER COLUMN "keyword_weights" SET DEFAULT ARRAY[]::DOUBLE PRECISION[];
CREATE INDEX "article_without_keywords_idx" ON "article"("id") WHERE (keywords IS NULL);

-- Pages and decisions are listed by the time of taking in and of deciding.
CREATE INDEX "source_document_retrieved_at_id_idx" ON "source_document"("retrieved_at", "id");
CREATE INDEX "identity_decision_decided_at_id_idx" ON "identity_decision"("decided_at", "id");
