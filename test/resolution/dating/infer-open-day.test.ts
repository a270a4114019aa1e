import { describe, expect, test } from '@jest/globals';
import { type DateClues, inferOpenDay } from '../../../src/resolution/dating/infer-open-day.ts';
import type { Tenure } from '../../../src/resolution/dating/seat-bounds.ts';

const open: DateClues = {
  monthDay: '--06-06',
  publishedOn: null,
  series: [],
  holdings: [],
  tenures: [],
};

/** The ninth session of a series of which other sessions are known. */
const ninth = (...others: [ordinal: number, startsOn: string][]) => ({
  ...open,
  series: [
    {
      name: '甲组工作会议',
      ordinal: 9,
      others: others.map(([ordinal, startsOn]) => ({ ordinal, startsOn })),
    },
  ],
});

describe('the day of a session of which only month and day are known', () => {
  test('is the one that lies between the sessions before and after it', () => {
    expect(inferOpenDay(ninth([8, '2019-07-23'], [10, '2021-05-26']))).toEqual({
      startsOn: '2020-06-06',
      reason:
        'It is the only 6 June after the 8th session of 甲组工作会议 (2019-07-23) and before the 10th session of 甲组工作会议 (2021-05-26).',
    });
  });

  test('is that of the year between in a series that is held once a year at this time', () => {
    expect(inferOpenDay(ninth([7, '2018-06-01'], [8, '2019-05-23'], [10, '2021-06-26']))).toEqual({
      startsOn: '2020-06-06',
      reason:
        'It is between the 8th (2019-05-23) and the 10th (2021-06-26) session of 甲组工作会议, which is held once a year at this time.',
    });
  });

  test.each([
    ['only sessions before it are known', [[8, '2019-07-23']]],
    ['only sessions after it are known', [[10, '2019-07-23']]],
    [
      'two years are possible',
      [
        [7, '2018-01-12'],
        [11, '2021-12-20'],
      ],
    ],
    [
      'it would be in another season than its neighbours',
      [
        [8, '2019-05-01'],
        [10, '2021-11-20'],
      ],
    ],
    [
      'the series had two sessions in a year',
      [
        [6, '2018-01-12'],
        [7, '2018-12-12'],
        [8, '2019-05-23'],
        [10, '2021-06-26'],
      ],
    ],
    [
      'the numbers do not follow the days',
      [
        [8, '2021-07-23'],
        [10, '2020-05-26'],
        [11, '2022-05-26'],
      ],
    ],
    [
      'another meeting has its number',
      [
        [8, '2019-07-23'],
        [9, '2020-06-20'],
        [10, '2021-05-26'],
      ],
    ],
    [
      'its day does not lie between them in any year',
      [
        [8, '2020-06-20'],
        [10, '2021-05-26'],
      ],
    ],
  ] as [string, [number, string][]][])('stays unknown where %s', (_, others) => {
    expect(inferOpenDay(ninth(...others))).toBeNull();
  });

  test('stays unknown where two series say different years', () => {
    const one = ninth([8, '2019-07-23'], [10, '2021-05-26']).series;
    const other = ninth([8, '2017-07-23'], [10, '2019-05-26']).series;
    expect(inferOpenDay({ ...open, series: [...one, ...other] })).toBeNull();
  });

  test('takes bounds from several series together, as of a joint session', () => {
    const one = ninth([8, '2019-07-23']).series;
    const other = ninth([10, '2021-05-26']).series;
    expect(inferOpenDay({ ...open, series: [...one, ...other] })?.startsOn).toBe('2020-06-06');
  });

  test('is not after a page reported it', () => {
    const clues = ninth([8, '2019-07-23']);
    expect(inferOpenDay({ ...clues, publishedOn: '2020-06-06' })?.startsOn).toBe('2020-06-06');
    expect(inferOpenDay({ ...clues, publishedOn: '2021-06-07' })).toBeNull();
  });

  test('passes over years without the day', () => {
    const clues = { ...ninth([8, '2019-07-23'], [10, '2022-05-26']), monthDay: '--02-29' };
    expect(inferOpenDay(clues)?.startsOn).toBe('2020-02-29');
  });
});

describe('the day of a meeting at which offices were held', () => {
  const tenure = (name: string, title: string, first: string, last = first): Tenure => ({
    seat: '990000 市长',
    personId: name,
    name,
    title,
    isActing: title.includes('代'),
    first,
    last,
  });
  const holding = tenure('钱立', '甲市代市长', '');
  const held = (...tenures: Tenure[]) => inferOpenDay({ ...open, holdings: [holding], tenures });

  test('lies after the one before them and before they held it in full', () => {
    expect(
      held(
        tenure('赵明远', '甲市市长', '2018-01-10', '2020-03-20'),
        tenure('钱立', '甲市市长', '2020-07-20', '2022-08-17'),
      ),
    ).toEqual({
      startsOn: '2020-06-06',
      reason:
        'It is the only 6 June after 赵明远 was 甲市市长 (2020-03-20) and before 钱立 was 甲市市长 (2020-07-20).',
    });
  });

  test.each([
    ['nobody held it before', [tenure('钱立', '甲市市长', '2022-08-17')]],
    ['nothing says whether they came before or after', [tenure('赵明远', '甲市市长', '2019-01-10')]],
    [
      'two are shown in it at a time',
      [
        tenure('赵明远', '甲市市长', '2018-01-10', '2021-03-20'),
        tenure('钱立', '甲市市长', '2020-07-20', '2022-08-17'),
      ],
    ],
    [
      'more than one year is left',
      [tenure('赵明远', '甲市市长', '2018-01-10'), tenure('钱立', '甲市市长', '2020-07-20')],
    ],
  ])('stays unknown where %s', (_, tenures) => {
    expect(held(...tenures)).toBeNull();
  });
});
