-- What of the graph is made, changed, merged and taken back, in the order of commit.

CREATE TYPE "node_type" AS ENUM ('SOURCE_DOCUMENT', 'ARTICLE', 'PERSON', 'ORGANISATION', 'POSITION', 'MEETING', 'MEETING_SERIES', 'PARTICIPATION', 'AGREEMENT', 'SIGNATURE', 'INDICATOR');
CREATE TYPE "change_action" AS ENUM ('MADE', 'CHANGED', 'MERGED', 'TAKEN_BACK');

CREATE TABLE "change" (
    "id" BIGSERIAL NOT NULL,
    "node_type" "node_type" NOT NULL,
    "node_id" TEXT NOT NULL,
    "action" "change_action" NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "change_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "change_node_type_id_idx" ON "change"("node_type", "id");
CREATE INDEX "change_made_at_idx" ON "change"("made_at");

-- The instant of this transaction's changes: one for all of them, and later than that of any transaction before it.
--
-- Whoever asks for it first takes the lock that all writers of the graph take (src/store/sql/lock-graph.ts), which they may hold already, and
-- keeps it until the transaction ends. PostgreSQL shows what a transaction wrote before it lets go of its locks. So no number of "change" is given,
-- and no instant, before all that have lower ones are there for everybody to see: their order is that of commit, and who has read up to a
-- number has missed nothing below it. This holds for statements by hand as well; it needs no word of the app.
CREATE FUNCTION "graph_moment"() RETURNS TIMESTAMPTZ LANGUAGE plpgsql AS $$
DECLARE
  "moment" TEXT := nullif(current_setting('xiezuo.moment', TRUE), '');
BEGIN
  IF "moment" IS NULL THEN
    PERFORM pg_advisory_xact_lock(7895554);
    -- The last instant is looked up when the lock is there: the statement that waited for it may be older than what the others wrote.
    "moment" := to_char(greatest(
      clock_timestamp(),
      (SELECT "made_at" + interval '1 millisecond' FROM "change" ORDER BY "id" DESC LIMIT 1)
    ) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
    PERFORM set_config('xiezuo.moment', "moment", TRUE);
  END IF;
  RETURN "moment";
END $$;

-- Before a row is updated: it says when, unless it is as it was. What PostgreSQL makes of names is not made yet by then.
CREATE FUNCTION "touch_row"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF NEW *<> OLD THEN
    NEW."updated_at" := graph_moment();
  END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION "touch_named_row"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  NEW."folded_names" := OLD."folded_names";
  IF NEW *<> OLD THEN
    NEW."updated_at" := graph_moment();
  END IF;
  RETURN NEW;
END $$;

-- After a statement wrote or took away parts: what they are parts of is touched, once in a transaction. Arguments: its table, and the parts' column.
CREATE FUNCTION "touch_whole"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "parts") THEN
    EXECUTE format('UPDATE %I SET "updated_at" = $1 WHERE "id" IN (SELECT %I FROM "parts") AND "updated_at" <> $1', TG_ARGV[0], TG_ARGV[1])
      USING graph_moment();
  END IF;
  RETURN NULL;
END $$;

-- After a statement: what it did to rows, none or thousands: the instant is asked for once, where there is one. A row that was touched in this transaction has been told of already. An entity that was merged is told
-- of as such, and one whose union ended as if it were made; what else befalls it meanwhile is no part of the graph.
CREATE FUNCTION "log_inserts"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "change" ("node_type", "node_id", "action", "made_at")
    SELECT upper(TG_TABLE_NAME)::"node_type", "id", 'MADE', (SELECT graph_moment()) FROM "new_rows";
  RETURN NULL;
END $$;
CREATE FUNCTION "log_entity_inserts"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "change" ("node_type", "node_id", "action", "made_at")
    SELECT upper(TG_TABLE_NAME)::"node_type", "id", (CASE WHEN "merged_into_id" IS NULL THEN 'MADE' ELSE 'MERGED' END)::"change_action", (SELECT graph_moment())
    FROM "new_rows";
  RETURN NULL;
END $$;
-- Their plans are kept, and may have been made for one row: loops in loops would take forever for thousands.
CREATE FUNCTION "log_updates"() RETURNS TRIGGER LANGUAGE plpgsql SET enable_nestloop = off AS $$
BEGIN
  INSERT INTO "change" ("node_type", "node_id", "action", "made_at")
    SELECT upper(TG_TABLE_NAME)::"node_type", now."id", 'CHANGED', (SELECT graph_moment())
    FROM "new_rows" AS now JOIN "old_rows" AS before ON before."id" = now."id" WHERE now."updated_at" <> before."updated_at";
  RETURN NULL;
END $$;
CREATE FUNCTION "log_entity_updates"() RETURNS TRIGGER LANGUAGE plpgsql SET enable_nestloop = off AS $$
BEGIN
  INSERT INTO "change" ("node_type", "node_id", "action", "made_at")
    SELECT upper(TG_TABLE_NAME)::"node_type", now."id",
      (CASE WHEN now."merged_into_id" IS NOT NULL THEN 'MERGED' WHEN before."merged_into_id" IS NOT NULL THEN 'MADE' ELSE 'CHANGED' END)::"change_action",
      (SELECT graph_moment())
    FROM "new_rows" AS now JOIN "old_rows" AS before ON before."id" = now."id"
    WHERE now."merged_into_id" IS DISTINCT FROM before."merged_into_id"
      OR (now."merged_into_id" IS NULL AND now."updated_at" <> before."updated_at");
  RETURN NULL;
END $$;
-- Nothing of a deleted row asked for the instant: it is asked for before the first number is given, for else the lock would be waited for with a
-- number in hand.
CREATE FUNCTION "log_deletes"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "old_rows") THEN
    PERFORM graph_moment();
    INSERT INTO "change" ("node_type", "node_id", "action", "made_at")
      SELECT upper(TG_TABLE_NAME)::"node_type", "id", 'TAKEN_BACK', (SELECT graph_moment()) FROM "old_rows";
  END IF;
  RETURN NULL;
END $$;

-- The tables of what is told of, whether their rows are merged, and whether PostgreSQL folds their names. What is there is told of as made.
DO $$
DECLARE
  "kept" RECORD;
  "of_entities" TEXT;
BEGIN
  FOR "kept" IN SELECT * FROM (VALUES
    ('source_document', FALSE, FALSE),
    ('article', FALSE, FALSE),
    ('organisation', TRUE, TRUE),
    ('person', TRUE, TRUE),
    ('position', FALSE, FALSE),
    ('meeting_series', FALSE, FALSE),
    ('meeting', TRUE, TRUE),
    ('participation', FALSE, FALSE),
    ('agreement', TRUE, FALSE),
    ('signature', FALSE, FALSE),
    ('indicator', FALSE, FALSE)
  ) AS v("table", "merges", "is_folded")
  LOOP
    EXECUTE format('ALTER TABLE %I ADD COLUMN "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now()', "kept"."table");
    EXECUTE format('ALTER TABLE %I ALTER COLUMN "updated_at" SET DEFAULT graph_moment()', "kept"."table");
    EXECUTE format('CREATE INDEX %I ON %I("updated_at", "id")', "kept"."table" || '_updated_at_id_idx', "kept"."table");
    EXECUTE format(
      'INSERT INTO "change" ("node_type", "node_id", "action", "made_at") SELECT %L, "id", %s, graph_moment() FROM %I ORDER BY "id"',
      upper("kept"."table"),
      CASE WHEN "kept"."merges" THEN $sql$(CASE WHEN "merged_into_id" IS NULL THEN 'MADE' ELSE 'MERGED' END)::"change_action"$sql$ ELSE $sql$'MADE'$sql$ END,
      "kept"."table"
    );
    "of_entities" := CASE WHEN "kept"."merges" THEN 'entity_' ELSE '' END;
    EXECUTE format('CREATE TRIGGER "touch" BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION %I()', "kept"."table", CASE WHEN "kept"."is_folded" THEN 'touch_named_row' ELSE 'touch_row' END);
    EXECUTE format('CREATE TRIGGER "log_inserts" AFTER INSERT ON %I REFERENCING NEW TABLE AS "new_rows" FOR EACH STATEMENT EXECUTE FUNCTION %I()', "kept"."table", 'log_' || "of_entities" || 'inserts');
    EXECUTE format('CREATE TRIGGER "log_updates" AFTER UPDATE ON %I REFERENCING OLD TABLE AS "old_rows" NEW TABLE AS "new_rows" FOR EACH STATEMENT EXECUTE FUNCTION %I()', "kept"."table", 'log_' || "of_entities" || 'updates');
    EXECUTE format('CREATE TRIGGER "log_deletes" AFTER DELETE ON %I REFERENCING OLD TABLE AS "old_rows" FOR EACH STATEMENT EXECUTE FUNCTION "log_deletes"()', "kept"."table");
  END LOOP;
END $$;

-- The tables of parts, and of what. Evidence is what an article says: the facts that it is of are no others for it.
DO $$
DECLARE
  "part" RECORD;
BEGIN
  FOR "part" IN SELECT * FROM (VALUES
    ('meeting_place', 'meeting', 'meeting_id'),
    ('meeting_session', 'meeting', 'meeting_id'),
    ('participation_position', 'participation', 'participation_id'),
    ('evidence', 'article', 'article_id')
  ) AS v("table", "whole", "column")
  LOOP
    EXECUTE format('CREATE TRIGGER "touch_inserts" AFTER INSERT ON %I REFERENCING NEW TABLE AS "parts" FOR EACH STATEMENT EXECUTE FUNCTION "touch_whole"(%L, %L)', "part"."table", "part"."whole", "part"."column");
    EXECUTE format('CREATE TRIGGER "touch_updates" AFTER UPDATE ON %I REFERENCING NEW TABLE AS "parts" FOR EACH STATEMENT EXECUTE FUNCTION "touch_whole"(%L, %L)', "part"."table", "part"."whole", "part"."column");
    EXECUTE format('CREATE TRIGGER "touch_deletes" AFTER DELETE ON %I REFERENCING OLD TABLE AS "parts" FOR EACH STATEMENT EXECUTE FUNCTION "touch_whole"(%L, %L)', "part"."table", "part"."whole", "part"."column");
  END LOOP;
END $$;
