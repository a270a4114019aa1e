import type { BodyReading } from './body-reading.ts';
import { readBodyOfBody, readFixedBody } from './fixed-bodies.ts';
import { createMention, type OrganisationMention } from './organisation-mention.ts';

/** The ministry that the full name of an office of its own begins with: 水利部长江水利委员会. */
const MINISTRY_OF = /^(?:生态环境部|水利部)(?=.)/;

/** A body whose full name begins with its ministry, and the ministry; null for others. */
function readOffice(text: string, body: OrganisationMention): BodyReading | null {
  const { start, end } = body;
  const ministry = MINISTRY_OF.exec(text.slice(start, end))?.[0];
  if (!ministry) return null;
  const span = { start, end: start + ministry.length };
  const owner = createMention(span, ministry, 'GOVERNMENT', { rule: 'ministry before its office' });
  return { end, mentions: [owner, { ...body, rule: 'body with a fixed name', parent: ministry }] };
}

/** A body, with what belongs to it: 生态环境部西南督察局 names the ministry and its office. */
function readFixed(text: string, body: OrganisationMention, limit: number): BodyReading {
  const part = readBodyOfBody(text, body, limit);
  const rule = 'body with a fixed name';
  if (!part) return readOffice(text, body) ?? { end: body.end, mentions: [{ ...body, rule }] };
  const named = { ...part, rule: 'fixed body + ending of a part of it' };
  const both = body.classification === 'GOVERNMENT' && part.classification === 'DEPARTMENT';
  return { end: part.end, mentions: both ? [{ ...body, rule }, named] : [named] };
}

/** Ministries that every state has under one name. */
const HOME_MINISTRY =
  /^(?:外交部|国防部|教育部|财政部|司法部|公安部|商务部|水利部|文化部|农业部|卫生部|民政部|交通运输部|国家安全部)$/;

/**
 * Reads a body with a fixed name, and the part of it that is named behind it; null where none begins at `at`. `abroad`
 * where the text speaks of another state: a bare 外交部 is then not China's.
 */
export function readFixedBodies(
  text: string,
  at: number,
  limit: number,
  abroad: boolean,
): BodyReading | null {
  const body = readFixedBody(text, at, limit);
  if (!body || (abroad && HOME_MINISTRY.test(text.slice(body.start, body.end)))) return null;
  return readFixed(text, body, limit);
}
