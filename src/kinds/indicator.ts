import type { AreaRef } from '../extraction/model/claim.ts';
import type { ClaimOf } from './claim-of.ts';
import { call, column, type FactBase, type LinkDescriptor, type Searched, shown } from './kind.ts';
import { fuller } from './reference.ts';

/** What a claim states of a number, whatever it is of. */
type Stated = Omit<ClaimOf<'indicator'>, 'kind' | 'evidence' | 'organisation' | 'area' | 'meeting'>;

/** A number that articles state of a body, a place or a meeting. */
export interface IndicatorFact extends FactBase<'indicator'>, Stated {
  readonly organisationId: string | null;
  readonly areaCode: AreaRef | null;
  readonly meetingId: string | null;
}

/** From what says most of a number to what says least. */
const BOUNDS = ['EXACT', 'ABOUT', 'AT_LEAST', 'AT_MOST'] as const;

/** A number with what it measures, of what and when. */
export const indicator: LinkDescriptor<'indicator', IndicatorFact> & {
  readonly idPrefix: string;
  readonly searched: Searched<IndicatorFact>;
} = {
  kind: 'indicator',
  idPrefix: 'ind',
  plural: 'indicators',
  listed: {
    heading: 'Indicators',
    line: ({ measure, form, value, unit, bound, planned, startsOn, endsOn, organisation, area }) =>
      [
        `${measure}: ${form === 'CHANGE' && !value.startsWith('-') ? '+' : ''}${value} ${unit}`,
        ...(bound === 'EXACT' ? [] : [bound]),
        ...(planned ? ['planned'] : []),
        `of ${organisation ?? area ?? 'nothing named'}`,
        ...(endsOn === null ? [] : [startsOn === null ? `until ${endsOn}` : `${startsOn} to ${endsOn}`]),
      ].join(', '),
    entry: ({ kind: _kind, evidence: _evidence, ...stated }) => stated,
  },
  identity: [
    'organisationId',
    'areaCode',
    'meetingId',
    'measure',
    'form',
    'unit',
    'value',
    'startsOn',
    'endsOn',
  ],
  calls: ({ organisation, meeting }) => ({
    needed: [...call('organisation', organisation), ...call('meeting', meeting)],
    further: [],
  }),
  derive: ({ evidence: _evidence, organisation, area: areaCode, meeting, ...stated }, { of, id }) => {
    const organisationId = of.idOf('organisation', organisation);
    const meetingId = of.idOf('meeting', meeting);
    const isWhole =
      (organisation === null || organisationId !== null) && (meeting === null || meetingId !== null);
    return isWhole ? { ...stated, id, organisationId, areaCode, meetingId } : null;
  },
  join: (left, right) => ({
    ...left,
    bound: BOUNDS.find((bound) => bound === left.bound || bound === right.bound) ?? left.bound,
    printed: fuller(left.printed, right.printed),
    planned: left.planned && right.planned,
  }),
  settle: (fact) => fact,
  columns: [
    column('organisation_id', 'organisationId'),
    column('area_code', 'areaCode'),
    column('meeting_id', 'meetingId'),
    column('measure', 'measure'),
    column('form', 'form'),
    column('value', 'value', 'number'),
    column('unit', 'unit'),
    column('bound', 'bound'),
    column('printed', 'printed'),
    column('planned', 'planned'),
    column('starts_on', 'startsOn'),
    column('ends_on', 'endsOn'),
  ],
  searched: {
    fields: { measure: 'A', subject: 'C', period: 'C', printed: 'D' },
    entry: (fact) => fact,
    shows: [
      shown('organisation', 'indicator', 'organisation_id', 'id'),
      shown('meeting', 'indicator', 'meeting_id', 'id'),
    ],
  },
};
