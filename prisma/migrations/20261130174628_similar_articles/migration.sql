-- Articles are found by their keywords, for those that are like another.
CREATE INDEX "article_keywords_idx" ON "article" USING GIN ("keywords");
