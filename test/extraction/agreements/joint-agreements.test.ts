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

test('signings told one after another are of their own parties', () => {
  expect(
    signedIn(
      '省政府与香港理工大学签署战略合作协议、四川省教育厅与香港职业训练局签署合作发展备忘录、香港扶贫促进会与四川巴中市南江县签署精准扶贫合作备忘录。',
      '四川省近日召开全省会议。',
    ),
  ).toEqual([
    '战略合作协议: 四川省政府、香港理工大学',
    '合作发展备忘录: 四川省教育厅、香港职业训练局',
    '精准扶贫合作备忘录: 香港扶贫促进会、南江县',
  ]);
});

test('双方 may point back to two bodies or places that nothing strings together', () => {
  expect(
    signedIn('株洲市生态环境局局长张建国率队赴衡阳市生态环境局召开会商会议，双方签订了湘江联防联控协议。'),
  ).toEqual(['湘江联防联控协议: 株洲市生态环境局、衡阳市生态环境局']);
  expect(signedIn('凤台县委副书记张建国率凤台县代表团前往江苏省仪征市调研，双方签订战略合作协议。')).toEqual([
    '战略合作协议: 凤台县、仪征市',
  ]);
});

test('三地 may point back to the three places that the article lists', () => {
  expect(
    signedIn(
      '上海青浦、江苏吴江、浙江嘉善三地联合治水。',
      '在高层论坛上，三地联合签订了“关于一体化生态环境综合治理工作合作框架协议”。',
    ),
  ).toEqual(['关于一体化生态环境综合治理工作合作框架协议: 青浦区、吴江区、嘉善县']);
});

test('the organs of justice of listed places sign, also what they call an opinion', () => {
  expect(signedIn('大庆、松原两地检察机关联合签署了生态保护协作意见。')).toEqual([
    '生态保护协作意见: 大庆市人民检察院、松原市人民检察院',
  ]);
});

test('a list of places that is counted at its end may run over commas, and where they met signs nothing', () => {
  expect(
    signedIn('来自河北省涉县，山西省平顺县、壶关县的3家基层法院在林州市人民法院会议室签署了《协作协议》。'),
  ).toEqual(['协作协议: 涉县法院、平顺县法院、壶关县法院']);
});

test('who held a meeting together signs what both sides agreed on there', () => {
  expect(
    signedIn(
      '8月24日，济宁市生态环境局、泰安市生态环境局联合召开执法联动工作会议。',
      '两地执法人员交流了工作开展情况，在协商一致的基础上，签订了生态环境执法联动协议。',
    ),
  ).toEqual(['生态环境执法联动协议: 济宁市生态环境局、泰安市生态环境局']);
});

test('a row of letters stands for provinces only where it is counted as long as it is', () => {
  expect(signedIn('近日，苏沪浙皖三省一市22个城市的市长签署了《城市合作协议》。')).toEqual([
    '城市合作协议: ',
  ]);
  expect(signedIn('近日，川滇黔三省签署了《赤水河合作协议》。')).toEqual([
    '赤水河合作协议: 四川省、云南省、贵州省',
  ]);
});

test('the place of a branch in whose rooms they met signs nothing', () => {
  expect(
    signedIn('2025年10月17日，通辽市与四平市在四平市生态环境局双辽市分局共同签署《联防联控工作协议》。'),
  ).toEqual(['联防联控工作协议: 通辽市、四平市']);
});
