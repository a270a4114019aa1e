import { findArea } from '../../../src/extraction/lexicon/areas.ts';
import { claimsOf } from '../claims.ts';

const meetingsIn = (...body: string[]) => claimsOf('meeting', { body }).map(({ name }) => name);

test('what a conference is about stands before its name and is no part of it', () => {
  expect(
    meetingsIn('9月24日，以“深化区域合作 共谋发展”为主题的2021年泛珠三角区域联席会议在成都市召开。'),
  ).toEqual(['2021年泛珠三角区域联席会议']);
});

test('a ceremony without a name that is held is a meeting', () => {
  expect(claimsOf('meeting', { body: ['我市与眉山市签订《甲协议》，签约仪式在雅安举行。'] })).toMatchObject([
    { name: '签约仪式' },
  ]);
});

test('F5: a ceremony without a name or a day has the day of the meeting that it was a part of, and so has what is signed', () => {
  const parts = {
    body: [
      '2024年5月20日，长沙市与丁建集团有限公司座谈会在长沙举行。长沙市委书记赵明远主持会议。会上，双方签署了《战略合作框架协议》。赵明远、钱立出席签约仪式并讲话。',
    ],
  };
  expect(claimsOf('meeting', parts).map(({ name, startsOn }) => [name, startsOn])).toEqual([
    ['长沙市与丁建集团有限公司座谈会', '2024-05-20'],
    ['签约仪式', '2024-05-20'],
  ]);
  expect(claimsOf('agreement', parts)).toMatchObject([{ signedOn: '2024-05-20' }]);
  const apart = { body: [`${parts.body[0]}此前，孙立言曾出席签约仪式并讲话。`] };
  expect(claimsOf('meeting', apart)[1]).toMatchObject({ name: '签约仪式', startsOn: null });
});

test('a session that is told of only as where somebody spoke is a meeting', () => {
  expect(meetingsIn('在联席座谈会上，大英县水利局副局长张建国介绍了情况。')).toEqual(['联席座谈会']);
});

test('who meets with somebody holds talks', () => {
  expect(meetingsIn('香港特区行政长官张建国和水利部部长李卫东1日在香港礼宾府会面，并见证签署协议。')).toEqual(
    ['张建国同水利部部长李卫东会面'],
  );
});

test('what is agreed on for some day, broadcast or listened to is not reported as held', () => {
  expect(meetingsIn('双方商定将于2016年10月下旬召开联合工作小组第二次会议。')).toEqual([]);
  expect(meetingsIn('本台明天将直播甲市政协五次会议开幕会。')).toEqual([]);
  expect(meetingsIn('外国驻华使节等列席或旁听了大会。')).toEqual([]);
});

test('a house that bears the name of a province, and what a document is about, is no place', () => {
  const [meeting] = claimsOf('meeting', {
    body: ['9月23日，山东省政府与中国气象局合作协议签约仪式在山东大厦举行。'],
  });
  expect(meeting?.places).toEqual([]);
  const [other] = claimsOf('meeting', {
    body: ['为落实《关于澳门附近水域的安排》，5月4日，甲乙协调小组第一次会议在广州召开。'],
  });
  expect(other?.places.map((code) => findArea(code)?.name)).toEqual(['广州市']);
});

test('a headline names the session that the text only says to be one', () => {
  const parts = { headline: '张建国主持召开专家企业家座谈会', body: ['3月1日，张建国主持召开座谈会。'] };
  expect(claimsOf('meeting', parts).map(({ name }) => name)).toEqual(['专家企业家座谈会']);
});

test('the first and the second session of a series are two meetings', () => {
  expect(
    meetingsIn(
      '11月4日，长江流域十五市人大协作机制第二届主任联席会议在宜昌召开。',
      '去年10月，在九江市召开了十五市人大协作机制首届主任联席会议。',
    ),
  ).toEqual(['长江流域十五市人大协作机制第二届主任联席会议', '十五市人大协作机制首届主任联席会议']);
});

test('a byline before a name and a note inside it are no part of it', () => {
  expect(meetingsIn('中国环境报记者张建国廊坊报道京津冀协同发展高端会议日前在廊坊市举行。')).toEqual([
    '京津冀协同发展高端会议',
  ]);
  expect(
    meetingsIn('4月9日，甲县检察院与甲县河长办举行《协作机制的意见》（以下简称《意见》）会签仪式。'),
  ).toEqual(['《协作机制的意见》会签仪式']);
});

test('a ceremony at which somebody spoke was held', () => {
  expect(meetingsIn('张建国在战略合作协议签订仪式上指出，要加强合作。')).toEqual(['战略合作协议签订仪式']);
});

test('of places one in the other the narrower is where it was', () => {
  const body = ['6月1日，张建国赴甘肃省考察，并在兰州举行甘青两省深化合作座谈会。'];
  const [meeting] = claimsOf('meeting', { body });
  expect(meeting?.places.map((code) => findArea(code)?.name)).toEqual(['兰州市']);
});

test('who is heard on something speaks', () => {
  const body = ['6月1日，甲乙联席会议召开。会议听取了福建省省长张建国关于上届会议工作的通报。'];
  expect(claimsOf('participation', { body }).map(({ roles }) => roles)).toEqual([['SPEAKER']]);
});

test('a session that opens its sentence was held, and how it was held is no meeting', () => {
  expect(meetingsIn('座谈会首先播放了宣传片，张建国致辞。')).toEqual(['座谈会']);
  expect(meetingsIn('11月20日，中原经济协作区第29届市长联席会议以视频会议形式在邢台市召开。')).toEqual([
    '中原经济协作区第29届市长联席会议',
  ]);
  expect(meetingsIn('在随后的签订仪式上，李建国介绍了我区情况。')).toEqual(['签订仪式']);
});

test('a conference may come to its end', () => {
  expect(
    meetingsIn('以研讨“高铁时代城市合作”为主旨的城市经济协调会第11次市长联席会议昨天下午在镇江落幕。'),
  ).toEqual(['城市经济协调会第11次市长联席会议']);
});
