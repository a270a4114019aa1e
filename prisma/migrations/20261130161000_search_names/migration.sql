-- What entities are called besides their names: short forms, and the posts of people with the last day on which somebody was seen to hold them.
CREATE TYPE "search_term_kind" AS ENUM ('NAME', 'SHORT', 'POST');

ALTER TABLE "search_term"
    ADD COLUMN "kind" "search_term_kind" NOT NULL DEFAULT 'NAME',
    -- Of posts.
    ADD COLUMN "observed_on" DATE,
    -- How many passages of articles are evidence of the entity.
    ADD COLUMN "prominence" INTEGER NOT NULL DEFAULT 0;

-- Names by what stands inside them, and by what all of them but one character have in common. What is pending of an index is read from end to end
-- with each look into it: a correction takes dozens of looks, and few names are written.
CREATE INDEX "search_term_key_parts_idx" ON "search_term" USING GIN (name_parts(E'\n' || "key" || E'\n')) WITH (fastupdate = off);
ALTER INDEX "search_entry_related_idx" SET (fastupdate = off);

-- After a statement wrote evidence, or took it away: the names of what it is of have gained as much, or lost it. A name that is written later counts for
-- itself what is there by then. No index has the column, so that the rows stay where they are.
CREATE FUNCTION "count_prominence"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "search_term" AS t SET "prominence" = t."prominence" + CASE TG_OP WHEN 'INSERT' THEN e."number" ELSE -e."number" END
  FROM (
    SELECT coalesce("person_id", "organisation_id", "meeting_id", "agreement_id", "indicator_id") AS "id", count(*)::integer AS "number"
    FROM "parts" GROUP BY 1
  ) AS e WHERE t."entity_id" = e."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "evidence_count_inserts" AFTER INSERT ON "evidence" REFERENCING NEW TABLE AS "parts"
  FOR EACH STATEMENT EXECUTE FUNCTION count_prominence();
CREATE TRIGGER "evidence_count_deletes" AFTER DELETE ON "evidence" REFERENCING OLD TABLE AS "parts"
  FOR EACH STATEMENT EXECUTE FUNCTION count_prominence();
