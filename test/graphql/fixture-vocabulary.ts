import type { Vocabulary } from '../../bench/support/random-operations.ts';
import { makeCursor } from '../support/make-cursor.ts';

/** Values for random operations, some that the graph of `fillGraph` has, some that it has not; no cursor of these is broken. */
export const FIXTURE_VOCABULARY: Vocabulary = {
  ids: ['per_wen', 'mtg_lake', 'org_dept', 'agr_lake', 'art_1', 'ser_lake', 'doc_1', 'per_older'],
  codes: ['330000', '330500', 'FR', '999999'],
  cursors: [
    makeCursor(['Person NAME ASC', ['王'], 'per_wen']),
    makeCursor(['Meeting STARTS_ON DESC', ['2020-05-05'], 'mtg_lake']),
  ],
  texts: ['会议', '温', '合作协议', 'w', '%', '没有的词'],
};
