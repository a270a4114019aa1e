import { describe, expect, test } from '@jest/globals';
import { compareAgreements } from '../../src/resolution/comparators/compare-agreements.ts';
import { compareMeetings } from '../../src/resolution/comparators/compare-meetings.ts';
import { compareOrganisations } from '../../src/resolution/comparators/compare-organisations.ts';
import { comparePeople } from '../../src/resolution/comparators/compare-people.ts';
import { SAME_FROM } from '../../src/resolution/comparison.ts';
import type { KnownMeeting } from '../../src/resolution/known-graph.ts';
import { agreement, meeting, organisation } from '../support/claims.ts';

const post = (organisationId: string | null, areaCode: string | null, title: string) => ({
  organisationId,
  areaCode,
  title,
});

describe('people', () => {
  const known = (...posts: ReturnType<typeof post>[]) => ({
    id: 'per_1',
    name: '赵明远',
    positions: posts.map((held, index) => ({ ...held, id: String(index), role: '', observedOn: null })),
  });
  test.each([
    ['one post in common', [post('org_1', null, '甲省委书记')], true],
    ['another post in the same body', [post('org_1', null, '甲省委副书记')], true],
    ['another post in the same place', [post(null, '330500', '湖州市代市长')], true],
    ['a post somewhere else', [post('org_9', null, '乙县教育局局长')], false],
    ['no post at all', [], false],
  ])('are one with %s: %s', (_, posts, expected) => {
    const mention = { name: '赵明远', posts };
    const target = known(post('org_1', null, '甲省委书记'), post(null, '330500', '湖州市市长'));
    const { score, reasons } = comparePeople(mention, target);
    expect(score >= SAME_FROM).toBe(expected);
    expect(reasons.length).toBeGreaterThan(0);
  });

  test('of other names are different', () => {
    expect(comparePeople({ name: '钱明远', posts: [] }, known()).score).toBe(0);
  });
});

describe('organisations', () => {
  const known = {
    id: 'org_1',
    name: '江苏省生态环境厅',
    otherNames: ['省生态环境厅'],
    classification: 'DEPARTMENT' as const,
    areaCode: '320000',
    parentId: null,
  };
  test.each([
    ['the same name', organisation('江苏省生态环境厅', { area: '320000' }), true],
    ['another name of it', organisation('省生态环境厅'), true],
    ['a name of another province', organisation('省生态环境厅', { area: '340000' }), false],
    ['another organ of the same province', organisation('江苏省水利厅', { area: '320000' }), false],
  ])('are one by %s: %s', (_, mention, expected) => {
    expect(compareOrganisations(mention, known).score >= SAME_FROM).toBe(expected);
  });
});

describe('meetings', () => {
  const known: KnownMeeting = {
    id: 'mtg_1',
    name: '甲协作小组第九次工作会议',
    otherNames: [],
    startsOn: null,
    endsOn: null,
    dateBasis: 'UNKNOWN',
    monthDay: '--06-06',
    format: null,
    places: ['330500'],
    sessions: [{ series: '甲协作小组工作会议', ordinal: 9 }],
    participations: ['per_1', 'per_2'].map((participantId) => ({
      id: '',
      participantId,
      roles: [],
      positionIds: [],
    })),
  };
  const same = ['per_1', 'per_2', 'per_3'];
  test.each([
    [
      'the same session',
      meeting('x', { sessions: [{ series: '甲协作小组工作会议', ordinal: 9, organisation: null }] }),
      [],
      true,
    ],
    [
      'the next session',
      meeting('x', {
        monthDay: '--06-06',
        sessions: [{ series: '甲协作小组工作会议', ordinal: 10, organisation: null }],
      }),
      same,
      false,
    ],
    ['name and day, the year open', meeting(known.name, { startsOn: '2020-06-06' }), [], true],
    ['name, but another day', meeting(known.name, { startsOn: '2020-06-07' }), same, false],
    [
      'day, place and participants',
      meeting('协作机制会议', { monthDay: '--06-06', places: ['330500'] }),
      same,
      true,
    ],
    [
      'day and place, but other participants',
      meeting('座谈会', { monthDay: '--06-06', places: ['330500'] }),
      ['per_8'],
      false,
    ],
    ['day and participants, but no place', meeting('座谈会', { monthDay: '--06-06' }), same, false],
    ['the name alone', meeting(known.name), [], false],
  ])('are one by %s: %s', (_, claim, participants, expected) => {
    const { score } = compareMeetings({ claim, participantIds: new Set(participants) }, known);
    expect(score >= SAME_FROM).toBe(expected);
  });
});

describe('agreements', () => {
  const known = {
    id: 'agr_1',
    title: '关于共建“甲”的合作协议',
    kind: 'AGREEMENT' as const,
    signedOn: '2022-08-17',
    meetingId: 'mtg_1',
    signatures: ['org_1', 'org_2'].map((party) => ({ id: party, party })),
  };
  const compare = (claim: ReturnType<typeof agreement>, meetingId: string | null, ...parties: string[]) =>
    compareAgreements({ claim, meetingId, parties: new Set(parties) }, known).score >= SAME_FROM;
  test('are one by title and meeting, whatever marks the title bears', () => {
    expect(compare(agreement('共建甲的合作协议'), 'mtg_1')).toBe(true);
  });
  test('are one by title and parties', () => {
    expect(compare(agreement(known.title), null, 'org_1', 'org_2')).toBe(true);
  });
  test('stay apart with a common title and other parties', () => {
    expect(compare(agreement(known.title), null, 'org_3', 'org_4')).toBe(false);
  });
  test('stay apart when signed on different days', () => {
    expect(compare(agreement(known.title, { signedOn: '2023-08-17' }), 'mtg_1', 'org_1', 'org_2')).toBe(
      false,
    );
  });
});
