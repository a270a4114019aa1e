/**
 * The version of what search knows of entities, kept with each entry. To be raised with every change of what entries hold, of their words
 * and of their fields: `completeEntries` writes anew what an older version wrote.
 */
export const INDEXER_VERSION = 4;
