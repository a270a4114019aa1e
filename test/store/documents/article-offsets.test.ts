import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readOffsets, writeOffsets } from '../../../src/store/documents/article-offsets.ts';

describe('offsets of an article', () => {
  test('are read back as they were written, whatever they are', () => {
    fc.assert(
      fc.property(fc.uint32Array({ maxLength: 50 }), (offsets) => {
        expect(readOffsets(writeOffsets(offsets), offsets.length)).toEqual(offsets);
      }),
    );
  });

  test('take eight bytes a run of consecutive ones', () => {
    const offsets = Uint32Array.from([4, 5, 6, 9, 10, 10]);
    expect(writeOffsets(offsets)).toHaveLength(3 * 8);
    expect(readOffsets(writeOffsets(offsets), 6)).toEqual(offsets);
  });
});
