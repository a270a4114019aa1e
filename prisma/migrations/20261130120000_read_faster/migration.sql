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

-- What folded names are found by, each character, each pair of neighbours (a line break is one) and each whole name between its line
-- breaks, whatever part of a name is asked for. No index takes a name of some thousand bytes: longer ones are found by their parts. Prisma knows no index of an expression, and leaves it alone.
CREATE FUNCTION "name_parts"("folded" TEXT) RETURNS TEXT[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ARRAY(
  WITH one AS (SELECT c, lead(c) OVER (ORDER BY place) AS next FROM unnest(string_to_array("folded", NULL)) WITH ORDINALITY AS u(c, place))
  SELECT c FROM one WHERE c <> E'\n'
  UNION SELECT c || next FROM one WHERE next IS NOT NULL
  UNION SELECT E'\n' || name || E'\n' FROM unnest(string_to_array("folded", E'\n')) AS n(name) WHERE name <> '' AND length(name) <= 200
);
CREATE INDEX "person_name_parts_idx" ON "person" USING GIN (name_parts("folded_names"));
CREATE INDEX "organisation_name_parts_idx" ON "organisation" USING GIN (name_parts("folded_names"));
CREATE INDEX "meeting_name_parts_idx" ON "meeting" USING GIN (name_parts("folded_names"));
