import type pg from 'pg';

/** A query with what is right, as test/fixtures/judged-queries.json says at its head. */
export interface JudgedQuery {
  readonly query: string;
  readonly kind: string;
  readonly mustBeRight?: boolean;
  readonly best?: readonly string[];
  readonly bestWhere?: string;
  readonly acceptable?: readonly string[];
  readonly acceptableWhere?: string;
  readonly about?: readonly string[];
}

/** The grade of what somebody who asks wants to see. */
export const BEST = 3;
/** The grade of what may stand beside or instead of it. */
const ACCEPTABLE = 1;

/** All entities with the day and name that answers are told by, and with all that they have to do with, for `about`. */
const ENTITIES = `CREATE TEMP TABLE IF NOT EXISTS judged_entity AS
  SELECT id, 'ARTICLE' AS type, published_on AS day, headline AS name, text FROM article WHERE superseded_by_id IS NULL
  UNION ALL SELECT m.id, 'MEETING', m.starts_on, m.name, concat_ws(E'\\n', m.name, m.other_names::text,
      (SELECT string_agg(concat(e.name, o.name), ' ') FROM participation AS p LEFT JOIN person AS e ON e.id = p.person_id
        LEFT JOIN organisation AS o ON o.id = p.organisation_id WHERE p.meeting_id = m.id),
      (SELECT string_agg(a.name, ' ') FROM meeting_place AS p JOIN area AS a ON a.code = p.area_code WHERE p.meeting_id = m.id))
    FROM meeting AS m WHERE merged_into_id IS NULL
  UNION ALL SELECT n.id, 'PERSON', NULL, n.name, concat_ws(E'\\n', n.name, n.other_names::text,
      (SELECT string_agg(concat_ws(' ', p.title, o.name, a.name), ' ') FROM position AS p
        LEFT JOIN organisation AS o ON o.id = p.organisation_id LEFT JOIN area AS a ON a.code = p.area_code WHERE p.person_id = n.id))
    FROM person AS n WHERE merged_into_id IS NULL
  UNION ALL SELECT id, 'ORGANISATION', NULL, name, concat_ws(E'\\n', name, other_names::text) FROM organisation WHERE merged_into_id IS NULL
  UNION ALL SELECT g.id, 'AGREEMENT', g.signed_on, g.title, concat_ws(E'\\n', g.title,
      (SELECT string_agg(concat_ws(' ', o.name, a.name, e.name), ' ') FROM signature AS s
        LEFT JOIN organisation AS o ON o.id = s.organisation_id LEFT JOIN area AS a ON a.code = s.area_code
        LEFT JOIN person AS e ON e.id = s.signer_id WHERE s.agreement_id = g.id),
      (SELECT m.name FROM meeting AS m WHERE m.id = g.meeting_id))
    FROM agreement AS g WHERE merged_into_id IS NULL
  UNION ALL SELECT i.id, 'INDICATOR', i.ends_on, i.measure, concat_ws(E'\\n', i.measure, i.printed, o.name, a.name)
    FROM indicator AS i LEFT JOIN organisation AS o ON o.id = i.organisation_id LEFT JOIN area AS a ON a.code = i.area_code`;

/** Makes the table that answers are looked up in, for this connection. */
export async function prepareAnswers(client: pg.ClientBase): Promise<void> {
  await client.query(ENTITIES);
}

/** The ids that an answer stands for: `PERSON 李强`, `ARTICLE 2022-08-17 李克强在广东考察`; all of that name. */
async function idsOf(client: pg.ClientBase, answer: string): Promise<string[]> {
  const [, type, day = null, name] = /^([A-Z]+) (?:(\d{4}-\d\d-\d\d) )?(.+)$/s.exec(answer) ?? [];
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM judged_entity WHERE type = $1 AND name = $2 AND ($3::date IS NULL OR day = $3)`,
    [type, name, day],
  );
  return rows.map(({ id }) => id);
}

/** The ids of `judged_entity` for which a condition holds. */
async function idsWhere(client: pg.ClientBase, condition: string, values: unknown[] = []): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM judged_entity WHERE ${condition}`,
    values,
  );
  return rows.map(({ id }) => id);
}

/** The grade of each id that is right for a query; `prepareAnswers` comes first. @throws Error where an answer is not in the graph. */
export async function gradesOf(client: pg.ClientBase, judged: JudgedQuery): Promise<Map<string, number>> {
  const named = async (answers: readonly string[] = []) => {
    const ids: string[] = [];
    for (const answer of answers) {
      const found = await idsOf(client, answer);
      if (found.length === 0) throw new Error(`no such answer: ${answer}`);
      ids.push(...found);
    }
    return ids;
  };
  const grades = new Map<string, number>();
  const about = (judged.about ?? []).map((text) => `%${text}%`);
  const acceptable = [
    ...(await named(judged.acceptable)),
    ...(judged.acceptableWhere ? await idsWhere(client, judged.acceptableWhere) : []),
    ...(about.length > 0 ? await idsWhere(client, 'text LIKE ANY ($1::text[])', [about]) : []),
  ];
  for (const id of acceptable) grades.set(id, ACCEPTABLE);
  const best = [
    ...(await named(judged.best)),
    ...(judged.bestWhere ? await idsWhere(client, judged.bestWhere) : []),
  ];
  if (best.length === 0) throw new Error('nothing in the graph is right');
  for (const id of best) grades.set(id, BEST);
  return grades;
}
