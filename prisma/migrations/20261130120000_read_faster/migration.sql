-- What lists are ordered by and filters look at stands in the row.

ALTER TABLE "position" ADD COLUMN "text_start" INTEGER NOT NULL DEFAULT 0;
UPDATE "position" AS p SET "text_start" = coalesce((SELECT min(e."start") FROM "evidence" AS e WHERE e."position_id" = p."id"), 0);
DROP INDEX "position_person_id_observed_on_idx";
CREATE INDEX "position_person_id_observed_on_text_start_id_idx" ON "position" ("person_id", "observed_on", "text_start", "id");

-- The names of a row folded, each between line breaks. Names hold no line break.
CREATE FUNCTION "fold_names"("names" TEXT[]) RETURNS TEXT LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN E'\n' || lower(normalize(array_to_string("names", E'\n'), NFKC) COLLATE "C") || E'\n';

ALTER TABLE "person" ADD COLUMN "folded_names" TEXT GENERATED ALWAYS AS (fold_names("name" || "other_names")) STORED;
ALTER TABLE "organisation" ADD COLUMN "folded_names" TEXT GENERATED ALWAYS AS (fold_names("name" || "other_names")) STORED;
ALTER TABLE "meeting" ADD COLUMN "folded_names" TEXT GENERATED ALWAYS AS (fold_names("name" || "other_names")) STORED;
