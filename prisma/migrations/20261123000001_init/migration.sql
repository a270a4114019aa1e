-- CreateEnum
CREATE TYPE "script" AS ENUM ('HANS', 'HANT');

-- CreateEnum
CREATE TYPE "area_level" AS ENUM ('COUNTRY', 'PROVINCE', 'CITY', 'COUNTY');

-- CreateEnum
CREATE TYPE "organisation_class" AS ENUM ('PARTY', 'GOVERNMENT', 'DEPARTMENT', 'COORDINATION', 'COMPANY', 'ASSOCIATION', 'MEDIA', 'OTHER');

-- CreateEnum
CREATE TYPE "date_basis" AS ENUM ('STATED', 'INFERRED', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "meeting_format" AS ENUM ('IN_PERSON', 'VIDEO', 'HYBRID');

-- CreateEnum
CREATE TYPE "participation_role" AS ENUM ('CHAIR', 'SPEAKER', 'ATTENDEE');

-- CreateEnum
CREATE TYPE "agreement_kind" AS ENUM ('MEMORANDUM', 'AGREEMENT', 'DECLARATION', 'OTHER');

-- CreateEnum
CREATE TYPE "judgement" AS ENUM ('SAME', 'DIFFERENT', 'UNSURE');

-- CreateTable
CREATE TABLE "source_document" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT,
    "sha256" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "retrieved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "source_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quarantined_document" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "code" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "quarantined_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "quarantined_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article" (
    "id" TEXT NOT NULL,
    "document_id" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "headline" TEXT,
    "text" TEXT NOT NULL,
    "publisher" TEXT,
    "published_on" DATE,
    "script" "script" NOT NULL,
    "paragraphs" JSONB NOT NULL,
    "source_offsets" BYTEA NOT NULL,
    "warnings" JSONB NOT NULL,

    CONSTRAINT "article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "area" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "short_names" TEXT[],
    "level" "area_level" NOT NULL,
    "parent_code" TEXT,

    CONSTRAINT "area_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "person" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "other_names" TEXT[],
    "merged_into_id" TEXT,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "other_names" TEXT[],
    "classification" "organisation_class" NOT NULL,
    "area_code" TEXT,
    "parent_id" TEXT,
    "merged_into_id" TEXT,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "position" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "organisation_id" TEXT,
    "area_code" TEXT,
    "role" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "observed_on" DATE,

    CONSTRAINT "position_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "other_names" TEXT[],
    "starts_on" DATE,
    "ends_on" DATE,
    "date_basis" "date_basis" NOT NULL,
    "month_day" TEXT,
    "format" "meeting_format",
    "merged_into_id" TEXT,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_place" (
    "meeting_id" TEXT NOT NULL,
    "area_code" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "meeting_place_pkey" PRIMARY KEY ("meeting_id","area_code")
);

-- CreateTable
CREATE TABLE "meeting_series" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "organisation_id" TEXT,

    CONSTRAINT "meeting_series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_session" (
    "meeting_id" TEXT NOT NULL,
    "series_id" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "meeting_session_pkey" PRIMARY KEY ("meeting_id","series_id","ordinal")
);

-- CreateTable
CREATE TABLE "participation" (
    "id" TEXT NOT NULL,
    "meeting_id" TEXT NOT NULL,
    "person_id" TEXT,
    "organisation_id" TEXT,
    "roles" "participation_role"[],
    "ordinal" INTEGER NOT NULL,
    "name_as_printed" TEXT NOT NULL,

    CONSTRAINT "participation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "participation_position" (
    "participation_id" TEXT NOT NULL,
    "position_id" TEXT NOT NULL,

    CONSTRAINT "participation_position_pkey" PRIMARY KEY ("participation_id","position_id")
);

-- CreateTable
CREATE TABLE "agreement" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" "agreement_kind" NOT NULL,
    "signed_on" DATE,
    "meeting_id" TEXT,
    "merged_into_id" TEXT,

    CONSTRAINT "agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signature" (
    "id" TEXT NOT NULL,
    "agreement_id" TEXT NOT NULL,
    "organisation_id" TEXT,
    "area_code" TEXT,
    "signer_id" TEXT,
    "implied" BOOLEAN NOT NULL,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "signature_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" TEXT NOT NULL,
    "article_id" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "sentence_start" INTEGER NOT NULL,
    "sentence_end" INTEGER NOT NULL,
    "quote" TEXT NOT NULL,
    "person_id" TEXT,
    "organisation_id" TEXT,
    "position_id" TEXT,
    "meeting_id" TEXT,
    "participation_id" TEXT,
    "agreement_id" TEXT,
    "signature_id" TEXT,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity_decision" (
    "id" TEXT NOT NULL,
    "judgement" "judgement" NOT NULL,
    "entity_type" TEXT NOT NULL,
    "entity_id" TEXT NOT NULL,
    "other_id" TEXT,
    "article_id" TEXT,
    "mention" TEXT,
    "score" DOUBLE PRECISION NOT NULL,
    "reasons" TEXT[],
    "decided_by" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "reverted_at" TIMESTAMPTZ(3),

    CONSTRAINT "identity_decision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "source_document_sha256_key" ON "source_document"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "quarantined_document_name_sha256_key" ON "quarantined_document"("name", "sha256");

-- CreateIndex
CREATE INDEX "article_published_on_id_idx" ON "article"("published_on", "id");

-- CreateIndex
CREATE UNIQUE INDEX "article_document_id_ordinal_key" ON "article"("document_id", "ordinal");

-- CreateIndex
CREATE INDEX "area_parent_code_idx" ON "area"("parent_code");

-- CreateIndex
CREATE INDEX "person_name_idx" ON "person"("name");

-- CreateIndex
CREATE INDEX "person_merged_into_id_idx" ON "person"("merged_into_id");

-- CreateIndex
CREATE INDEX "organisation_name_idx" ON "organisation"("name");

-- CreateIndex
CREATE INDEX "organisation_other_names_idx" ON "organisation" USING GIN ("other_names");

-- CreateIndex
CREATE INDEX "organisation_area_code_idx" ON "organisation"("area_code");

-- CreateIndex
CREATE INDEX "organisation_parent_id_idx" ON "organisation"("parent_id");

-- CreateIndex
CREATE INDEX "organisation_merged_into_id_idx" ON "organisation"("merged_into_id");

-- CreateIndex
CREATE INDEX "position_person_id_observed_on_idx" ON "position"("person_id", "observed_on");

-- CreateIndex
CREATE INDEX "position_organisation_id_idx" ON "position"("organisation_id");

-- CreateIndex
CREATE INDEX "position_area_code_idx" ON "position"("area_code");

-- CreateIndex
CREATE INDEX "meeting_starts_on_id_idx" ON "meeting"("starts_on", "id");

-- CreateIndex
CREATE INDEX "meeting_name_idx" ON "meeting"("name");

-- CreateIndex
CREATE INDEX "meeting_other_names_idx" ON "meeting" USING GIN ("other_names");

-- CreateIndex
CREATE INDEX "meeting_month_day_idx" ON "meeting"("month_day");

-- CreateIndex
CREATE INDEX "meeting_merged_into_id_idx" ON "meeting"("merged_into_id");

-- CreateIndex
CREATE INDEX "meeting_place_area_code_idx" ON "meeting_place"("area_code");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_series_name_key" ON "meeting_series"("name");

-- CreateIndex
CREATE INDEX "meeting_series_organisation_id_idx" ON "meeting_series"("organisation_id");

-- CreateIndex
CREATE INDEX "meeting_session_series_id_ordinal_idx" ON "meeting_session"("series_id", "ordinal");

-- CreateIndex
CREATE INDEX "participation_person_id_idx" ON "participation"("person_id");

-- CreateIndex
CREATE INDEX "participation_organisation_id_idx" ON "participation"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "participation_meeting_id_person_id_key" ON "participation"("meeting_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "participation_meeting_id_organisation_id_key" ON "participation"("meeting_id", "organisation_id");

-- CreateIndex
CREATE INDEX "participation_position_position_id_idx" ON "participation_position"("position_id");

-- CreateIndex
CREATE INDEX "agreement_title_idx" ON "agreement"("title");

-- CreateIndex
CREATE INDEX "agreement_meeting_id_idx" ON "agreement"("meeting_id");

-- CreateIndex
CREATE INDEX "agreement_signed_on_id_idx" ON "agreement"("signed_on", "id");

-- CreateIndex
CREATE INDEX "agreement_merged_into_id_idx" ON "agreement"("merged_into_id");

-- CreateIndex
CREATE INDEX "signature_organisation_id_idx" ON "signature"("organisation_id");

-- CreateIndex
CREATE INDEX "signature_area_code_idx" ON "signature"("area_code");

-- CreateIndex
CREATE INDEX "signature_signer_id_idx" ON "signature"("signer_id");

-- CreateIndex
CREATE UNIQUE INDEX "signature_agreement_id_organisation_id_key" ON "signature"("agreement_id", "organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "signature_agreement_id_area_code_key" ON "signature"("agreement_id", "area_code");

-- CreateIndex
CREATE INDEX "evidence_article_id_idx" ON "evidence"("article_id");

-- CreateIndex
CREATE INDEX "evidence_person_id_article_id_idx" ON "evidence"("person_id", "article_id");

-- CreateIndex
CREATE INDEX "evidence_organisation_id_article_id_idx" ON "evidence"("organisation_id", "article_id");

-- CreateIndex
CREATE INDEX "evidence_position_id_idx" ON "evidence"("position_id");

-- CreateIndex
CREATE INDEX "evidence_meeting_id_article_id_idx" ON "evidence"("meeting_id", "article_id");

-- CreateIndex
CREATE INDEX "evidence_participation_id_idx" ON "evidence"("participation_id");

-- CreateIndex
CREATE INDEX "evidence_agreement_id_article_id_idx" ON "evidence"("agreement_id", "article_id");

-- CreateIndex
CREATE INDEX "evidence_signature_id_idx" ON "evidence"("signature_id");

-- CreateIndex
CREATE INDEX "identity_decision_entity_id_idx" ON "identity_decision"("entity_id");

-- CreateIndex
CREATE INDEX "identity_decision_other_id_idx" ON "identity_decision"("other_id");

-- CreateIndex
CREATE INDEX "identity_decision_article_id_idx" ON "identity_decision"("article_id");

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "source_document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area" ADD CONSTRAINT "area_parent_code_fkey" FOREIGN KEY ("parent_code") REFERENCES "area"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_area_code_fkey" FOREIGN KEY ("area_code") REFERENCES "area"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position" ADD CONSTRAINT "position_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position" ADD CONSTRAINT "position_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position" ADD CONSTRAINT "position_area_code_fkey" FOREIGN KEY ("area_code") REFERENCES "area"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_place" ADD CONSTRAINT "meeting_place_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_place" ADD CONSTRAINT "meeting_place_area_code_fkey" FOREIGN KEY ("area_code") REFERENCES "area"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_series" ADD CONSTRAINT "meeting_series_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_session" ADD CONSTRAINT "meeting_session_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_session" ADD CONSTRAINT "meeting_session_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "meeting_series"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participation" ADD CONSTRAINT "participation_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participation" ADD CONSTRAINT "participation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participation" ADD CONSTRAINT "participation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participation_position" ADD CONSTRAINT "participation_position_participation_id_fkey" FOREIGN KEY ("participation_id") REFERENCES "participation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participation_position" ADD CONSTRAINT "participation_position_position_id_fkey" FOREIGN KEY ("position_id") REFERENCES "position"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "agreement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signature" ADD CONSTRAINT "signature_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signature" ADD CONSTRAINT "signature_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signature" ADD CONSTRAINT "signature_area_code_fkey" FOREIGN KEY ("area_code") REFERENCES "area"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signature" ADD CONSTRAINT "signature_signer_id_fkey" FOREIGN KEY ("signer_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_position_id_fkey" FOREIGN KEY ("position_id") REFERENCES "position"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_participation_id_fkey" FOREIGN KEY ("participation_id") REFERENCES "participation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_signature_id_fkey" FOREIGN KEY ("signature_id") REFERENCES "signature"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the Prisma schema cannot say: exactly one of several references is set.
ALTER TABLE "participation" ADD CONSTRAINT "participation_one_participant" CHECK (num_nonnulls("person_id", "organisation_id") = 1);
ALTER TABLE "signature" ADD CONSTRAINT "signature_one_party" CHECK (num_nonnulls("organisation_id", "area_code") = 1);
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_one_fact" CHECK (num_nonnulls("person_id", "organisation_id", "position_id", "meeting_id", "participation_id", "agreement_id", "signature_id") = 1);
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_span" CHECK (0 <= "sentence_start" AND "sentence_start" <= "start" AND "start" < "end" AND "end" <= "sentence_end");
