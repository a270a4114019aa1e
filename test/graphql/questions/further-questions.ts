import { listed, type Question } from './question.ts';

const REPORTED = 'SELECT article_id AS id, meeting_id FROM evidence WHERE meeting_id IS NOT NULL';

/** Questions over what lies two and three lists away. */
export const FURTHER_QUESTIONS: readonly Question[] = [
  listed('B1', 'Articles that report a meeting in person', 'articles', {
    where: { meetings: { format: ['IN_PERSON'] } },
    ids: `SELECT r.id FROM (${REPORTED}) AS r JOIN meeting AS m ON m.id = r.meeting_id WHERE m.format = 'IN_PERSON'`,
  }),
  listed('B2', 'Meetings that a publisher reported', 'meetings', {
    where: { articles: { publisher: { equals: '湖州问报' } } },
    ids: `SELECT r.meeting_id FROM (${REPORTED}) AS r JOIN article AS a ON a.id = r.id WHERE a.publisher = '湖州问报'`,
  }),
  listed('B3', 'Who came for an organisation', 'participations', {
    where: { body: 'org_q3' },
    ids: `SELECT id FROM participation WHERE organisation_id = 'org_q3' UNION SELECT l.participation_id FROM participation_position AS l
      JOIN position AS o ON o.id = l.position_id WHERE o.organisation_id = 'org_q3'`,
  }),
  listed('B4', 'Agreements of which nobody is named who signed', 'agreements', {
    where: { signer: null, title: { startsWith: '问湖' } },
    ids: `SELECT id FROM agreement WHERE title LIKE '问湖%' EXCEPT SELECT agreement_id FROM signature WHERE signer_id IS NOT NULL`,
  }),
  listed('B5', 'Posts of those who met in an area', 'positions', {
    where: { holder: { participation: { roles: ['CHAIR'], at: { area: '320500' } } } },
    ids: `SELECT o.id FROM position AS o JOIN participation AS p ON p.person_id = o.person_id JOIN meeting_place AS a ON a.meeting_id = p.meeting_id
      WHERE 'CHAIR' = ANY (p.roles) AND a.area_code LIKE '3205%'`,
  }),
  listed('B6', 'Signatures of departments for which somebody is named', 'signatures', {
    where: { organisation: { classification: ['DEPARTMENT'] }, not: { signer: null } },
    ids: `SELECT s.id FROM signature AS s JOIN organisation AS o ON o.id = s.organisation_id WHERE o.classification = 'DEPARTMENT' AND s.signer_id IS NOT NULL`,
  }),
  listed('B7', 'Meetings of series of this name', 'meetings', {
    where: { inSeries: { name: { startsWith: '大氣' } } },
    ids: `SELECT n.meeting_id FROM meeting_session AS n JOIN meeting_series AS s ON s.id = n.series_id WHERE s.name LIKE '大气%'`,
  }),
  listed('B8', 'Series that met in an area since a day', 'meetingSeries', {
    where: { meetings: { area: '310118', date: { from: '2025-09-01' } } },
    ids: `SELECT n.series_id FROM meeting_session AS n JOIN meeting AS m ON m.id = n.meeting_id JOIN meeting_place AS p ON p.meeting_id = m.id
      WHERE m.starts_on >= '2025-09-01' AND p.area_code = '310118'`,
  }),
  listed('B9', 'Meetings with a number of 300 delegates and more', 'meetings', {
    where: { indicator: { measure: { equals: '问代表' }, value: { from: '300' } } },
    ids: `SELECT meeting_id FROM indicator WHERE measure = '问代表' AND value >= 300`,
  }),
  listed('B10', 'Numbers of the parts of an organisation', 'indicators', {
    where: { inOrganisation: { partOf: { name: { equals: '甲问厅' } } } },
    ids: `SELECT i.id FROM indicator AS i JOIN organisation AS o ON o.id = i.organisation_id JOIN organisation AS p ON p.id = o.parent_id WHERE p.name = '甲问厅'`,
  }),
  listed('B11', 'Numbers of meetings that a person chaired', 'indicators', {
    where: { at: { participation: { participant: 'per_q2', roles: ['CHAIR'] } } },
    ids: `SELECT i.id FROM indicator AS i JOIN participation AS p ON p.meeting_id = i.meeting_id WHERE p.person_id = 'per_q2' AND 'CHAIR' = ANY (p.roles)`,
  }),
  listed('B12', 'Organisations of which a number is stated', 'organisations', {
    where: { indicator: {} },
    ids: 'SELECT organisation_id FROM indicator WHERE organisation_id IS NOT NULL',
  }),
  listed('B13', 'Articles of pages of a site', 'articles', {
    where: { document: { url: { contains: 'wen.example' } } },
    ids: `SELECT a.id FROM article AS a JOIN source_document AS d ON d.id = a.document_id WHERE d.url LIKE '%wen.example%' AND a.superseded_by_id IS NULL`,
  }),
  listed('B14', 'Pages that carry an article without a day', 'documents', {
    where: { articles: { publishedOn: null } },
    ids: 'SELECT document_id FROM article WHERE published_on IS NULL',
  }),
  listed('B15', 'Numbers of no area', 'indicators', {
    where: { area: null, measure: { contains: '问' } },
    ids: `SELECT i.id FROM indicator AS i LEFT JOIN organisation AS o ON o.id = i.organisation_id
      WHERE coalesce(i.area_code, o.area_code) IS NULL AND i.measure LIKE '%问%'`,
  }),
  listed('B16', 'Meetings of no series', 'meetings', {
    where: { series: null },
    ids: 'SELECT id FROM meeting WHERE merged_into_id IS NULL EXCEPT SELECT meeting_id FROM meeting_session',
  }),
  listed('B17', 'Agreements signed at meetings that a person chaired', 'agreements', {
    where: { at: { participation: { participant: 'per_q4', roles: ['CHAIR'] } } },
    ids: `SELECT a.id FROM agreement AS a JOIN participation AS p ON p.meeting_id = a.meeting_id WHERE p.person_id = 'per_q4' AND 'CHAIR' = ANY (p.roles)`,
  }),
  listed('B18', 'Agreements with a signature that is implied', 'agreements', {
    where: { signature: { implied: true } },
    ids: 'SELECT agreement_id FROM signature WHERE implied',
  }),
  listed('B19', 'Who signed agreements', 'people', {
    where: { agreement: {} },
    ids: 'SELECT signer_id FROM signature WHERE signer_id IS NOT NULL',
  }),
  listed('B20', 'All articles but those that were spun', 'articles', {
    where: { isSpun: false },
    ids: 'SELECT id FROM article WHERE NOT is_spun AND superseded_by_id IS NULL',
  }),
];
