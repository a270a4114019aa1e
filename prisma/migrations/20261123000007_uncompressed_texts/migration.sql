-- Compressing these gains little room, and took a sixth of the time that writing them takes.
ALTER TABLE "search_entry" ALTER COLUMN "terms" SET STORAGE EXTERNAL, ALTER COLUMN "passages" SET STORAGE EXTERNAL;

ALTER TABLE "article" ALTER COLUMN "text" SET STORAGE EXTERNAL, ALTER COLUMN "source_offsets" SET STORAGE EXTERNAL;
