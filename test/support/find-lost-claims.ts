import type { Claim } from '../../src/extraction/model/claim.ts';
import { FACT_KINDS } from '../../src/kinds/kinds.ts';
import type { LeftOut } from '../../src/resolution/left-out.ts';
import type { Database } from '../../src/store/sql/database.ts';

type Fact = Readonly<Record<string, unknown>>;

/** An article on which the graph rests, with all that the database holds of it. */
interface StoredArticle {
  readonly id: string;
  readonly claims: readonly Claim[];
  readonly left_out: readonly LeftOut[];
  /** Its mentions as `[ordinal, id of the entity]`. */
  readonly mentions: readonly (readonly [number, string])[];
  /** The rows for which it gives evidence, with where that stands. */
  readonly told: readonly { readonly kind: string; readonly start: number; readonly fact: Fact }[];
}

const TOLD = FACT_KINDS.map(
  (kind) => `SELECT '${kind}' AS kind, e.start, to_jsonb(f) AS fact FROM evidence AS e
    JOIN "${kind}" AS f ON f.id = e.${kind}_id WHERE e.article_id = a.id`,
).join(' UNION ALL ');

async function loadArticles({ pool }: Database): Promise<StoredArticle[]> {
  const { rows } = await pool.query<StoredArticle>(`SELECT a.id, a.claims, a.left_out,
      (SELECT coalesce(json_agg(json_build_array(m.ordinal, h.root)), '[]') FROM mention AS m
        JOIN identity_home AS h ON h.id = m.home WHERE m.article_id = a.id) AS mentions,
      (SELECT coalesce(json_agg(t), '[]') FROM (${TOLD}) AS t) AS told
    FROM article AS a WHERE a.superseded_by_id IS NULL AND NOT a.is_spun`);
  return rows;
}

/** What a row must hold of a claim; entities by what claims call them. */
function expectedOf(claim: Claim, idsOf: (kind: Claim['kind'], name: string) => readonly string[]) {
  const refer = (column: string, kind: Claim['kind'], name: string | null) => (row: Fact) =>
    name === null ? row[column] === null : idsOf(kind, name).includes(row[column] as string);
  const isNamed = (name: string) => (row: Fact) =>
    [row.name ?? row.title, ...((row.other_names ?? []) as unknown[])].includes(name);
  switch (claim.kind) {
    case 'person':
    case 'organisation':
    case 'meeting':
      return [isNamed(claim.name)];
    case 'agreement':
      return [(row: Fact) => row.title === claim.title];
    case 'position':
      return [
        refer('person_id', 'person', claim.person),
        refer('organisation_id', 'organisation', claim.organisation),
        (row: Fact) => row.role === claim.role && row.area_code === claim.area,
      ];
    case 'participation': {
      const { participant, meeting, roles } = claim;
      return [
        refer('meeting_id', 'meeting', meeting),
        'person' in participant
          ? refer('person_id', 'person', participant.person)
          : refer('organisation_id', 'organisation', participant.organisation),
        (row: Fact) =>
          roles.every((role) => role === 'ATTENDEE' || (row.roles as readonly string[]).includes(role)),
      ];
    }
    case 'signature': {
      const { party } = claim;
      return [
        refer('agreement_id', 'agreement', claim.agreement),
        'organisation' in party
          ? refer('organisation_id', 'organisation', party.organisation)
          : (row: Fact) => row.area_code === party.area,
      ];
    }
    case 'indicator':
      return [
        refer('organisation_id', 'organisation', claim.organisation),
        refer('meeting_id', 'meeting', claim.meeting),
        (row: Fact) => row.measure === claim.measure && String(row.value) === String(Number(claim.value)),
      ];
  }
}

function findLost({ claims, left_out, mentions, told }: StoredArticle): string[] {
  const roots = new Map(mentions);
  const idsOf = (kind: Claim['kind'], name: string) =>
    claims.flatMap((claim, ordinal) => {
      const own = 'id' in claim ? claim.id : 'name' in claim ? claim.name : null;
      return claim.kind === kind && own === name ? (roots.get(ordinal) ?? []) : [];
    });
  return claims.flatMap((claim, ordinal) => {
    const rows = claim.evidence.map(({ start }) =>
      told.filter((one) => one.kind === claim.kind && one.start === start),
    );
    const isHeld = expectedOf(claim, idsOf).every((holds) =>
      rows.every((found) => found.some(({ fact }) => holds(fact))),
    );
    const isExplained = left_out.some((one) => one.ordinal === ordinal && one.isWhole && one.reason !== '');
    if (isHeld && isExplained) return `in the graph, and said to be left out: ${JSON.stringify(claim)}`;
    return isHeld || isExplained ? [] : `lost: ${JSON.stringify(claim)}`;
  });
}

/** The claims of articles on which the graph rests that neither it nor a reason accounts for, each as a line. */
export async function findLostClaims(database: Database): Promise<string[]> {
  return (await loadArticles(database)).flatMap(findLost);
}
