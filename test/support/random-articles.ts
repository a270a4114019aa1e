import fc from 'fast-check';
import type { Claim } from '../../src/extraction/model/claim.ts';
import type { ClaimArticle } from './claim-articles.ts';
import { agreement, meeting, organisation, participation, person, position, signature } from './claims.ts';

/** A small world, in which names, bodies, series and titles clash all the time. */
const bodies = ['甲省委', '乙部', '丙局', '丁集团有限公司'];
const people = ['赵明远', '钱立'];
const someone = fc.record({
  name: fc.constantFrom(...people),
  bodies: fc.subarray(bodies, { maxLength: 2 }),
  isChair: fc.boolean(),
});
const held = fc.record({
  year: fc.constantFrom('2019', '2020', '2021', null),
  day: fc.constantFrom('06-06', '06-06', '06-20'),
  ordinal: fc.constantFrom(null, 8, 9, 10),
  name: fc.constantFrom('甲组工作会议', '甲组专题推进会', '座谈会'),
  place: fc.constantFrom(null, '330500', '310000'),
});

/** What no reader should claim, and what must not be lost all the same: references to nothing, repeats, empty names. */
const FLAWS: Readonly<Record<string, () => Claim[]>> = {
  'signature of a body that is not named': () => [signature('无名局')],
  'signature under no agreement': () => [signature('乙部', { agreement: 'a9' })],
  'signature by nobody who is named': () => [signature('乙部', { signer: '无名氏' })],
  'signature twice': () => [signature('乙部'), signature('乙部', { implied: true })],
  'signature of an area': () => [signature('', { party: { area: '330500' } })],
  'part of nobody who is named': () => [participation('无名氏')],
  'part of a body that is not named': () => [participation('', { participant: { organisation: '无名局' } })],
  'part in no meeting': () => [participation('赵明远', { meeting: 'm9' })],
  'part with a post that is not told': () => [participation('赵明远', { positions: ['无名局局长'] })],
  'part without a name': () => [participation('')],
  'two parts of one name': () => [
    participation('赵明远', { roles: ['CHAIR'] }),
    participation('赵明远', { roles: ['SPEAKER'], order: 5 }),
  ],
  'two meetings with one chair': () => [
    meeting('座谈会', { id: 'm2', startsOn: '2020-06-06', dateBasis: 'STATED', places: ['330500'] }),
    participation('赵明远', { meeting: 'm2', roles: ['CHAIR'] }),
    meeting('座谈会', { id: 'm3', startsOn: '2020-06-06', dateBasis: 'STATED', places: ['330500'] }),
    participation('赵明远', { meeting: 'm3', roles: ['CHAIR'] }),
  ],
  'post of nobody who is named': () => [position('无名氏', '乙部', '部长')],
  'post in a body that is not named': () => [position('赵明远', '无名局', '局长')],
  'post twice': () => [position('赵明远', '乙部', '书记'), position('赵明远', '乙部', '书记')],
  'body with a parent that is not named': () => [organisation('己处', { parent: '无名局' })],
  'body twice': () => [organisation('乙部'), organisation('乙部', { otherNames: ['中央乙部'] })],
  'body without a name': () => [organisation('')],
  'person twice': () => [person('赵明远'), person('赵明远')],
  'person without a name': () => [person('')],
  'series of a body that is not named': () => [
    meeting('庚组第二次会议', {
      id: 'm4',
      sessions: [{ series: '庚组会议', ordinal: 2, organisation: '无名局' }],
    }),
  ],
  'agreement of no meeting': () => [agreement('共建庚湖合作协议', { id: 'a2', meeting: 'm9' })],
};

/** Words of their own for each claim, so that each is found by them. */
const withEvidence = (claims: readonly Claim[]): Claim[] =>
  claims.map((claim, index) => ({
    ...claim,
    evidence: [{ start: index, end: index + 1, sentence: { start: 0, end: claims.length } }],
  }));

const claimArticle = fc
  .record({
    people: fc.uniqueArray(someone, { maxLength: 2, selector: ({ name }) => name }),
    held: fc.option(held, { nil: null }),
    title: fc.constantFrom(null, '共建甲湖合作协议', '合作协议'),
    parties: fc.subarray(bodies),
    publishedOn: fc.constantFrom(null, '2020-06-07', '2021-06-07'),
    flaws: fc.subarray(Object.keys(FLAWS), { maxLength: 4 }),
  })
  .map((one) => {
    const named = [...new Set([...one.people.flatMap((who) => who.bodies), ...one.parties])];
    const claims: Claim[] = [
      ...named.map((name) => organisation(name, { parent: named.find((other) => other !== name) ?? null })),
      ...one.people.flatMap((who) => [
        person(who.name),
        ...who.bodies.map((body) => position(who.name, body, '书记')),
      ]),
    ];
    if (one.held) {
      const { year, day, ordinal, name, place } = one.held;
      claims.push(
        meeting(ordinal === null ? name : `甲组第${ordinal}次工作会议`, {
          startsOn: year === null ? null : `${year}-${day}`,
          dateBasis: year === null ? 'UNKNOWN' : 'STATED',
          monthDay: year === null ? `--${day}` : null,
          places: place === null ? [] : [place],
          sessions:
            ordinal === null ? [] : [{ series: '甲组工作会议', ordinal, organisation: named[0] ?? null }],
        }),
        ...one.people.map((who, order) =>
          participation(who.name, {
            roles: who.isChair ? ['CHAIR'] : ['ATTENDEE'],
            order,
            positions: who.bodies.map((body) => `${body}书记`),
          }),
        ),
      );
    }
    if (one.title)
      claims.push(
        agreement(one.title, { meeting: one.held ? 'm1' : null }),
        ...one.parties.map((body) => signature(body)),
      );
    claims.push(...one.flaws.flatMap((flaw) => FLAWS[flaw]?.() ?? []));
    return { publishedOn: one.publishedOn, claims: withEvidence(claims) };
  });

/** Articles about a small world, in which names, bodies, series and titles clash all the time. */
export const randomArticles = fc
  .array(claimArticle, { minLength: 2, maxLength: 7 })
  .map((all) => all.map((article, index): ClaimArticle => ({ ...article, name: `page-${index}` })));
