import { describe, expect, test } from '@jest/globals';
import type { Extraction } from '../../src/extraction/claim.ts';
import type { KnownGraph } from '../../src/resolution/known-graph.ts';
import { resolveClaims } from '../../src/resolution/resolve-claims.ts';
import {
  agreement,
  extraction,
  meeting,
  organisation,
  participation,
  person,
  position,
  signature,
} from '../support/claims.ts';

const nothingKnown: KnownGraph = { people: [], organisations: [], meetings: [], agreements: [], series: [] };

function resolve(claims: Extraction, known: KnownGraph = nothingKnown, publishedOn: string | null = null) {
  let last = 0;
  const createId = (kind: string) => `${kind}-${++last}`;
  return resolveClaims({ extraction: claims, publishedOn, known, createId });
}

describe('resolveClaims', () => {
  test('makes what is new and links it', () => {
    const changes = resolve(
      extraction(
        organisation('甲省生态环境厅'),
        person('赵明远'),
        position('赵明远', '甲省生态环境厅', '厅长'),
        meeting('甲省生态环境工作会议', { startsOn: '2023-02-21', dateBasis: 'STATED', places: ['440100'] }),
        participation('赵明远', { roles: ['CHAIR'], positions: ['甲省生态环境厅厅长'] }),
        agreement('共建协议', { meeting: 'm1' }),
        signature('甲省生态环境厅', { signer: '赵明远' }),
      ),
    );
    expect(changes.newPositions).toEqual([
      expect.objectContaining({ organisationId: 'organisation-1', role: '厅长', observedOn: '2023-02-21' }),
    ]);
    const [made] = changes.newMeetings;
    expect(changes.newPlaces).toEqual([{ meetingId: made?.id, areaCode: '440100', ordinal: 0 }]);
    expect(changes.newParticipations).toEqual([
      expect.objectContaining({ meetingId: made?.id, personId: changes.newPeople[0]?.id, roles: ['CHAIR'] }),
    ]);
    expect(changes.newParticipationPositions).toHaveLength(1);
    expect(changes.newAgreements).toEqual([expect.objectContaining({ meetingId: made?.id })]);
    expect(changes.newSignatures).toEqual([
      expect.objectContaining({ organisationId: 'organisation-1', signerId: changes.newPeople[0]?.id }),
    ]);
    expect(new Set(changes.evidence.map(({ factKind }) => factKind)).size).toBe(7);
    expect(changes.decisions).toEqual([]);
  });

  test('gives a known person the new post, with the reason why they are one', () => {
    const known: KnownGraph = {
      ...nothingKnown,
      organisations: [
        { id: 'o', name: '甲省委', otherNames: [], classification: 'PARTY', areaCode: null, parentId: null },
      ],
      people: [
        {
          id: 'p',
          name: '赵明远',
          positions: [
            {
              id: 'x',
              organisationId: 'o',
              areaCode: null,
              role: '副书记',
              title: '甲省委副书记',
              observedOn: null,
            },
          ],
        },
      ],
    };
    const changes = resolve(
      extraction(organisation('甲省委'), person('赵明远'), position('赵明远', '甲省委', '书记')),
      known,
    );
    expect(changes.newPeople).toEqual([]);
    expect(changes.newPositions).toEqual([expect.objectContaining({ personId: 'p', title: '甲省委书记' })]);
    expect(changes.decisions).toContainEqual(
      expect.objectContaining({ judgement: 'SAME', entityType: 'person', entityId: 'p', mention: '赵明远' }),
    );
  });

  test('keeps a namesake apart and leaves the question open', () => {
    const known: KnownGraph = { ...nothingKnown, people: [{ id: 'p', name: '赵明远', positions: [] }] };
    const changes = resolve(extraction(person('赵明远')), known);
    expect(changes.newPeople).toHaveLength(1);
    expect(changes.decisions).toEqual([expect.objectContaining({ judgement: 'UNSURE', otherId: 'p' })]);
  });

  test('lets a meeting grow by what a second article adds, and only by that', () => {
    const claims = extraction(
      person('赵明远'),
      meeting('甲组第九次会议', {
        monthDay: '--06-06',
        sessions: [{ series: '甲组会议', ordinal: 9, organisation: null }],
      }),
      participation('赵明远', { roles: ['SPEAKER'] }),
    );
    const known: KnownGraph = {
      ...nothingKnown,
      series: [{ id: 's', name: '甲组会议' }],
      people: [{ id: 'p', name: '赵明远', positions: [] }],
      meetings: [
        {
          id: 'm',
          name: '甲组第九次会议',
          otherNames: [],
          startsOn: '2020-06-06',
          endsOn: null,
          dateBasis: 'STATED',
          monthDay: null,
          format: null,
          places: [],
          sessions: [{ series: '甲组会议', ordinal: 9 }],
          participations: [],
        },
      ],
    };
    const changes = resolve(claims, known);
    expect(changes.newMeetings).toEqual([]);
    expect(changes.grownMeetings).toEqual([]);
    expect(changes.newSessions).toEqual([]);
    expect(changes.newParticipations).toEqual([
      expect.objectContaining({ meetingId: 'm', roles: ['SPEAKER'] }),
    ]);
  });

  test('makes one participation of two claims about the same body', () => {
    const changes = resolve(
      extraction(
        organisation('甲省水利厅'),
        meeting('甲省水利工作会议'),
        participation('省水利厅', { participant: { organisation: '甲省水利厅' } }),
        participation('甲省水利厅', { participant: { organisation: '甲省水利厅' }, roles: ['SPEAKER'] }),
      ),
    );
    expect(changes.newParticipations).toHaveLength(1);
    expect(changes.grownParticipations).toEqual([
      { id: changes.newParticipations[0]?.id, roles: ['SPEAKER'] },
    ]);
  });

  test('names a joint meeting once, with a session of each series', () => {
    const session = (series: string, ordinal: number) => ({ series, ordinal, organisation: null });
    const changes = resolve(
      extraction(
        meeting('甲组第九次会议暨乙组第六次会议', {
          sessions: [session('甲组会议', 9), session('乙组会议', 6)],
        }),
      ),
    );
    expect(changes.newMeetings).toHaveLength(1);
    expect(changes.newSeries.map(({ name }) => name)).toEqual(['甲组会议', '乙组会议']);
    expect(changes.newSessions.map(({ ordinal }) => ordinal)).toEqual([9, 6]);
  });
});
