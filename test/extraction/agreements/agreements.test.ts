import { findArea } from '../../../src/extraction/lexicon/areas.ts';
import { claimsOf } from '../claims.ts';

function agreementsIn(...body: string[]) {
  const parts = { body, publishedOn: '2022-08-20' };
  const signatures = claimsOf('signature', parts);
  return claimsOf('agreement', parts).map(({ id, title, agreementKind, signedOn, meeting }) => ({
    title,
    agreementKind,
    signedOn,
    meeting,
    parties: signatures
      .filter(({ agreement }) => agreement === id)
      .map(({ party }) => ('organisation' in party ? party.organisation : findArea(party.area)?.name)),
  }));
}

test('titles in 《》 are signed by the subject, a collective written out, at the meeting', () => {
  const agreements = agreementsIn(
    '8月17日，某某协作小组会议召开。',
    '会前，京津冀三地生态环境部门成立某某联盟，分别签署了《甲地合作备忘录》《京冀共同治理乙河协议》。',
  );
  expect(agreements).toEqual([
    {
      title: '甲地合作备忘录',
      agreementKind: 'MEMORANDUM',
      signedOn: '2022-08-17',
      meeting: 'm1',
      parties: ['北京市生态环境局', '天津市生态环境局', '河北省生态环境厅'],
    },
    {
      title: '京冀共同治理乙河协议',
      agreementKind: 'AGREEMENT',
      signedOn: '2022-08-17',
      meeting: 'm1',
      parties: ['北京市生态环境局', '河北省生态环境厅'],
    },
  ]);
});

test('a title without marks is taken where its parties are named', () => {
  const [agreement] = agreementsIn(
    '浙江省嘉兴市、江苏省苏州市政府主要负责同志签署了关于建立甲湖防控机制合作协议。',
  );
  expect(agreement).toMatchObject({
    title: '关于建立甲湖防控机制合作协议',
    parties: ['嘉兴市政府', '苏州市政府'],
    meeting: null,
  });
});

test('provinces and states sign in their own name', () => {
  expect(agreementsIn('河南、山东两省签订《黄河某段补偿协议》。')[0]?.parties).toEqual(['河南省', '山东省']);
  expect(agreementsIn('双方发表《中华人民共和国和南非共和国联合声明》。')[0]).toMatchObject({
    agreementKind: 'DECLARATION',
    parties: ['中国', '南非'],
  });
});

test('双方 points back to the two bodies named before', () => {
  const [agreement] = agreementsIn('深圳市政府与珠海市政府举行座谈会。会上，双方签署了《某某备忘录》。');
  expect(agreement?.parties).toEqual(['深圳市政府', '珠海市政府']);
});

test('plans, regulations, decrees and intentions are none', () => {
  const body = [
    '会议审议通过了《某某工作要点》《某某条例》。',
    '国务院总理李甲签署国务院令。',
    '双方将签署《某某合作协议》。',
  ];
  expect(agreementsIn(...body)).toEqual([]);
});

test('两市 are the two places of the meeting, 三省市 the departments named before', () => {
  const [ofCities] = agreementsIn(
    '8月17日，永州市与桂林市文旅合作座谈会在永州举行。',
    '会后，双方签署了《文旅合作协议》。',
  );
  expect(ofCities).toMatchObject({ parties: ['永州市', '桂林市'], meeting: 'm1' });
  const [ofDepartments] = agreementsIn(
    '8月17日，某某协调小组会议召开。北京市水务局局长王甲、天津市水务局局长李乙、河北省水利厅厅长张丙出席。',
    '会上，两市水务部门签署《上下游补水协议》。',
  );
  expect(ofDepartments?.parties).toEqual(['北京市水务局', '天津市水务局']);
});

test('a place and a body sign at the ceremony that names them', () => {
  const [agreement] = agreementsIn('8月17日，泉州市与华能集团战略合作协议签约仪式在泉州举行。');
  expect(agreement).toMatchObject({ title: '战略合作协议', parties: ['泉州市', '中国华能'] });
});
