-- What each page says is kept beside what is shown: all pages are read anew (prepareGraph) to fill it in.
UPDATE "article" SET "extractor" = 0;

-- AlterEnum
ALTER TYPE "decision_action" ADD VALUE 'DISTINCT';

-- AlterTable
ALTER TABLE "agreement" ADD COLUMN     "contradictions" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "statements" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "meeting" ADD COLUMN     "contradictions" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "date_basis_reason" TEXT,
ADD COLUMN     "statements" JSONB NOT NULL DEFAULT '[]';

