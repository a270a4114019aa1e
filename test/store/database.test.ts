import { describe, expect, test } from '@jest/globals';
import { openDatabase } from '../../src/store/database.ts';

describe('openDatabase', () => {
  test('says which server cannot be reached, without its password', async () => {
    const error = await openDatabase('postgresql://someone:secret@127.0.0.1:1/graph').catch(
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({
      code: 'DATABASE_UNREACHABLE',
      message: expect.stringMatching(
        /^The database 127\.0\.0\.1:1\/graph cannot be reached \(.*\): check DATABASE_URL/,
      ),
    });
    expect((error as Error).message).not.toContain('secret');
  });
});
