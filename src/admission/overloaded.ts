import { XiezuoError } from '../base/errors.ts';

/** The error of a request that would have to wait too long for its turn. */
export const overloaded = () =>
  new XiezuoError('OVERLOADED', 'More is asked for than can be answered right now: try again later.');
