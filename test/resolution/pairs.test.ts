import { describe, expect, test } from '@jest/globals';
import type { Claim, SessionRef } from '../../src/extraction/model/claim.ts';
import type { EntityKind } from '../../src/kinds/kinds.ts';
import { clusterMentions } from '../../src/resolution/cluster-mentions.ts';
import { listMentions } from '../../src/resolution/list-mentions.ts';
import {
  agreement,
  meeting,
  organisation,
  participation,
  person,
  position,
  signature,
} from '../support/claims.ts';

type Side = readonly Claim[];

const on = (startsOn: string) => ({ startsOn, dateBasis: 'STATED' as const });
const openYear = { monthDay: '--06-06' };

/** Whether the first mention of a kind in one article and in another are one entity. */
function isOne(
  kind: EntityKind,
  left: Side,
  right: Side,
  publishedOn: string | null = '2023-06-07',
): boolean {
  const mentions = [left, right].map((claims, index) =>
    listMentions({ claims, publishedOn, fingerprint: String(index) }).find(
      (mention) => mention.kind === kind,
    ),
  );
  const mentionGroups = mentions.map((mention) => ({
    keys: (mention?.keys ?? []).map((key) => ({ ...key, weight: 1 })),
    mustLink: null,
  }));
  return clusterMentions(mentionGroups, { links: [], cannotLinks: [] }).length === 1;
}

const who = (name: string, ...posts: [body: string, role: string, area?: string][]): Side => [
  person(name),
  ...posts.flatMap(([body, role, area]) => [
    organisation(body, { area: area ?? null }),
    position(name, body, role),
  ]),
];
const ofArea = (name: string, area: string, role: string): Side => [
  person(name),
  { ...position(name, '', role), organisation: null, area },
];
const titled = (name: string, title: string): Side => [
  person(name),
  { ...position(name, '', title), organisation: null, title },
];
const body = (name: string, area: string | null = null): Side => [organisation(name, { area })];
const session = (series: string, ordinal: number): SessionRef => ({ series, ordinal, organisation: null });
const held = (name: string, more: Parameters<typeof meeting>[1] = {}, ...chairs: string[]): Side => [
  ...chairs.map((chair) => person(chair)),
  meeting(name, more),
  ...chairs.map((chair) => participation(chair, { roles: ['CHAIR'] })),
];
/** A meeting on one day in one place, chaired by the one person of `chair`. */
const chaired = (name: string, chair: Side, day: Parameters<typeof meeting>[1] = on('2023-06-06')): Side => [
  ...chair,
  meeting(name, { ...day, places: ['330100'] }),
  ...chair.flatMap((claim) =>
    claim.kind === 'person' ? participation(claim.name, { roles: ['CHAIR'] }) : [],
  ),
];
const signed = (title: string, parties: string[], more: Parameters<typeof agreement>[1] = {}): Side => [
  ...parties.map((party) => organisation(party)),
  agreement(title, more),
  ...parties.map((party) => signature(party)),
];
const at = (claims: Side, where: Side): Side => [...where, ...claims];

describe('people', () => {
  test.each<[string, Side, Side]>([
    ['one post', who('赵明远', ['甲部', '部长']), who('赵明远', ['甲部', '部长'])],
    ['posts in one body', who('赵明远', ['甲部', '副部长']), who('赵明远', ['甲部', '部长'])],
    [
      'one of several posts',
      who('赵明远', ['甲部', '部长'], ['乙组', '组长']),
      who('赵明远', ['乙组', '组长']),
    ],
    [
      'party and government of one city',
      who('赵明远', ['湖州市委', '书记', '330500']),
      ofArea('赵明远', '330500', '市长'),
    ],
    ['acting and full mayor', ofArea('赵明远', '330500', '代市长'), ofArea('赵明远', '330500', '市长')],
    [
      'minister and premier of one state',
      who('阿里', ['某国外交部', '部长', 'KW']),
      ofArea('阿里', 'KW', '首相'),
    ],
    [
      'a president, as such and as the one elected',
      ofArea('阿里', 'KW', '总统'),
      ofArea('阿里', 'KW', '当选总统'),
    ],
    [
      'a vice president who acts as president',
      ofArea('阿里', 'KW', '副总统'),
      ofArea('阿里', 'KW', '代理总统'),
    ],
    [
      'a president who leads a party too',
      [...ofArea('阿里', 'KW', '总统'), ...who('阿里', ['某国复兴党', '主席', 'KW']).slice(1)],
      who('阿里', ['某国复兴党', '主席', 'KW']),
    ],
    ['a title that belongs to no body', titled('赵明远', '总设计师'), titled('赵明远', '总设计师')],
    [
      'a vice premier who becomes vice president',
      who('赵明远', ['国务院', '副总理']),
      titled('赵明远', '国家副主席'),
    ],
    [
      'a state councillor who becomes vice chair of another organ',
      titled('赵明远', '国务委员'),
      who('赵明远', ['全国政协', '副主席']),
    ],
    [
      'chair of a party and vice chair of the congress',
      who('赵明远', ['中国民主建国会第十二届中央委员会', '主席']),
      who('赵明远', ['全国人大常委会', '副委员长']),
    ],
    [
      'a post that leads the state, held once',
      who('赵明远', ['国务院', '原总理']),
      who('赵明远', ['中共中央政治局', '常委']),
    ],
    [
      'one organ under its name and that of its term',
      who('赵明远', ['全国政协', '秘书长']),
      who('赵明远', ['政协第十四届全国委员会', '秘书长']),
    ],
    [
      'a post, and a seat in the presidium of a meeting',
      who('赵明远', ['甲部', '部长']),
      who('赵明远', ['大会主席团', '执行主席']),
    ],
    ['a post and none', who('赵明远', ['甲部', '部长']), who('赵明远')],
    ['no post twice', who('赵明远'), who('赵明远')],
    [
      'a company with and without its form',
      who('赵明远', ['甲集团有限公司', '董事长']),
      who('赵明远', ['甲集团', '董事长']),
    ],
  ])('are one with %s', (_, left, right) => expect(isOne('person', left, right)).toBe(true));

  test.each<[string, Side, Side]>([
    ['posts in two ministries', who('赵明远', ['甲部', '部长']), who('赵明远', ['乙部', '部长'])],
    ['posts of two cities', ofArea('赵明远', '330500', '市长'), ofArea('赵明远', '310000', '市长')],
    [
      'a department of the city that another leads',
      who('赵明远', ['湖州市教育局', '局长', '330500']),
      ofArea('赵明远', '330500', '市长'),
    ],
    ['another name', who('赵明远', ['甲部', '部长']), who('赵明', ['甲部', '部长'])],
    [
      'the same role in bodies of two places',
      who('赵明远', ['甲县水利局', '局长']),
      who('赵明远', ['乙县水利局', '局长']),
    ],
    [
      'the lead of one province, then of another',
      ofArea('赵明远', '330000', '省长'),
      who('赵明远', ['安徽省委', '书记', '340000']),
    ],
    [
      'the lead of a province, and of the state',
      ofArea('赵明远', '330000', '省长'),
      titled('赵明远', '国务委员'),
    ],
    [
      'a seat among thousands, and a post that leads the state',
      who('赵明远', ['全国政协', '委员']),
      who('赵明远', ['国务院', '副总理']),
    ],
    [
      'one deputy of several, and a post that leads the state',
      who('赵明远', ['全国人大常委会', '副秘书长']),
      who('赵明远', ['全国政协', '副主席']),
    ],
    [
      'a branch of a party, and the centre of another',
      who('赵明远', ['民建湖州市委', '主席', '330500']),
      who('赵明远', ['民盟中央', '主席']),
    ],
    [
      'a ministry, and a post that leads the state',
      who('赵明远', ['甲部', '部长']),
      who('赵明远', ['国务院', '副总理']),
    ],
    ['a president and a premier of one state', ofArea('阿里', 'KW', '总统'), ofArea('阿里', 'KW', '总理')],
    [
      'a page that names a president and a premier of one state alike',
      [...ofArea('阿里', 'KW', '总统'), ...ofArea('阿里', 'KW', '总理').slice(1)],
      ofArea('阿里', 'KW', '总统'),
    ],
    [
      'the premier of a state, and the premier here',
      ofArea('阿里', 'KW', '首相'),
      who('阿里', ['国务院', '总理']),
    ],
    [
      'ministers of two states of one transcribed name',
      who('穆罕默德', ['甲国外交部', '部长', 'KW']),
      who('穆罕默德', ['乙国外交部', '部长', 'SA']),
    ],
    [
      'the lead of some city, and a minister',
      who('赵明远', ['市委', '书记']),
      who('赵明远', ['甲部', '部长']),
    ],
    ['the lead of some city, on two pages', who('赵明远', ['市委', '书记']), who('赵明远', ['市委', '书记'])],
    [
      'the lead of some city, in two ministries besides',
      who('赵明远', ['甲部', '部长'], ['市委', '书记']),
      who('赵明远', ['乙部', '部长'], ['市委', '书记']),
    ],
    ['rulers of two states', ofArea('阿里', 'KW', '首相'), ofArea('阿里', 'SA', '首相')],
    [
      'a page that names rulers of two states alike',
      [...ofArea('阿里', 'KW', '首相'), ...ofArea('阿里', 'SA', '首相')],
      ofArea('阿里', 'SA', '首相'),
    ],
  ])('are two with %s', (_, left, right) => expect(isOne('person', left, right)).toBe(false));
});

describe('organisations', () => {
  test.each<[string, Side, Side]>([
    ['one name', body('江苏省生态环境厅', '320000'), body('江苏省生态环境厅', '320000')],
    ['政府 and 人民政府', body('江苏省政府', '320000'), body('江苏省人民政府', '320000')],
    ['a company with and without its form', body('甲港集团有限公司'), body('甲港集团')],
    ['a name that begins as a place would', body('市场监管总局'), body('市场监管总局')],
  ])('are one with %s', (_, left, right) => expect(isOne('organisation', left, right)).toBe(true));

  test.each<[string, Side, Side]>([
    ['one short name in two provinces', body('省生态环境厅', '320000'), body('省生态环境厅', '340000')],
    ['a renamed body: the old one ended', body('环境保护部'), body('生态环境部')],
    ['the party committee of some city', body('市委'), body('市委')],
    ['a hospital of some county', body('县人民医院'), body('县人民医院')],
    ['the presidium of some meeting', body('大会主席团'), body('大会主席团')],
    ['a body and its part', body('科技部'), body('科技部社会发展科技司')],
    ['a province and a city of like name', body('吉林省政府', '220000'), body('吉林市政府', '220200')],
  ])('are two with %s', (_, left, right) => expect(isOne('organisation', left, right)).toBe(false));
});

describe('meetings', () => {
  const ninth = { sessions: [session('甲组工作会议', 9)] };
  test.each<[string, Side, Side]>([
    [
      'one session',
      held('甲组第九次工作会议', { ...ninth, ...on('2023-06-06') }),
      held('甲组第9次会议', { ...ninth, ...on('2023-06-06') }),
    ],
    [
      'one session, the year open in one',
      held('甲组第九次工作会议', { ...ninth, ...openYear }),
      held('甲组第九次工作会议', { ...ninth, ...on('2020-06-06') }),
    ],
    [
      'one session, the year in the name of one and the day of the other',
      held('2022年第一次集体学习', { sessions: [session('2022年集体学习', 1)] }),
      held('二〇二二年第一次集体学习', { sessions: [session('集体学习', 1)], ...on('2022-03-29') }),
    ],
    [
      'one of two joint sessions',
      held('甲乙', { sessions: [session('甲组工作会议', 9), session('乙组工作会议', 6)] }),
      held('甲', ninth),
    ],
    ['name and day', held('甲湖治理推进会', on('2023-06-06')), held('甲湖治理推进会', on('2023-06-06'))],
    [
      'name and day, with and without the year in the name',
      held('2023年甲湖治理推进会', on('2023-06-06')),
      held('甲湖治理推进会', on('2023-06-06')),
    ],
    [
      'name and day, the year open in one',
      held('甲湖治理推进会', openYear),
      held('甲湖治理推进会', on('2023-06-06')),
    ],
    [
      'day, place, chair and kind',
      held('甲湖治理座谈会', { ...on('2023-06-06'), places: ['330500'] }, '赵明远'),
      held('座谈会', { ...on('2023-06-06'), places: ['330500'] }, '赵明远'),
    ],
    [
      'F3: chair by another post that leads the same place, or none',
      chaired('座谈会', who('赵明远', ['甲省委', '副书记', '330000'])),
      chaired('甲湖治理座谈会', ofArea('赵明远', '330000', '省长')),
    ],
    [
      'F3: chair whose post one gives in short',
      chaired('甲湖治理座谈会', who('赵明远', ['甲省水利厅', '厅长', '330000'])),
      chaired('座谈会', who('赵明远', ['省水利厅', '厅长'])),
    ],
    [
      'F3: chair whose post one does not give, the other leaves the year open',
      chaired('座谈会', who('赵明远'), openYear),
      chaired('座谈会', ofArea('赵明远', '330000', '省长')),
    ],
    ['name and day of report', held('赵明远在甲省调研座谈会'), held('赵明远在甲省调研座谈会')],
  ])('are one with %s', (_, left, right) => expect(isOne('meeting', left, right)).toBe(true));

  test.each<[string, Side, Side]>([
    [
      'two sessions on one day',
      held('甲组会议', { sessions: [session('甲组', 8)], ...on('2023-06-06') }),
      held('甲组会议二', { sessions: [session('甲组', 9)], ...on('2023-06-06') }),
    ],
    [
      'one session number in two years',
      held('甲组第一次会议', { sessions: [session('甲组会议', 1)], ...on('2022-03-01') }),
      held('甲组第一次会议', { sessions: [session('甲组会议', 1)], ...on('2023-03-01') }),
    ],
    [
      'one session number in two years that only the names state',
      held('2022年第一次集体学习', { sessions: [session('2022年集体学习', 1)] }),
      held('二〇二三年第一次集体学习', { sessions: [session('二〇二三年集体学习', 1)] }),
    ],
    [
      'one name on two days',
      held('国务院常务会议', on('2023-06-02')),
      held('国务院常务会议', on('2023-06-16')),
    ],
    [
      'a name that says nothing, on one day',
      held('座谈会', on('2023-06-06')),
      held('座谈会', on('2023-06-06')),
    ],
    [
      'F3: two chairs of one name',
      chaired('座谈会', ofArea('赵明远', '330000', '省长')),
      chaired('座谈会', who('赵明远', ['甲省水利厅', '厅长', '330000'])),
    ],
    [
      'two talks of one person on one day',
      held('赵明远会见钱立', { ...on('2023-06-06'), places: ['110000'] }),
      held('赵明远会见孙齐', { ...on('2023-06-06'), places: ['110000'] }),
    ],
    [
      'a name that every province has, in two',
      held('全省水利工作会议', { ...on('2023-02-21'), places: ['440100'] }),
      held('全省水利工作会议', { ...on('2023-02-21'), places: ['320100'] }),
    ],
  ])('are two with %s', (_, left, right) => expect(isOne('meeting', left, right)).toBe(false));
});

describe('agreements', () => {
  const where = held('甲湖治理推进会', on('2023-06-06'));
  test.each<[string, Side, Side]>([
    [
      'title and meeting, whatever marks',
      at(signed('关于“甲湖”合作协议', [], { meeting: 'm1' }), where),
      at(signed('甲湖合作协议', [], { meeting: 'm1' }), where),
    ],
    [
      'title and day',
      signed('甲湖共保协议', [], { signedOn: '2023-06-06' }),
      signed('甲湖共保协议', [], { signedOn: '2023-06-06' }),
    ],
    [
      'a common title, parties and year',
      signed('战略合作协议', ['甲港集团', '乙市政府']),
      signed('战略合作协议', ['乙市人民政府', '甲港集团有限公司']),
    ],
  ])('are one with %s', (_, left, right) => expect(isOne('agreement', left, right)).toBe(true));

  test.each<[string, Side, Side]>([
    [
      'a common title and other parties',
      signed('战略合作协议', ['甲港集团', '乙市政府']),
      signed('战略合作协议', ['甲港集团', '丙市政府']),
    ],
    [
      'a common title on one day',
      signed('合作协议', [], { signedOn: '2023-06-06' }),
      signed('合作协议', [], { signedOn: '2023-06-06' }),
    ],
    [
      'one title on two days',
      signed('甲湖共保协议', [], { signedOn: '2022-06-06' }),
      signed('甲湖共保协议', [], { signedOn: '2023-06-06' }),
    ],
  ])('are two with %s', (_, left, right) => expect(isOne('agreement', left, right)).toBe(false));
});
