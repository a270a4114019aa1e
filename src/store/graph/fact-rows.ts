import type {
  AgreementFact,
  Fact,
  FactKind,
  MeetingFact,
  OrganisationFact,
  ParticipationFact,
  PersonFact,
  PositionFact,
  SignatureFact,
} from '../../resolution/fact.ts';
import { settleAgreement, settleMeeting } from '../../resolution/settle-statements.ts';
import { type FactColumn, plain, reference, shown } from './fact-columns.ts';

/** A row, by column. */
export type Row = Readonly<Record<string, unknown>>;

/** How a kind of fact is kept: its table, and the columns that hold it. */
export interface FactTable {
  readonly table: FactKind;
  readonly columns: readonly string[];
  /** SQL of the facts whose rows have the alias `it`, as JSON in the shape of `Fact`. */
  readonly select: string;
  readonly toRow: (fact: Fact) => Row;
}

/** How a fact is shown: what is chosen of what articles say differently is made once a row. */
type Show<F, S> = (fact: F) => S;

function table<F extends Fact, S = F>(
  kind: F['kind'],
  { columns, parts = [], show }: { columns: FactColumn<S>[]; parts?: string[]; show?: Show<F, S> },
): FactTable {
  return {
    table: kind,
    columns: columns.map(({ name }) => name),
    select: [...columns.flatMap(({ read }) => read ?? []), ...parts].join(),
    toRow: (fact) => {
      const made = show ? show(fact as F) : (fact as unknown as S);
      return Object.fromEntries(columns.map(({ name, write }) => [name, write(made)]));
    },
  };
}

/** A row that is written stands for itself. */
const unmerged = { name: 'merged_into_id', write: () => null, read: null };

/** What is said where an article itself gave no year with the day. */
const INFERRED_BY_PAGE =
  'The page ties it to the year of its name or paragraph, or to the day of the meeting that it was a part of.';

const SESSIONS = `'sessions', (SELECT coalesce(json_agg(json_build_object('series', s.name, 'ordinal', n.ordinal,
    'organisation', CASE WHEN n.organisation_id IS NOT NULL THEN json_build_object('id', n.organisation_id, 'name', coalesce(n.organisation_told, '')) END)), '[]')
  FROM meeting_session AS n JOIN meeting_series AS s ON s.id = n.series_id WHERE n.meeting_id = it.id)`;

const POSITION_IDS = `'positionIds', (SELECT coalesce(json_agg(p.position_id ORDER BY p.position_id), '[]')
  FROM participation_position AS p WHERE p.participation_id = it.id)`;

type ShownMeeting = MeetingFact & ReturnType<typeof settleMeeting>;
type ShownAgreement = AgreementFact & ReturnType<typeof settleAgreement>;

/** The table of each kind of fact; what is referred to comes before what refers to it. */
export const FACT_TABLES: Readonly<Record<FactKind, FactTable>> = {
  organisation: table<OrganisationFact>('organisation', {
    columns: [
      plain('id', 'id'),
      plain('name', 'name'),
      plain('other_names', 'otherNames'),
      plain('classification', 'classification'),
      plain('area_code', 'areaCode'),
      ...reference('parent', 'parent'),
      unmerged,
    ],
  }),
  person: table<PersonFact>('person', {
    columns: [plain('id', 'id'), plain('name', 'name'), plain('other_names', 'otherNames'), unmerged],
  }),
  meeting: table<MeetingFact, ShownMeeting>('meeting', {
    show: (fact) => ({ ...fact, ...settleMeeting(fact.statements) }),
    columns: [
      plain('id', 'id'),
      plain('name', 'name'),
      plain('other_names', 'otherNames'),
      plain('format', 'format'),
      plain('statements', 'statements'),
      shown('starts_on', ({ startsOn }) => startsOn),
      shown('ends_on', ({ endsOn }) => endsOn),
      shown('date_basis', ({ dateBasis }) => dateBasis),
      shown('date_basis_reason', ({ dateBasis }) => (dateBasis === 'INFERRED' ? INFERRED_BY_PAGE : null)),
      shown('month_day', ({ monthDay }) => monthDay),
      shown('contradictions', ({ contradictions }) => contradictions),
      unmerged,
    ],
    parts: [SESSIONS],
  }),
  agreement: table<AgreementFact, ShownAgreement>('agreement', {
    show: (fact) => ({ ...fact, ...settleAgreement(fact.statements) }),
    columns: [
      plain('id', 'id'),
      plain('title', 'name'),
      plain('kind', 'agreementKind'),
      plain('statements', 'statements'),
      shown('signed_on', ({ signedOn }) => signedOn),
      shown('contradictions', ({ contradictions }) => contradictions),
      ...reference('meeting', 'meeting'),
      unmerged,
    ],
  }),
  position: table<PositionFact>('position', {
    columns: [
      plain('id', 'id'),
      plain('person_id', 'personId'),
      plain('organisation_id', 'organisationId'),
      plain('area_code', 'areaCode'),
      plain('role', 'role'),
      plain('title', 'title'),
      plain('observed_on', 'observedOn'),
    ],
  }),
  participation: table<ParticipationFact>('participation', {
    columns: [
      plain('id', 'id'),
      plain('meeting_id', 'meetingId'),
      plain('person_id', 'personId'),
      plain('organisation_id', 'organisationId'),
      plain('roles', 'roles'),
      plain('ordinal', 'ordinal'),
      plain('name_as_printed', 'nameAsPrinted'),
    ],
    parts: [POSITION_IDS],
  }),
  signature: table<SignatureFact>('signature', {
    columns: [
      plain('id', 'id'),
      plain('agreement_id', 'agreementId'),
      plain('organisation_id', 'organisationId'),
      plain('area_code', 'areaCode'),
      ...reference('signer', 'signer'),
      plain('implied', 'implied'),
      plain('ordinal', 'ordinal'),
    ],
  }),
};

/** The kinds in the order in which their rows can be written; the other way round they can be taken away. */
export const FACT_KINDS = Object.keys(FACT_TABLES) as FactKind[];
