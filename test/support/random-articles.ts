import fc from 'fast-check';
import type { Claim } from '../../src/extraction/claim.ts';
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

const claimArticle = fc
  .record({
    people: fc.uniqueArray(someone, { maxLength: 2, selector: ({ name }) => name }),
    held: fc.option(held, { nil: null }),
    title: fc.constantFrom(null, '共建甲湖合作协议', '合作协议'),
    parties: fc.subarray(bodies),
    publishedOn: fc.constantFrom(null, '2020-06-07', '2021-06-07'),
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
    return { publishedOn: one.publishedOn, claims };
  });

/** Articles about a small world, in which names, bodies, series and titles clash all the time. */
export const randomArticles = fc
  .array(claimArticle, { minLength: 2, maxLength: 7 })
  .map((all) => all.map((article, index): ClaimArticle => ({ ...article, name: `page-${index}` })));
