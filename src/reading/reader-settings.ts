import { type Environment, readWhole } from '../settings.ts';

/** How pages are read. */
export interface ReaderSettings {
  /** How many milliseconds reading one page may take. */
  readonly pageTimeoutMs: number;
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
    pageTimeoutMs: readWhole(environment, 'XIEZUO_PAGE_TIMEOUT_MS', {
      fallback: 10_000,
      min: 1,
      max: 3_600_000,
    }),
    lexicon: environment.XIEZUO_LEXICON || null,
  };
}
