-- A day or month in a query finds what happened on it, as well as the texts that say it.
CREATE INDEX "search_entry_happened_on_idx" ON "search_entry" ("happened_on");

-- How many rows each lexeme is in tells which words of a query say most: ANALYZE keeps the most frequent ten times as many as this.
ALTER TABLE "search_entry" ALTER COLUMN "terms" SET STATISTICS 200;
