-- Pages are named with their folders, from the folder on that was named when they were ingested: index.html, 2021/index.html.
-- Names that end as another page is called are found from their end on. Prisma knows no index of an expression, and leaves it alone.
CREATE INDEX "source_document_name_from_end_idx" ON "source_document" ((reverse("name")) COLLATE "C") WHERE "url" IS NULL;
