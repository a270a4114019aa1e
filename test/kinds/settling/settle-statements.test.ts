import { describe, expect, test } from '@jest/globals';
import { settleAgreement, settleMeeting } from '../../../src/kinds/settling/settle-statements.ts';
import type { MeetingStatement } from '../../../src/kinds/settling/statement.ts';

const says = (articleId: string, more: Partial<MeetingStatement>): MeetingStatement => ({
  articleId,
  publishedOn: null,
  startsOn: null,
  endsOn: null,
  dateBasis: more.startsOn ? 'STATED' : 'UNKNOWN',
  monthDay: null,
  places: [],
  chairs: [],
  ...more,
});

const chair = (name: string) => ({ chairs: [{ id: `per_${name}`, name }] });

describe('the day of a meeting', () => {
  test('is the one that a page states where the others give month and day only', () => {
    const settled = settleMeeting([
      says('a', { monthDay: '--06-06' }),
      says('b', { startsOn: '2020-06-06' }),
      says('c', {}),
    ]);
    expect(settled).toMatchObject({ startsOn: '2020-06-06', dateBasis: 'STATED', contradictions: [] });
  });

  test('is the one that most pages state, and the others are kept', () => {
    const settled = settleMeeting([
      says('a', { startsOn: '2020-06-05', publishedOn: '2020-06-06' }),
      says('b', { startsOn: '2020-06-06' }),
      says('c', { startsOn: '2020-06-06' }),
      says('d', { monthDay: '--06-07' }),
    ]);
    expect(settled.startsOn).toBe('2020-06-06');
    expect(settled.contradictions).toEqual([
      {
        field: 'DATE',
        alternatives: [
          { values: ['2020-06-06'], articleIds: ['b', 'c'] },
          { values: ['2020-06-05'], articleIds: ['a'] },
          { values: ['--06-07'], articleIds: ['d'] },
        ],
      },
    ]);
  });

  test('is that of the page that came first where as many state another', () => {
    const pages = [
      says('a', { startsOn: '2020-06-05', publishedOn: '2020-06-09' }),
      says('b', { startsOn: '2020-06-06', publishedOn: '2020-06-07' }),
    ];
    expect(settleMeeting(pages).startsOn).toBe('2020-06-06');
    expect(settleMeeting(pages.toReversed())).toEqual(settleMeeting(pages));
  });

  test('stated goes before one of which the year was inferred, however many pages infer it', () => {
    const inferred = { startsOn: '2021-06-06', dateBasis: 'INFERRED' as const };
    const settled = settleMeeting([
      says('a', inferred),
      says('b', inferred),
      says('c', { startsOn: '2020-06-06' }),
    ]);
    expect(settled).toMatchObject({ startsOn: '2020-06-06', dateBasis: 'STATED' });
  });

  test('is no contradiction where a page reports one day of several', () => {
    const settled = settleMeeting([
      says('a', { startsOn: '2020-06-07' }),
      says('b', { startsOn: '2020-06-06', endsOn: '2020-06-08' }),
    ]);
    expect(settled).toMatchObject({ startsOn: '2020-06-06', endsOn: '2020-06-08', contradictions: [] });
  });
});

describe('the place of a meeting', () => {
  test('is the most exact of those that agree', () => {
    expect(
      settleMeeting([says('a', { places: ['330000'] }), says('b', { places: ['330500'] })]),
    ).toMatchObject({
      places: ['330500'],
      contradictions: [],
    });
  });

  test('is kept beside another that a page gives', () => {
    const settled = settleMeeting([
      says('a', { places: ['310000'] }),
      says('b', { places: ['330500'] }),
      says('c', { places: ['330000'] }),
    ]);
    expect(settled.places).toEqual(['330500']);
    expect(settled.contradictions).toMatchObject([
      { field: 'PLACE', alternatives: [{ articleIds: ['b', 'c'] }, { values: ['310000'] }] },
    ]);
  });

  test('is several where one page names them', () => {
    const settled = settleMeeting([
      says('a', { places: ['310000', '110000'] }),
      says('b', { places: ['110000'] }),
    ]);
    expect(settled).toMatchObject({ places: ['110000', '310000'], contradictions: [] });
  });
});

test('other chairs of a meeting are a contradiction, unless pages name one in common', () => {
  expect(settleMeeting([says('a', chair('赵明远')), says('b', chair('钱立'))]).contradictions).toMatchObject([
    { field: 'CHAIR', alternatives: [{ values: ['per_赵明远'] }, { values: ['per_钱立'] }] },
  ]);
  const both = { chairs: [...chair('赵明远').chairs, ...chair('钱立').chairs] };
  expect(settleMeeting([says('a', chair('赵明远')), says('b', both)]).contradictions).toEqual([]);
});

test('an agreement is signed on the day that most pages give', () => {
  const signed = (articleId: string, signedOn: string | null) => ({ articleId, publishedOn: null, signedOn });
  const settled = settleAgreement([
    signed('a', '2020-06-05'),
    signed('b', '2020-06-06'),
    signed('c', '2020-06-06'),
    signed('d', null),
  ]);
  expect(settled.signedOn).toBe('2020-06-06');
  expect(settled.contradictions[0]?.alternatives.map(({ values }) => values)).toEqual([
    ['2020-06-06'],
    ['2020-06-05'],
  ]);
});
