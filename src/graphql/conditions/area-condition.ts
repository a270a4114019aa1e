import { sql } from 'kysely';
import { Area } from '../builder/entities.ts';
import { type Grouping, groupByEach } from '../read-plan/grouping.ts';
import { col, type Row, type Sql, type TableName } from '../read-plan/sql.ts';

/** Whether the area code `code` is that of the area `within` or of one below it. */
export function areaWithin(code: Sql, within: Sql): Sql {
  // An array, and not IN: an index finds its members also where another condition would do.
  return sql`${code} = ANY (ARRAY(WITH RECURSIVE below(code) AS (
    SELECT ${within} UNION SELECT a.code FROM area AS a JOIN below ON a.parent_code = below.code
  ) SELECT code FROM below))`;
}

/** The code of the area of a row, or of its organisation; NULL where neither has one. */
export function areaOf<T extends 'position' | 'signature' | 'indicator'>(row: Row<T>): Sql {
  return sql`coalesce(${col(row, 'area_code')},
    (SELECT o.area_code FROM organisation AS o WHERE o.id = ${col(row, 'organisation_id')}))`;
}

/** Whether a row is of the area `within` or one below it: itself, or, where it has no area, its organisation. */
export function isOfArea<T extends 'position' | 'signature' | 'indicator'>(row: Row<T>, within: Sql): Sql {
  const bodies = sql`SELECT o.id FROM organisation AS o WHERE ${areaWithin(sql`o.area_code`, within)}`;
  return sql`(${areaWithin(col(row, 'area_code'), within)}
    OR ${col(row, 'area_code')} IS NULL AND ${col(row, 'organisation_id')} = ANY (ARRAY(${bodies})))`;
}

/** The area with the code `code` and those above it, as a derived table of area rows with their `distance` from it. */
function areaLine(code: Sql): Sql {
  return sql`(WITH RECURSIVE above AS (
    SELECT a.*, 0 AS distance FROM area AS a WHERE a.code = ${code}
    UNION ALL SELECT a.*, above.distance + 1 FROM area AS a JOIN above ON a.code = above.parent_code
  ) SELECT * FROM above)`;
}

/** The full name of an area, 浙江省湖州市, without the country; of a state its name. */
export function areaPath(code: Sql): Sql {
  const named = sql`line.distance = 0 OR (line.level <> 'COUNTRY' AND line.name NOT LIKE '%辖区')`;
  return sql`(SELECT string_agg(line.name, '' ORDER BY line.distance DESC) FILTER (WHERE ${named})
    FROM ${areaLine(code)} AS line)`;
}

/** A grouping by areas, in full; `codes` is a SELECT of the codes of a row's areas. */
export function areaGrouping<T extends TableName>(
  description: string,
  codes: (row: Row<T>) => Sql,
): Grouping<T> {
  return groupByEach(description, {
    entities: [Area],
    several: (row: Row<T>) => sql`SELECT ${areaPath(sql`c.code`)}, c.code FROM (${codes(row)}) AS c(code)`,
  });
}

/** A grouping by the provinces in which areas lie; those outside provinces have no key. */
export function provinceGrouping<T extends TableName>(
  description: string,
  codes: (row: Row<T>) => Sql,
): Grouping<T> {
  return groupByEach(description, {
    entities: [Area],
    several: (
      row: Row<T>,
    ) => sql`SELECT province.name, province.code FROM (${codes(row)}) AS c(code) LEFT JOIN LATERAL
      (SELECT line.* FROM ${areaLine(sql`c.code`)} AS line WHERE line.level = 'PROVINCE') AS province ON TRUE`,
  });
}
