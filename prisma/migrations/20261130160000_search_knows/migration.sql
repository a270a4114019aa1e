-- What an entity has to do with, who published it, and which version of the indexer wrote its entry: entries of an older one are written anew
-- before the next pages come (src/search/complete-entries.ts).
ALTER TABLE "search_entry"
    -- Ids of the people, organisations, meetings, agreements and series that it is, or has to do with: the same in all parts.
    ADD COLUMN "related" TEXT[] NOT NULL DEFAULT '{}',
    -- Of articles, the same in all parts.
    ADD COLUMN "publisher" TEXT,
    ADD COLUMN "indexer" INTEGER NOT NULL DEFAULT 0;

CREATE INDEX "search_entry_related_idx" ON "search_entry" USING GIN ("related");
CREATE INDEX "search_entry_publisher_idx" ON "search_entry" ("publisher") WHERE "publisher" IS NOT NULL;
CREATE INDEX "search_entry_indexer_idx" ON "search_entry" ("indexer");
