import type { Extraction } from '../extraction/claim.ts';
import type {
  KnownAgreement,
  KnownGraph,
  KnownMeeting,
  KnownOrganisation,
  KnownPerson,
  KnownSeries,
} from '../resolution/known-graph.ts';
import { fromDate, toDate } from './civil-date.ts';
import type { Transaction } from './database.ts';

/** The names, dates and sessions under which the claims of an article may be known already. */
function collectKeys({ claims }: Extraction) {
  const people = claims.flatMap((claim) => (claim.kind === 'person' ? claim.name : []));
  const organisations = claims.flatMap((claim) =>
    claim.kind === 'organisation' ? [claim.name, ...claim.otherNames] : [],
  );
  const meetings = claims.filter((claim) => claim.kind === 'meeting');
  const titles = claims.flatMap((claim) => (claim.kind === 'agreement' ? claim.title : []));
  return { people, organisations, meetings, titles };
}

async function loadPeople(tx: Transaction, names: string[]): Promise<KnownPerson[]> {
  const rows = await tx.person.findMany({
    where: { name: { in: names }, mergedIntoId: null },
    include: { positions: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id, name, positions }) => ({
    id,
    name,
    positions: positions.map((position) => ({ ...position, observedOn: fromDate(position.observedOn) })),
  }));
}

function loadOrganisations(tx: Transaction, names: string[]): Promise<KnownOrganisation[]> {
  return tx.organisation.findMany({
    where: { mergedIntoId: null, OR: [{ name: { in: names } }, { otherNames: { hasSome: names } }] },
    orderBy: { id: 'asc' },
  });
}

type Keys = ReturnType<typeof collectKeys>;

function findMeetings(tx: Transaction, { meetings }: Keys) {
  const names = meetings.map(({ name }) => name);
  const dates = meetings.flatMap(({ startsOn }) => (startsOn === null ? [] : toDate(startsOn)));
  const monthDays = meetings.flatMap(
    ({ monthDay, startsOn }) => monthDay ?? (startsOn ? `-${startsOn.slice(4)}` : []),
  );
  const sessions = meetings.flatMap((meeting) => meeting.sessions);
  return tx.meeting.findMany({
    where: {
      mergedIntoId: null,
      OR: [
        { name: { in: names } },
        { otherNames: { hasSome: names } },
        { startsOn: { in: dates } },
        { monthDay: { in: monthDays } },
        ...sessions.map(({ series, ordinal }) => ({
          sessions: { some: { ordinal, series: { name: series } } },
        })),
      ],
    },
    include: {
      places: { orderBy: { ordinal: 'asc' } },
      sessions: { include: { series: true } },
      participations: { include: { positions: true } },
    },
    orderBy: { id: 'asc' },
  });
}

async function loadMeetings(tx: Transaction, keys: Keys): Promise<KnownMeeting[]> {
  const rows = await findMeetings(tx, keys);
  return rows.map((row) => ({
    ...row,
    startsOn: fromDate(row.startsOn),
    endsOn: fromDate(row.endsOn),
    places: row.places.map(({ areaCode }) => areaCode),
    sessions: row.sessions.map(({ series, ordinal }) => ({ series: series.name, ordinal })),
    participations: row.participations.map(({ id, personId, organisationId, roles, positions }) => ({
      id,
      participantId: personId ?? organisationId ?? '',
      roles,
      positionIds: positions.map(({ positionId }) => positionId),
    })),
  }));
}

async function loadAgreements(tx: Transaction, titles: string[]): Promise<KnownAgreement[]> {
  const rows = await tx.agreement.findMany({
    where: { title: { in: titles }, mergedIntoId: null },
    include: { signatures: true },
    orderBy: { id: 'asc' },
  });
  return rows.map((row) => ({
    ...row,
    signedOn: fromDate(row.signedOn),
    signatures: row.signatures.map(({ id, organisationId, areaCode }) => ({
      id,
      party: organisationId ?? areaCode ?? '',
    })),
  }));
}

function loadSeries(tx: Transaction, { meetings }: Keys): Promise<KnownSeries[]> {
  const names = meetings.flatMap(({ sessions }) => sessions.map(({ series }) => series));
  return tx.meetingSeries.findMany({ where: { name: { in: names } } });
}

/** Loads what the graph holds that the claims of an article may be about: found by key, never by reading it all. */
export async function loadKnownGraph(tx: Transaction, extraction: Extraction): Promise<KnownGraph> {
  const keys = collectKeys(extraction);
  return {
    people: await loadPeople(tx, keys.people),
    organisations: await loadOrganisations(tx, keys.organisations),
    meetings: keys.meetings.length > 0 ? await loadMeetings(tx, keys) : [],
    agreements: await loadAgreements(tx, keys.titles),
    series: await loadSeries(tx, keys),
  };
}
