import { type Environment, readWhole } from '../base/settings.ts';

/** A page of usual size takes some milliseconds. */
const TIMEOUT_MS = { fallback: 20_000, min: 1, max: 3_600_000 };

/** The lexicons take some 30 of it; what remains is enough for pages of four megabytes. */
const MEMORY_MB = { fallback: 256, min: 64, max: 16_384 };

/** How pages are read. */
export interface ReaderSettings {
  /** How many milliseconds reading one page may take. */
  readonly pageTimeoutMs: number;
  /** How many megabytes of heap reading one page may take. */
  readonly pageMemoryMb: number;
  /** Folder of the user's own words for extraction; null where there is none. */
  readonly lexicon: string | null;
}

/**
 * Reads the settings of reading pages.
 *
 * @throws {XiezuoError} CONFIG_INVALID
 */
export function readReaderSettings(environment: Environment): ReaderSettings {
  return {
    pageTimeoutMs: readWhole(environment, 'XIEZUO_PAGE_TIMEOUT_MS', TIMEOUT_MS),
    pageMemoryMb: readWhole(environment, 'XIEZUO_PAGE_MEMORY_MB', MEMORY_MB),
    lexicon: environment.XIEZUO_LEXICON || null,
  };
}
