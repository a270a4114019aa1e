import { findArea } from '../../../src/extraction/lexicon/areas.ts';
import { claimsOf } from '../claims.ts';

/** `title: parties` of every instrument that a text tells. */
function signedIn(...body: string[]): string[] {
  const signatures = claimsOf('signature', { body });
  return claimsOf('agreement', { body }).map(({ id, title }) => {
    const parties = signatures.filter(({ agreement }) => agreement === id).map(({ party }) => party);
    const names = parties.map((party) =>
      'organisation' in party ? party.organisation : findArea(party.area)?.name,
    );
    return `${title}: ${names.join('、')}`;
  });
}

test('a clause that opens with its second party goes on with the first', () => {
  expect(
    signedIn('岚皋县水利局与平利县水利局签订《甲河合作协议》，与紫阳县水利局签订《乙河合作协议》。'),
  ).toEqual(['甲河合作协议: 岚皋县水利局、平利县水利局', '乙河合作协议: 岚皋县水利局、紫阳县水利局']);
});

test('those who sign sign for whom they are said to represent', () => {
  expect(
    signedIn(
      '山东省发展改革委主任张建国和水利部办公厅主任李卫东分别代表山东省政府和水利部签订合作框架协议。',
    ),
  ).toEqual(['合作框架协议: 山东省政府、水利部']);
});

test('signers may be listed over commas', () => {
  expect(signedIn('张掖市市长张建国，宣城市副市长李卫东分别代表两市签署了缔结友好城市协议书。')).toEqual([
    '缔结友好城市协议书: 张掖市政府、宣城市政府',
  ]);
});

test('what several bodies agree on may be called an opinion', () => {
  expect(signedIn('福安市检察院、周宁县检察院会签《关于建立甲溪流域协作机制的实施意见》。')).toEqual([
    '关于建立甲溪流域协作机制的实施意见: 福安市检察院、周宁县检察院',
  ]);
  expect(signedIn('福安市政府、周宁县政府签署《关于节约用水的意见》。')).toEqual([]);
});

test('instruments of one name between others are two', () => {
  expect(
    signedIn(
      '衢江区文旅局与赤壁市文旅局签署旅游合作框架协议，衢江区水利局与赤壁市水利局签署旅游合作框架协议。',
    ),
  ).toEqual(['旅游合作框架协议: 衢江区文旅局、赤壁市文旅局', '旅游合作框架协议: 衢江区水利局、赤壁市水利局']);
});

test('a fuller title without parties does not drive out the one that has them', () => {
  expect(
    signedIn('荆州市政府与水利部签订战略合作协议。', '张建国代表市政府签订了战略合作框架协议。'),
  ).toEqual(['战略合作协议: 荆州市政府、水利部']);
});
