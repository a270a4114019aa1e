import { seed } from '../../../seed/seed.ts';
import { prepareGraph } from '../../../src/ingest/ingest.ts';
import { indexEntities } from '../../../src/search/index/index-entities.ts';
import type { Database } from '../../../src/store/sql/database.ts';

/** The nth of a few values. */
const oneOf = (values: readonly string[], n: string) =>
  `(ARRAY[${values.map((value) => `'${value}'`).join()}])[1 + (${n}) % ${values.length}]`;

const PROVINCES = ['310000', '320000', '330000', '340000'];
const PLACES = ['330500', '310118', '320500', '340100', '330100'];

/** The day of the nth meeting: of one in fifteen none is known. */
const day = (n: string) => `CASE WHEN (${n}) % 15 <> 14 THEN date '2024-01-10' + 12 * (${n}) END`;
/** The person who is the kth at the nth meeting. */
const partner = (n: string, k: string) => `(${n} + ${k} * ${k} + ${k}) % 22`;
/** The first words of the text of the nth article: what it gives evidence with. */
const EVIDENCE = `start, "end", sentence_start, sentence_end, quote`;
const words = (place: string) => `${place}, ${place} + 1, 0, 24, left(a.text, 24)`;

/**
 * The rows beside those of the seed pages, invented: so many that each question has an answer, and so few that a plain statement that
 * looks at each pair of them gives it at once.
 */
const ROWS: readonly string[] = [
  // People: two of one name, two without a post, two in no meeting, one who became another.
  `INSERT INTO person (id, name, other_names) SELECT 'per_q' || n, ${oneOf(['王', '李', '张', '刘'], 'n')}
      || ${oneOf(['一鸣', '二水', '三川', '四海', '五岳', '六合'], 'n / 4')}, '{}' FROM generate_series(0, 23) AS n`,
  `UPDATE person SET name = '王一鸣', other_names = '{王二}' WHERE id = 'per_q5'`,
  // Fifteen of whom nothing says whether they are one: more than a hundred pairs.
  `INSERT INTO person (id, name, other_names) SELECT 'per_same' || n, '问同名', '{}' FROM generate_series(10, 24) AS n`,
  `INSERT INTO person (id, name, other_names, merged_into_id) VALUES ('per_q99', '王一', '{}', 'per_q0')`,
  // Organisations of four provinces, the last four of no place; every third a part of the one before.
  `INSERT INTO organisation (id, name, other_names, classification, area_code, parent_id)
    SELECT 'org_q' || n, ${oneOf(['甲', '乙', '丙', '丁'], 'n')} || ${oneOf(['问局', '问厅', '问公司'], 'n / 4')}, '{}',
      ${oneOf(['DEPARTMENT', 'GOVERNMENT', 'COMPANY'], 'n / 4')}::organisation_class,
      CASE WHEN n < 8 THEN ${oneOf(PROVINCES, 'n')} END, CASE WHEN n % 3 = 2 THEN 'org_q' || n - 1 END FROM generate_series(0, 11) AS n`,
  // Of each post two observations, and of four people that of a governor.
  `INSERT INTO position (id, person_id, organisation_id, area_code, role, title, observed_on, text_start)
    SELECT md5('pos' || n || ' ' || k), 'per_q' || n, o.id, NULL, r.role, o.name || r.role,
      (ARRAY[date '2024-05-01', date '2025-03-01'])[1 + k] + n, 0
    FROM generate_series(0, 19) AS n CROSS JOIN generate_series(0, 1) AS k JOIN organisation AS o ON o.id = 'org_q' || n % 12
      CROSS JOIN LATERAL (SELECT ${oneOf(['局长', '副局长'], 'n / 12')} AS role) AS r`,
  `INSERT INTO position (id, person_id, organisation_id, area_code, role, title, observed_on, text_start)
    SELECT md5('gov' || n), 'per_q' || n, NULL, ${oneOf(PROVINCES, 'n')}, '省长', ${oneOf(PROVINCES, 'n')} || '省长', date '2025-06-30', 1
    FROM generate_series(0, 3) AS n`,
  // Meetings of two years, of two series and of none.
  `INSERT INTO meeting (id, name, other_names, starts_on, ends_on, date_basis, month_day, format)
    SELECT 'mtg_q' || n, ${oneOf(['太湖治理', '大气防治', '长江保护'], 'n')} || '第' || n || '次问会', '{}', ${day('n')},
      CASE WHEN n % 5 = 0 THEN ${day('n')} + 1 END, CASE WHEN n % 15 = 14 THEN 'UNKNOWN' ELSE 'STATED' END::date_basis,
      CASE WHEN n % 15 = 14 THEN '--06-06' END, ${oneOf(['IN_PERSON', 'VIDEO', 'HYBRID'], 'n')}::meeting_format
    FROM generate_series(0, 59) AS n`,
  `INSERT INTO meeting (id, name, other_names, date_basis, merged_into_id) VALUES ('mtg_q99', '问会', '{}', 'UNKNOWN', 'mtg_q0')`,
  `INSERT INTO meeting_place (meeting_id, area_code, ordinal) SELECT 'mtg_q' || n, ${oneOf(PLACES, 'n')}, 0
    FROM generate_series(0, 59) AS n WHERE n % 11 <> 10`,
  `INSERT INTO meeting_series (id, name, organisation_id) VALUES ('ser_q0', '太湖问会', 'org_q0'), ('ser_q1', '大气问会', 'org_q1')`,
  // A session is missing, and a number is claimed twice.
  `INSERT INTO meeting_session (meeting_id, series_id, ordinal) SELECT 'mtg_q' || n, 'ser_q' || n % 3, CASE n WHEN 18 THEN 6 ELSE n / 3 + 1 END
    FROM generate_series(0, 59) AS n WHERE n % 3 < 2 AND n <> 31`,
  `INSERT INTO participation (id, meeting_id, person_id, roles, ordinal, name_as_printed)
    SELECT md5('par' || n || ' ' || k), 'mtg_q' || n, p.id, ARRAY[${oneOf(['CHAIR', 'SPEAKER', 'ATTENDEE', 'ATTENDEE'], 'k')}]::participation_role[], k, p.name
    FROM generate_series(0, 59) AS n CROSS JOIN generate_series(0, 3) AS k JOIN person AS p ON p.id = 'per_q' || ${partner('n', 'k')}
    WHERE k <= n % 4`,
  `INSERT INTO participation (id, meeting_id, organisation_id, roles, ordinal, name_as_printed)
    SELECT md5('bod' || n || ' ' || k), 'mtg_q' || n, o.id, '{ATTENDEE}', 4 + k, o.name
    FROM generate_series(0, 59) AS n CROSS JOIN generate_series(0, 1) AS k JOIN organisation AS o ON o.id = 'org_q' || (n + k * (1 + n / 4 % 3)) % 12
    WHERE n % 2 = 0 AND (k = 0 OR n % 4 = 0)`,
  `INSERT INTO participation_position (participation_id, position_id) SELECT p.id, o.id FROM participation AS p
    JOIN position AS o ON o.person_id = p.person_id AND o.id = md5('pos' || substr(p.person_id, 6) || ' 0') WHERE p.ordinal < 2`,
  `INSERT INTO agreement (id, title, kind, signed_on, meeting_id) SELECT 'agr_q' || n, '问湖' || n || ${oneOf(['备忘录', '合作协议', '宣言'], 'n')},
      ${oneOf(['MEMORANDUM', 'AGREEMENT', 'DECLARATION'], 'n')}::agreement_kind, ${day('2 * n')}, CASE WHEN n % 6 <> 5 THEN 'mtg_q' || 2 * n END
    FROM generate_series(0, 29) AS n`,
  `INSERT INTO signature (id, agreement_id, organisation_id, signer_id, implied, ordinal)
    SELECT md5('sig' || n || ' ' || k), 'agr_q' || n, 'org_q' || (n + k * 3) % 12, CASE WHEN n % 3 = k THEN 'per_q' || n % 20 END, n % 5 = 0, k
    FROM generate_series(0, 29) AS n CROSS JOIN generate_series(0, 1) AS k`,
  `INSERT INTO signature (id, agreement_id, area_code, implied, ordinal)
    SELECT md5('are' || n || p.code), 'agr_q' || n, p.code, false, 2 + p.place
    FROM generate_series(0, 29) AS n CROSS JOIN unnest(ARRAY['${PROVINCES.join("','")}', 'SG']) WITH ORDINALITY AS p(code, place)
    WHERE CASE WHEN p.code = 'SG' THEN n % 7 = 0 WHEN n % 4 = 0 THEN TRUE ELSE n % 4 = 2 AND p.place <= 2 END`,
  `INSERT INTO source_document (id, name, url, sha256, media_type, bytes, retrieved_at)
    SELECT 'doc_q' || n, '问' || n || '.html', CASE WHEN n % 5 <> 4 THEN 'https://wen.example/' || n END, md5('doc' || n), 'text/html', '',
      timestamptz '2025-01-01 08:00+08' + n * interval '7 hours' FROM generate_series(0, 59) AS n`,
  // The first forty articles report a meeting each, five more the first meetings again, and the others none.
  `INSERT INTO article (id, document_id, ordinal, headline, text, publisher, published_on, script, paragraphs, source_offsets, warnings, claims,
      extractor, keywords, keyword_weights)
    SELECT 'art_q' || n, 'doc_q' || n, 0, CASE WHEN n % 9 <> 8 THEN '问讯' || n END,
      ${oneOf(['太湖蓝藻防控会议召开', '大气污染防治会议召开', '长江禁渔会议召开'], 'n')} || '，这是第' || n || '篇问讯，后面还有许多要说的话。',
      CASE WHEN n % 10 <> 9 THEN ${oneOf(['湖州问报', '新华问社', '人民问报'], 'n')} END, date '2024-01-11' + 12 * (n % 40), 'HANS', '[]', '', '[]', '[]', 1,
      CASE WHEN n % 40 >= 28 THEN ARRAY['蓝藻', '防控'] || CASE WHEN n % 3 = 0 THEN ARRAY['预警'] ELSE '{}' END
        ELSE ARRAY['防控', ${oneOf(['太湖', '大气', '长江'], 'n')}] END,
      ARRAY[9, 8]::float8[] || CASE WHEN n % 40 >= 28 AND n % 3 = 0 THEN ARRAY[7]::float8[] ELSE '{}' END
    FROM generate_series(0, 51) AS n`,
  `UPDATE article SET superseded_by_id = 'art_q0' WHERE id = 'art_q50'`,
  `UPDATE article SET published_on = NULL WHERE id = 'art_q51'`,
  `UPDATE article SET duplicate_of_id = 'art_q1', similarity = 0.9 WHERE id IN ('art_q41', 'art_q42')`,
  `UPDATE article SET is_spun = TRUE WHERE id = 'art_q42'`,
  `INSERT INTO evidence (id, article_id, meeting_id, ${EVIDENCE}) SELECT 'evi_m' || n, a.id, 'mtg_q' || n % 40, ${words('0')}
    FROM generate_series(0, 44) AS n JOIN article AS a ON a.id = 'art_q' || n WHERE n <> 42`,
  ...['person', 'organisation'].map(
    (
      kind,
    ) => `INSERT INTO evidence (id, article_id, ${kind}_id, ${EVIDENCE}) SELECT 'evi_${kind}' || a.id || p.id, a.id, p.${kind}_id, ${words('2 + p.ordinal')}
      FROM evidence AS m JOIN article AS a ON a.id = m.article_id JOIN participation AS p ON p.meeting_id = m.meeting_id
      WHERE m.id LIKE 'evi_m%' AND p.${kind}_id IS NOT NULL`,
  ),
  `INSERT INTO evidence (id, article_id, participation_id, ${EVIDENCE}) SELECT 'evi_part' || a.id || p.id, a.id, p.id, ${words('2 + p.ordinal')}
    FROM evidence AS m JOIN article AS a ON a.id = m.article_id JOIN participation AS p ON p.meeting_id = m.meeting_id WHERE m.id LIKE 'evi_m%'`,
  `INSERT INTO evidence (id, article_id, position_id, ${EVIDENCE}) SELECT 'evi_post' || a.id || l.position_id, a.id, l.position_id, ${words('9 + p.ordinal')}
    FROM evidence AS m JOIN article AS a ON a.id = m.article_id JOIN participation AS p ON p.meeting_id = m.meeting_id
      JOIN participation_position AS l ON l.participation_id = p.id WHERE m.id LIKE 'evi_m%'`,
  `INSERT INTO evidence (id, article_id, agreement_id, ${EVIDENCE}) SELECT 'evi_agr' || a.id, a.id, g.id, ${words('14')}
    FROM evidence AS m JOIN article AS a ON a.id = m.article_id JOIN agreement AS g ON g.meeting_id = m.meeting_id WHERE m.id LIKE 'evi_m%'`,
  `INSERT INTO evidence (id, article_id, signature_id, ${EVIDENCE}) SELECT 'evi_sig' || a.id || s.id, a.id, s.id, ${words('15 + s.ordinal')}
    FROM evidence AS m JOIN article AS a ON a.id = m.article_id JOIN agreement AS g ON g.meeting_id = m.meeting_id
      JOIN signature AS s ON s.agreement_id = g.id WHERE m.id LIKE 'evi_m%'`,
  // Two articles say differently when, where and under whom the first meeting was held.
  `UPDATE meeting SET statements = jsonb_build_array(
      jsonb_build_object('articleId', 'art_q40', 'publishedOn', '2024-01-11', 'startsOn', '2024-01-11', 'endsOn', NULL, 'dateBasis', 'STATED',
        'monthDay', NULL, 'places', '["310118"]'::jsonb, 'chairs', '[]'::jsonb),
      jsonb_build_object('articleId', 'art_q0', 'publishedOn', '2024-01-11', 'startsOn', '2024-01-10', 'endsOn', '2024-01-11', 'dateBasis', 'STATED',
        'monthDay', NULL, 'places', '["330500", "330100"]'::jsonb, 'chairs', '[{"id": "per_q99", "name": "王一"}]'::jsonb)),
    contradictions = '[{"field": "DATE", "alternatives": [{"values": ["2024-01-10"], "articleIds": ["art_q0"]}, {"values": ["2024-01-11"], "articleIds": ["art_q40"]}]},
      {"field": "PLACE", "alternatives": [{"values": ["330500"], "articleIds": ["art_q0"]}, {"values": ["310118"], "articleIds": ["art_q40"]}]}]'
    WHERE id = 'mtg_q0'`,
  `INSERT INTO identity_home (id, kind, root) VALUES ('mtg_q0', 'meeting', 'mtg_q0')`,
  `INSERT INTO mention (article_id, ordinal, kind, name, home, keys) VALUES ('art_q0', 0, 'meeting', '太湖治理问会', 'mtg_q0', '{}'),
    ('art_q40', 1, 'meeting', '太湖治理第零次问会', 'mtg_q0', '{}'), ('art_q40', 2, 'meeting', '问会', 'mtg_q0', '{}')`,
  `UPDATE agreement SET contradictions = '[{"field": "SIGNED_ON", "alternatives": [{"values": ["2024-01-10"], "articleIds": ["art_q0"]}, {"values": ["2024-01-11"], "articleIds": ["art_q40"]}]}]'
    WHERE id = 'agr_q0'`,
  `INSERT INTO indicator (id, area_code, organisation_id, measure, form, value, unit, bound, printed, planned, starts_on, ends_on)
    SELECT md5('ind' || n), CASE WHEN n % 2 = 0 THEN ${oneOf(PLACES, 'n')} END, CASE WHEN n % 2 = 1 THEN 'org_q' || n END,
      ${oneOf(['问浓度', '问项目'], 'n')}, 'LEVEL', 20 + n, ${oneOf(['ug/m3', '个'], 'n')}, 'EXACT', (20 + n) || '', n % 5 = 0,
      date '2024-01-01', date '2024-12-31' FROM generate_series(0, 9) AS n`,
  `INSERT INTO indicator (id, meeting_id, measure, form, value, unit, bound, printed, planned)
    SELECT md5('del' || n), 'mtg_q' || n, '问代表', 'LEVEL', 100 * n, '名', 'AT_LEAST', 100 * n || '余名', false FROM generate_series(2, 4) AS n`,
  `INSERT INTO quarantined_document (id, name, sha256, bytes, code, reason, quarantined_at)
    SELECT 'qua_' || n, '坏' || n || '.html', md5('bad' || n), '', ${oneOf(['NO_TEXT', 'NOT_UTF8'], 'n')}, '坏', timestamptz '2025-02-01 00:00Z' + n * interval '1 hour'
    FROM generate_series(0, 4) AS n`,
  `INSERT INTO identity_decision (id, action, judgement, entity_type, entity_id, other_id, score, reasons, decided_by, decided_at, reverted_at)
    SELECT ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0')), ${oneOf(['MERGE', 'RENAME'], 'n')}::decision_action, 'SAME', 'person', 'per_q' || n % 24, NULL, 1,
      '{问}', ${oneOf(['甲审', '乙审'], 'n / 3')}, timestamptz '2025-03-01 00:00Z' + n * interval '1 minute', CASE WHEN n % 10 = 0 THEN timestamptz '2025-04-01 00:00Z' END
    FROM generate_series(0, 129) AS n`,
];

const SEARCHED = {
  ARTICLE: 'article',
  MEETING: 'meeting',
  PERSON: 'person',
  ORGANISATION: 'organisation',
  AGREEMENT: 'agreement',
} as const;

/** Fills a fresh database with the seed pages, read by the whole pipeline, and with the invented rows. */
export async function fillQuestionGraph(database: Database): Promise<void> {
  await prepareGraph(database);
  await seed(database);
  for (const statement of ROWS) {
    try {
      await database.pool.query(statement);
    } catch (error) {
      throw new Error(`${statement}\n${(error as Error).message}`);
    }
  }
  for (const [type, table] of Object.entries(SEARCHED)) {
    const { rows } = await database.pool.query<{ id: string }>(
      `SELECT id FROM ${table} WHERE id LIKE '%\\_q%'`,
    );
    await indexEntities(
      database.kysely,
      rows.map(({ id }) => ({ type: type as keyof typeof SEARCHED, id })),
    );
  }
  await database.pool.query('ANALYZE');
}
