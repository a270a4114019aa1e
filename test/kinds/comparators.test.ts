import { describe, expect, test } from '@jest/globals';
import { compareAgreements } from '../../src/kinds/comparators/compare-agreements.ts';
import { compareMeetings } from '../../src/kinds/comparators/compare-meetings.ts';
import { compareOrganisations } from '../../src/kinds/comparators/compare-organisations.ts';
import { comparePeople } from '../../src/kinds/comparators/compare-people.ts';
import type { KnownMeeting } from '../../src/kinds/comparators/known-graph.ts';

/** From this score on two things are one, as far as a comparator can tell. */
const ALIKE = 0.75;

const post = (organisationId: string | null, areaCode: string | null, title: string) => ({
  organisationId,
  areaCode,
  title,
});

describe('people', () => {
  const known = (name: string, ...positions: ReturnType<typeof post>[]) => ({ id: 'per_1', name, positions });
  const target = known('赵明远', post('org_1', null, '甲省委书记'), post(null, '330500', '湖州市市长'));
  test.each([
    ['one post in common', [post('org_1', null, '甲省委书记')], true],
    ['another post in the same body', [post('org_1', null, '甲省委副书记')], true],
    ['another post in the same place', [post(null, '330500', '湖州市代市长')], true],
    ['a post somewhere else', [post('org_9', null, '乙县教育局局长')], false],
    ['no post at all', [], false],
  ])('are alike with %s: %s', (_, posts, expected) => {
    const { score, reasons } = comparePeople(known('赵明远', ...posts), target);
    expect(score >= ALIKE).toBe(expected);
    expect(reasons.length).toBeGreaterThan(0);
  });

  test('of other names are different', () => {
    expect(comparePeople(known('钱明远'), known('赵明远')).score).toBe(0);
  });
});

describe('organisations', () => {
  const body = (name: string, areaCode: string | null = null, otherNames: string[] = []) => ({
    id: 'org_1',
    name,
    otherNames,
    areaCode,
  });
  const known = body('江苏省生态环境厅', '320000', ['省生态环境厅']);
  test.each([
    ['the same name', body('江苏省生态环境厅', '320000'), true],
    ['another name of it', body('省生态环境厅'), true],
    ['a name of another province', body('省生态环境厅', '340000'), false],
    ['another organ of the same province', body('江苏省水利厅', '320000'), false],
  ])('are alike by %s: %s', (_, other, expected) => {
    expect(compareOrganisations(other, known).score >= ALIKE).toBe(expected);
  });
});

describe('meetings', () => {
  const meeting = (
    name: string,
    more: Partial<KnownMeeting> = {},
    ...participants: string[]
  ): KnownMeeting => ({
    id: 'mtg_1',
    name,
    otherNames: [],
    startsOn: null,
    monthDay: null,
    places: [],
    sessions: [],
    participations: participants.map((participantId) => ({ participantId })),
    ...more,
  });
  const ninth = { series: '甲协作小组工作会议', ordinal: 9 };
  const known = meeting(
    '甲协作小组第九次工作会议',
    { monthDay: '--06-06', places: ['330500'], sessions: [ninth] },
    'per_1',
    'per_2',
  );
  const same = ['per_1', 'per_2', 'per_3'];
  test.each([
    ['the same session', meeting('x', { sessions: [ninth] }), true],
    [
      'the next session',
      meeting('x', { monthDay: '--06-06', sessions: [{ ...ninth, ordinal: 10 }] }, ...same),
      false,
    ],
    ['name and day, the year open', meeting(known.name, { startsOn: '2020-06-06' }), true],
    ['name, but another day', meeting(known.name, { startsOn: '2020-06-07' }, ...same), false],
    [
      'day, place and participants',
      meeting('协作机制会议', { monthDay: '--06-06', places: ['330500'] }, ...same),
      true,
    ],
    [
      'day and place, but one participant of two',
      meeting('座谈会', { monthDay: '--06-06', places: ['330500'] }, 'per_1', 'per_8'),
      false,
    ],
    ['day and participants, but no place', meeting('座谈会', { monthDay: '--06-06' }, ...same), false],
    ['the name alone', meeting(known.name), false],
  ])('are alike by %s: %s', (_, other, expected) => {
    expect(compareMeetings(other, known).score >= ALIKE).toBe(expected);
  });

  test('of one person with two others on one day are two', () => {
    const day = { startsOn: '2023-06-13', places: ['110000'] };
    const first = meeting('甲会见乙', day, 'per_1', 'per_2', 'per_9');
    expect(compareMeetings(first, meeting('甲会见丙', day, 'per_1', 'per_3', 'per_9')).score).toBe(0);
  });
});

describe('agreements', () => {
  const known = {
    id: 'agr_1',
    title: '关于共建“甲”的合作协议',
    signedOn: '2022-08-17' as string | null,
    meetingId: 'mtg_1' as string | null,
    signatures: [{ party: 'org_1' }, { party: 'org_2' }],
  };
  const compare = (more: Partial<typeof known>) =>
    compareAgreements({ ...known, signedOn: null, meetingId: null, signatures: [], ...more }, known).score >=
    ALIKE;
  test('are alike by title and meeting, whatever marks the title bears', () => {
    expect(compare({ title: '共建甲的合作协议', meetingId: 'mtg_1' })).toBe(true);
  });
  test('are alike by title and parties', () => {
    expect(compare({ signatures: known.signatures })).toBe(true);
  });
  test('are not with a common title and other parties', () => {
    expect(compare({ signatures: [{ party: 'org_3' }] })).toBe(false);
  });
  test('are not when signed on different days', () => {
    expect(compare({ signedOn: '2023-08-17', meetingId: 'mtg_1' })).toBe(false);
  });
});
