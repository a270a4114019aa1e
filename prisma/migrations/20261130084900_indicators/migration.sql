-- CreateEnum
CREATE TYPE "indicator_form" AS ENUM ('LEVEL', 'CHANGE');

-- CreateEnum
CREATE TYPE "indicator_bound" AS ENUM ('EXACT', 'ABOUT', 'AT_LEAST', 'AT_MOST');

-- AlterTable
ALTER TABLE "evidence" ADD COLUMN     "indicator_id" TEXT;

-- CreateTable
CREATE TABLE "indicator" (
    "id" TEXT NOT NULL,
    "organisation_id" TEXT,
    "area_code" TEXT,
    "meeting_id" TEXT,
    "measure" TEXT NOT NULL,
    "form" "indicator_form" NOT NULL,
    "value" DECIMAL NOT NULL,
    "unit" TEXT NOT NULL,
    "bound" "indicator_bound" NOT NULL,
    "printed" TEXT NOT NULL,
    "planned" BOOLEAN NOT NULL,
    "starts_on" DATE,
    "ends_on" DATE,

    CONSTRAINT "indicator_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "indicator_organisation_id_idx" ON "indicator"("organisation_id");

-- CreateIndex
CREATE INDEX "indicator_area_code_idx" ON "indicator"("area_code");

-- CreateIndex
CREATE INDEX "indicator_meeting_id_idx" ON "indicator"("meeting_id");

-- CreateIndex
CREATE INDEX "indicator_measure_idx" ON "indicator"("measure");

-- CreateIndex
CREATE INDEX "indicator_unit_value_idx" ON "indicator"("unit", "value");

-- CreateIndex
CREATE INDEX "indicator_ends_on_id_idx" ON "indicator"("ends_on", "id");

-- CreateIndex
CREATE INDEX "evidence_indicator_id_idx" ON "evidence"("indicator_id") WHERE ("indicator_id" IS NOT NULL);

-- AddForeignKey
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_area_code_fkey" FOREIGN KEY ("area_code") REFERENCES "area"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- At most one subject, and evidence is of one fact as before.
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_one_subject" CHECK (num_nonnulls("organisation_id", "area_code", "meeting_id") <= 1);
ALTER TABLE "evidence" DROP CONSTRAINT "evidence_one_fact";
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_one_fact" CHECK (num_nonnulls("person_id", "organisation_id", "position_id", "meeting_id", "participation_id", "agreement_id", "signature_id", "indicator_id") = 1);
