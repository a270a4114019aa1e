import { createArticle } from '../article.ts';
import { claimsOf } from '../claims.ts';

test('the subject of 召开 is a meeting with its day, place and sessions', () => {
  const [meeting] = claimsOf('meeting', {
    publishedOn: '2021-06-08',
    body: ['6月6日下午，甲河治理协作小组第九次工作会议暨乙湖治理协作小组第六次工作会议在浙江湖州召开。'],
  });
  expect(meeting).toMatchObject({
    name: '甲河治理协作小组第九次工作会议暨乙湖治理协作小组第六次工作会议',
    startsOn: '2021-06-06',
    dateBasis: 'STATED',
    places: ['330500'],
    sessions: [
      { series: '甲河治理协作小组工作会议', ordinal: 9, organisation: '甲河治理协作小组' },
      { series: '乙湖治理协作小组工作会议', ordinal: 6, organisation: '乙湖治理协作小组' },
    ],
  });
});

test('without any year month and day are kept', () => {
  const [meeting] = claimsOf('meeting', { body: ['6月6日，全市河长制工作会议在杭州召开。'] });
  expect(meeting).toMatchObject({ startsOn: null, dateBasis: 'UNKNOWN', monthDay: '--06-06' });
});

test('headline and body report one meeting', () => {
  const meetings = claimsOf('meeting', {
    headline: '某省防汛工作会议召开',
    body: ['7月1日，2023年某省防汛工作会议在武汉召开。'],
  });
  expect(meetings.map(({ name }) => name)).toEqual(['2023年某省防汛工作会议']);
});

test('meetings that are cited, planned or usual are none', () => {
  const body = [
    '要贯彻落实全国某某保护大会精神。',
    '全国某某工作会议将于下月在北京召开。',
    '三地每年都要举办跨区域联席会议。',
    '李甲指出，我们召开了中国某某峰会。',
  ];
  expect(claimsOf('meeting', { body })).toEqual([]);
});

test('a sitting held within a session is named after both', () => {
  const [meeting] = claimsOf('meeting', {
    publishedOn: '2023-10-21',
    body: ['十四届全国人大常委会第六次会议21日上午在京举行第二次全体会议。'],
  });
  expect(meeting).toMatchObject({
    name: '十四届全国人大常委会第六次会议第二次全体会议',
    startsOn: '2023-10-21',
    places: ['110000'],
  });
});

test('video meetings sit in several places', () => {
  const [meeting] = claimsOf('meeting', {
    body: ['某某协作小组第二次工作会议召开。', '会议在上海、北京分设会场，以视频连线方式举行。'],
  });
  expect(meeting).toMatchObject({ places: ['310000', '110000'], format: 'VIDEO' });
});

test.each<[string, string[]]>([
  ['7月1日，全市某某工作会议在杭州召开。', ['7月1日', '全市某某工作会议', '杭州']],
  [
    '全市某某工作会议召开。会议在上海、北京分设会场，以视频连线方式举行。',
    ['全市某某工作会议', '上海', '北京'],
  ],
  ['全市某某工作会议16日在京召开。', ['全市某某工作会议', '16日', '京']],
  ['全市某某工作会议召开。', ['全市某某工作会议']],
])(
  'the words that say the name, day and places of a meeting are its evidence: %s',
  (...[sentence, words]) => {
    const parts = { publishedOn: '2023-07-20', body: [sentence] };
    const { text } = createArticle(parts);
    const [meeting] = claimsOf('meeting', parts);
    expect(meeting?.evidence.map(({ start, end }) => text.slice(start, end))).toEqual(words);
  },
);

test('talks are named after both parties', () => {
  const [meeting] = claimsOf('meeting', {
    body: ['国务院总理李甲5日在北京会见南非总统恩多。李甲表示，两国友好。恩多表示赞同。'],
  });
  expect(meeting?.name).toBe('李甲会见南非总统恩多');
});
