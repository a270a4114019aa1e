-- Full-text search (src/search). These tables are not in schema.prisma, because Prisma would fight their tsvector
-- columns and indexes. They are named as external in prisma.config.ts. They hold nothing that cannot be made anew from the
-- other tables.

-- The texts of an entity that are searched, in rows of at most 4,000 characters.
CREATE TABLE "search_entry" (
    "entity_type" TEXT NOT NULL,
    "entity_id" TEXT NOT NULL,
    "part" INTEGER NOT NULL,
    "parts" INTEGER NOT NULL,
    "happened_on" DATE,
    -- With the codes of the areas above.
    "area_codes" TEXT[] NOT NULL,
    -- The name, folded, in the first part.
    "title_key" TEXT NOT NULL,
    -- [{ field, text }], for highlights.
    "passages" JSONB NOT NULL,
    "terms" TSVECTOR NOT NULL,
    "title_terms" TSVECTOR NOT NULL,
    CONSTRAINT "search_entry_pkey" PRIMARY KEY ("entity_id", "part")
);

CREATE INDEX "search_entry_terms_idx" ON "search_entry" USING GIN ("terms");
-- For queries of several terms, which may stand in different parts of one entity.
CREATE INDEX "search_entry_parts_terms_idx" ON "search_entry" USING GIN ("terms") WHERE "parts" > 1;
CREATE INDEX "search_entry_title_terms_idx" ON "search_entry" USING GIN ("title_terms");

-- The names that are suggested while a word is typed.
CREATE TABLE "search_term" (
    "entity_type" TEXT NOT NULL,
    "entity_id" TEXT NOT NULL,
    "term" TEXT NOT NULL,
    -- The name folded, its pinyin without tones, and the initials of its syllables.
    "key" TEXT NOT NULL,
    "pinyin" TEXT NOT NULL,
    "initials" TEXT NOT NULL
);

CREATE INDEX "search_term_entity_id_idx" ON "search_term" ("entity_id");
CREATE INDEX "search_term_key_idx" ON "search_term" ("key" text_pattern_ops);
CREATE INDEX "search_term_pinyin_idx" ON "search_term" ("pinyin" text_pattern_ops);
CREATE INDEX "search_term_initials_idx" ON "search_term" ("initials" text_pattern_ops);
