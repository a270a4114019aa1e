import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const place = process.env.XIEZUO_TEST_SHARED ?? fileURLToPath(new URL('../../../shared/', import.meta.url));

/** A folder of pages that some developers have beside the project's, with more gold facts; null where it is not at hand. */
export const sharedFolder = existsSync(place) ? place : null;
