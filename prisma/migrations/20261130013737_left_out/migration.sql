-- AlterTable
ALTER TABLE "article" ADD COLUMN     "left_out" JSONB NOT NULL DEFAULT '[]';

-- CreateIndex
CREATE INDEX "article_left_out_idx" ON "article"("id") WHERE (left_out <> '[]'::jsonb);
