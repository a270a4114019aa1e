import type { Fact, FactKind } from '../../resolution/fact.ts';

/** A row, by column. */
export type Row = Readonly<Record<string, unknown>>;

/** How a kind of fact is kept: its table, and the columns that hold it. */
export interface FactTable {
  readonly table: FactKind;
  readonly columns: readonly string[];
  /** SQL of the facts whose rows have the alias `it`, as JSON in the shape of `Fact`. */
  readonly select: string;
}

const reference = (name: string) => `CASE WHEN it.${name}_id IS NOT NULL
    THEN json_build_object('id', it.${name}_id, 'name', coalesce(it.${name}_told, '')) END`;

/** The table of each kind of fact; what is referred to comes before what refers to it. */
export const FACT_TABLES: Readonly<Record<FactKind, FactTable>> = {
  organisation: {
    table: 'organisation',
    columns: [
      'id',
      'name',
      'other_names',
      'classification',
      'area_code',
      'parent_id',
      'parent_told',
      'merged_into_id',
    ],
    select: `'name', it.name, 'otherNames', it.other_names, 'classification', it.classification,
      'areaCode', it.area_code, 'parent', ${reference('parent')}`,
  },
  person: {
    table: 'person',
    columns: ['id', 'name', 'other_names', 'merged_into_id'],
    select: `'name', it.name, 'otherNames', it.other_names`,
  },
  meeting: {
    table: 'meeting',
    columns: [
      'id',
      'name',
      'other_names',
      'starts_on',
      'ends_on',
      'date_basis',
      'month_day',
      'format',
      'merged_into_id',
    ],
    select: `'name', it.name, 'otherNames', it.other_names, 'startsOn', it.starts_on, 'endsOn', it.ends_on,
      'dateBasis', it.date_basis, 'monthDay', it.month_day, 'format', it.format,
      'places', (SELECT coalesce(json_agg(json_build_object('areaCode', p.area_code, 'ordinal', p.ordinal)), '[]')
        FROM meeting_place AS p WHERE p.meeting_id = it.id),
      'sessions', (SELECT coalesce(json_agg(json_build_object('series', s.name, 'ordinal', n.ordinal,
          'organisation', CASE WHEN n.organisation_id IS NOT NULL THEN json_build_object('id', n.organisation_id, 'name', coalesce(n.organisation_told, '')) END)), '[]')
        FROM meeting_session AS n JOIN meeting_series AS s ON s.id = n.series_id WHERE n.meeting_id = it.id)`,
  },
  agreement: {
    table: 'agreement',
    columns: ['id', 'title', 'kind', 'signed_on', 'meeting_id', 'meeting_told', 'merged_into_id'],
    select: `'name', it.title, 'agreementKind', it.kind, 'signedOn', it.signed_on, 'meeting', ${reference('meeting')}`,
  },
  position: {
    table: 'position',
    columns: ['id', 'person_id', 'organisation_id', 'area_code', 'role', 'title', 'observed_on'],
    select: `'personId', it.person_id, 'organisationId', it.organisation_id, 'areaCode', it.area_code,
      'role', it.role, 'title', it.title, 'observedOn', it.observed_on`,
  },
  participation: {
    table: 'participation',
    columns: ['id', 'meeting_id', 'person_id', 'organisation_id', 'roles', 'ordinal', 'name_as_printed'],
    select: `'meetingId', it.meeting_id, 'personId', it.person_id, 'organisationId', it.organisation_id,
      'roles', it.roles, 'ordinal', it.ordinal, 'nameAsPrinted', it.name_as_printed,
      'positionIds', (SELECT coalesce(json_agg(p.position_id ORDER BY p.position_id), '[]')
        FROM participation_position AS p WHERE p.participation_id = it.id)`,
  },
  signature: {
    table: 'signature',
    columns: [
      'id',
      'agreement_id',
      'organisation_id',
      'area_code',
      'signer_id',
      'signer_told',
      'implied',
      'ordinal',
    ],
    select: `'agreementId', it.agreement_id, 'organisationId', it.organisation_id, 'areaCode', it.area_code,
      'signer', ${reference('signer')}, 'implied', it.implied, 'ordinal', it.ordinal`,
  },
};

/** The kinds in the order in which their rows can be written; the other way round they can be taken away. */
export const FACT_KINDS = Object.keys(FACT_TABLES) as FactKind[];

/** A fact as a row of its table. */
export function toRow(fact: Fact): Row {
  if (fact.kind === 'person')
    return { id: fact.id, name: fact.name, other_names: fact.otherNames, merged_into_id: null };
  if (fact.kind === 'organisation')
    return {
      id: fact.id,
      name: fact.name,
      other_names: fact.otherNames,
      classification: fact.classification,
      area_code: fact.areaCode,
      parent_id: fact.parent?.id ?? null,
      parent_told: fact.parent?.name ?? null,
      merged_into_id: null,
    };
  if (fact.kind === 'meeting')
    return {
      id: fact.id,
      name: fact.name,
      other_names: fact.otherNames,
      starts_on: fact.startsOn,
      ends_on: fact.endsOn,
      date_basis: fact.dateBasis,
      month_day: fact.monthDay,
      format: fact.format,
      merged_into_id: null,
    };
  if (fact.kind === 'agreement')
    return {
      id: fact.id,
      title: fact.name,
      kind: fact.agreementKind,
      signed_on: fact.signedOn,
      meeting_id: fact.meeting?.id ?? null,
      meeting_told: fact.meeting?.name ?? null,
      merged_into_id: null,
    };
  return toLinkRow(fact);
}

/** A fact that ties entities together, as a row. */
function toLinkRow(fact: Extract<Fact, { kind: 'position' | 'participation' | 'signature' }>): Row {
  if (fact.kind === 'position')
    return {
      id: fact.id,
      person_id: fact.personId,
      organisation_id: fact.organisationId,
      area_code: fact.areaCode,
      role: fact.role,
      title: fact.title,
      observed_on: fact.observedOn,
    };
  if (fact.kind === 'participation')
    return {
      id: fact.id,
      meeting_id: fact.meetingId,
      person_id: fact.personId,
      organisation_id: fact.organisationId,
      roles: fact.roles,
      ordinal: fact.ordinal,
      name_as_printed: fact.nameAsPrinted,
    };
  return {
    id: fact.id,
    agreement_id: fact.agreementId,
    organisation_id: fact.organisationId,
    area_code: fact.areaCode,
    signer_id: fact.signer?.id ?? null,
    signer_told: fact.signer?.name ?? null,
    implied: fact.implied,
    ordinal: fact.ordinal,
  };
}
