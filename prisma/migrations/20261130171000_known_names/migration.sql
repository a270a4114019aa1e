-- The names of those who are told of often, a tenth of all: a prefix of one letter or character begins thousands of names, and only the best known are
-- suggested. Few rows change sides, so that others stay where they are when their prominence grows.
ALTER TABLE "search_term" ADD COLUMN "is_known" BOOLEAN NOT NULL GENERATED ALWAYS AS ("prominence" >= 8) STORED;

CREATE INDEX "search_term_known_key_idx" ON "search_term" ("key" text_pattern_ops) WHERE "is_known";
CREATE INDEX "search_term_known_pinyin_idx" ON "search_term" ("pinyin" text_pattern_ops) WHERE "is_known";
CREATE INDEX "search_term_known_initials_idx" ON "search_term" ("initials" text_pattern_ops) WHERE "is_known";
