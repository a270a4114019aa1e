import { type RawBuilder, sql } from 'kysely';
import type { EntityType } from './entity-type.ts';

/** The areas of the meetings that the article `a` tells of. */
export const ARTICLE_AREAS = sql`ARRAY(SELECT DISTINCT p.area_code FROM evidence AS e
  JOIN meeting_place AS p ON p.meeting_id = e.meeting_id WHERE e.article_id = a.id)`;

/** Who and what the article `a` tells of. */
export const ARTICLE_RELATED = sql`ARRAY(
  SELECT DISTINCT coalesce(e.person_id, e.organisation_id, e.meeting_id, e.agreement_id) FROM evidence AS e
  WHERE e.article_id = a.id AND coalesce(e.person_id, e.organisation_id, e.meeting_id, e.agreement_id) IS NOT NULL
  UNION SELECT n.series_id FROM evidence AS e JOIN meeting_session AS n ON n.meeting_id = e.meeting_id
  WHERE e.article_id = a.id)`;

/** A day as it is written: 2022年8月17日. */
const writeDay = (day: RawBuilder<unknown>) => sql`to_char(${day}, 'FMYYYY"年"FMMM"月"FMDD"日"')`;

/** The most days of one meeting that are written out. */
const MAX_DAYS = 31;

/** The days of the meeting `m`, each as a text; the month and day where the year is not known. */
const MEETING_DAYS = sql`CASE
  WHEN m.starts_on IS NOT NULL THEN (SELECT json_agg(${writeDay(sql`day`)} ORDER BY day) FROM
    generate_series(m.starts_on, least(coalesce(m.ends_on, m.starts_on), m.starts_on + ${sql.lit(MAX_DAYS - 1)}), interval '1 day') AS day)
  WHEN m.month_day IS NOT NULL THEN json_build_array(ltrim(split_part(m.month_day, '-', 1), '0') || '月' || ltrim(split_part(m.month_day, '-', 2), '0') || '日')
  END`;

/** The path of an area, from the province down: 江苏省南京市. Of a state its name. */
const areaPath = (code: RawBuilder<unknown>) => sql`(
  WITH RECURSIVE step AS (
    SELECT a.name, a.parent_code, 0 AS height FROM area AS a WHERE a.code = ${code}
    UNION ALL SELECT a.name, a.parent_code, step.height + 1 FROM step JOIN area AS a ON a.code = step.parent_code
      WHERE a.level <> 'COUNTRY'
  ) SELECT string_agg(name, '' ORDER BY height DESC) FROM step)`;

/** The places of the meeting with this id, each with those above it. */
const meetingPlaces = (id: RawBuilder<unknown>) => sql`(
  SELECT json_agg(${areaPath(sql`p.area_code`)} ORDER BY p.ordinal, p.area_code) FROM meeting_place AS p
  WHERE p.meeting_id = ${id})`;

/** Who took part in the meeting `m`, each with the posts held there, their bodies, and what they did: 李强 国务院总理 主持. */
const PARTICIPANTS = sql`(SELECT json_agg(concat_ws(' ', n.name, o.name, posts.titles, posts.bodies,
      CASE WHEN 'CHAIR' = ANY (p.roles) THEN '主持' END)
    ORDER BY p.ordinal, n.name, o.name, posts.titles, posts.bodies, p.id)
  FROM participation AS p
    LEFT JOIN person AS n ON n.id = p.person_id LEFT JOIN organisation AS o ON o.id = p.organisation_id
    CROSS JOIN LATERAL (SELECT string_agg(DISTINCT s.title, ' ' ORDER BY s.title) AS titles,
        string_agg(DISTINCT b.name, ' ' ORDER BY b.name) FILTER (WHERE strpos(s.title, b.name) = 0) AS bodies
      FROM participation_position AS held JOIN position AS s ON s.id = held.position_id
        LEFT JOIN organisation AS b ON b.id = s.organisation_id
      WHERE held.participation_id = p.id) AS posts
  WHERE p.meeting_id = m.id)`;

/** The series of the meeting with this id, each with the number of the session: 国务院全体会议 第12次. */
const meetingSeries = (id: RawBuilder<unknown>) => sql`(
  SELECT json_agg(s.name || ' 第' || n.ordinal || '次' ORDER BY s.name, n.ordinal) FROM meeting_session AS n
  JOIN meeting_series AS s ON s.id = n.series_id WHERE n.meeting_id = ${id})`;

/** The names of the area `a` in speech; 浙 alone is none. */
const AREA_NAMES = sql`array_to_json(ARRAY[a.name] || ARRAY(SELECT s FROM unnest(a.short_names) AS s WHERE length(s) > 1))`;

/** The posts of the person `n` with the last day on which each was observed, as `Post`. */
const POSTS = sql`(SELECT json_agg(post ORDER BY title, role, body, areas::text) FROM (
  SELECT p.title, p.role, o.name AS body, p.area_code IS NOT NULL AS "isOfArea", max(p.observed_on) AS "observedOn",
    CASE WHEN a.code IS NOT NULL THEN ${AREA_NAMES} END::jsonb AS areas
  FROM position AS p LEFT JOIN organisation AS o ON o.id = p.organisation_id
    LEFT JOIN area AS a ON a.code = coalesce(p.area_code, o.area_code)
  WHERE p.person_id = n.id GROUP BY p.title, p.role, o.name, p.area_code IS NOT NULL, a.code) AS post)`;

/** The period of the indicator `i` as it is written: 2025年, 2025年上半年, 2025年一季度, 2025年3月, or its days. */
const PERIOD = sql`CASE
  WHEN i.starts_on IS NULL OR i.ends_on IS NULL THEN ${writeDay(sql`coalesce(i.ends_on, i.starts_on)`)}
  WHEN to_char(i.starts_on, 'YYYYMMDD') = to_char(i.ends_on, 'YYYY0101') THEN CASE to_char(i.ends_on, 'MMDD')
    WHEN '1231' THEN to_char(i.ends_on, 'FMYYYY"年"') WHEN '0630' THEN to_char(i.ends_on, 'FMYYYY"年上半年"')
    WHEN '0331' THEN to_char(i.ends_on, 'FMYYYY"年一季度 "FMYYYY"年第一季度"')
    WHEN '0930' THEN to_char(i.ends_on, 'FMYYYY"年前三季度"') ELSE to_char(i.ends_on, 'FMYYYY"年1至"FMMM"月"') END
  WHEN date_trunc('month', i.starts_on) = i.starts_on AND i.ends_on = i.starts_on + interval '1 month - 1 day'
    THEN to_char(i.starts_on, 'FMYYYY"年"FMMM"月"')
  ELSE concat_ws(' ', ${writeDay(sql`i.starts_on`)}, ${writeDay(sql`i.ends_on`)}) END`;

/** What each kind of entity is found by, and what it has to do with: a SELECT of rows as `EntityRow`. */
export const ENTITY_STATEMENTS: Readonly<
  Record<EntityType, (ids: readonly string[]) => RawBuilder<unknown>>
> = {
  ARTICLE: (ids) => sql`SELECT a.id, a.published_on AS happened_on, a.publisher,
      ${ARTICLE_AREAS} AS areas, ${ARTICLE_RELATED} AS related,
      json_build_object('headline', a.headline, 'text', a.text) AS texts
    FROM article AS a WHERE a.id = ANY (${ids}::text[]) AND a.superseded_by_id IS NULL`,
  MEETING: (ids) => sql`SELECT m.id, m.starts_on AS happened_on,
      ARRAY(SELECT p.area_code FROM meeting_place AS p WHERE p.meeting_id = m.id) AS areas,
      ARRAY(SELECT coalesce(p.person_id, p.organisation_id) FROM participation AS p WHERE p.meeting_id = m.id
        UNION SELECT unnest(array_remove(ARRAY[n.series_id, n.organisation_id], NULL))
        FROM meeting_session AS n WHERE n.meeting_id = m.id) AS related,
      json_build_object('name', m.name, 'otherNames', m.other_names, 'series', ${meetingSeries(sql`m.id`)},
        'days', ${MEETING_DAYS}, 'places', ${meetingPlaces(sql`m.id`)}, 'participants', ${PARTICIPANTS}) AS texts
    FROM meeting AS m WHERE m.id = ANY (${ids}::text[]) AND m.merged_into_id IS NULL`,
  PERSON: (ids) => sql`SELECT n.id, NULL AS happened_on,
      ARRAY(SELECT coalesce(p.area_code, o.area_code) FROM position AS p
        LEFT JOIN organisation AS o ON o.id = p.organisation_id
        WHERE p.person_id = n.id AND coalesce(p.area_code, o.area_code) IS NOT NULL) AS areas,
      ARRAY(SELECT DISTINCT p.organisation_id FROM position AS p
        WHERE p.person_id = n.id AND p.organisation_id IS NOT NULL) AS related,
      json_build_object('name', n.name, 'otherNames', n.other_names) AS texts, ${POSTS} AS posts
    FROM person AS n WHERE n.id = ANY (${ids}::text[]) AND n.merged_into_id IS NULL`,
  ORGANISATION: (
    ids,
  ) => sql`SELECT o.id, NULL AS happened_on, array_remove(ARRAY[o.area_code], NULL) AS areas,
      array_remove(ARRAY[o.parent_id], NULL) AS related,
      (SELECT ${AREA_NAMES} FROM area AS a WHERE a.code = o.area_code) AS area_names,
      json_build_object('name', o.name, 'otherNames', o.other_names,
        'area', (SELECT a.name FROM area AS a WHERE a.code = o.area_code)) AS texts
    FROM organisation AS o WHERE o.id = ANY (${ids}::text[]) AND o.merged_into_id IS NULL`,
  AGREEMENT: (ids) => sql`SELECT g.id, g.signed_on AS happened_on,
      ARRAY(SELECT coalesce(s.area_code, o.area_code) FROM signature AS s
        LEFT JOIN organisation AS o ON o.id = s.organisation_id
        WHERE s.agreement_id = g.id AND coalesce(s.area_code, o.area_code) IS NOT NULL
        UNION SELECT p.area_code FROM meeting_place AS p WHERE p.meeting_id = g.meeting_id) AS areas,
      ARRAY(SELECT unnest(array_remove(ARRAY[s.organisation_id, s.signer_id], NULL)) FROM signature AS s WHERE s.agreement_id = g.id
        UNION SELECT g.meeting_id WHERE g.meeting_id IS NOT NULL
        UNION SELECT n.series_id FROM meeting_session AS n WHERE n.meeting_id = g.meeting_id) AS related,
      json_build_object('title', g.title, 'days', ${writeDay(sql`g.signed_on`)},
        'parties', (SELECT json_agg(concat_ws(' ', o.name, a.name, n.name) ORDER BY s.ordinal, coalesce(o.name, a.name))
          FROM signature AS s LEFT JOIN organisation AS o ON o.id = s.organisation_id
          LEFT JOIN area AS a ON a.code = s.area_code LEFT JOIN person AS n ON n.id = s.signer_id
          WHERE s.agreement_id = g.id),
        'meeting', (SELECT m.name FROM meeting AS m WHERE m.id = g.meeting_id),
        'series', ${meetingSeries(sql`g.meeting_id`)}, 'places', ${meetingPlaces(sql`g.meeting_id`)}) AS texts
    FROM agreement AS g WHERE g.id = ANY (${ids}::text[]) AND g.merged_into_id IS NULL`,
  INDICATOR: (ids) => sql`SELECT i.id, i.ends_on AS happened_on,
      array_remove(ARRAY[coalesce(i.area_code, o.area_code)], NULL) AS areas,
      array_remove(ARRAY[i.organisation_id, i.meeting_id], NULL) AS related,
      json_build_object('measure', i.measure, 'subject', coalesce(o.name, a.name, m.name), 'period', ${PERIOD},
        'printed', i.printed) AS texts
    FROM indicator AS i LEFT JOIN organisation AS o ON o.id = i.organisation_id
      LEFT JOIN area AS a ON a.code = i.area_code LEFT JOIN meeting AS m ON m.id = i.meeting_id
    WHERE i.id = ANY (${ids}::text[])`,
};

/** The posts of people: rows with `id` and `posts`. */
export const postsOf = (ids: readonly string[]) =>
  sql`SELECT n.id, ${POSTS} AS posts FROM person AS n WHERE n.id = ANY (${ids}::text[]) AND n.merged_into_id IS NULL`;
