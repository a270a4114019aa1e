import { expect, test } from '@jest/globals';
import { claimsOf } from '../claims.ts';

const listPersons = (sentence: string) => claimsOf('person', { body: [sentence] }).map(({ name }) => name);

test.each([
  ['阿克苏地区行署专员阿不都艾尼·艾则孜作交流发言。', '阿不都艾尼·艾则孜'],
  ['喀什地区行署专员帕尔哈提·肉孜作为代表发言。', '帕尔哈提·肉孜'],
  ['和田地区行署专员买买提江·吾买尔作题为《治沙》的报告。', '买买提江·吾买尔'],
  ['专员阿迪力·买买提做主旨演讲。', '阿迪力·买买提'],
  ['专员阿迪力·买买提讲授专题党课。', '阿迪力·买买提'],
  ['专员阿迪力·买买提任组长。', '阿迪力·买买提'],
  ['专员阿迪力·买买提从三个方面介绍情况。', '阿迪力·买买提'],
  ['专员阿迪力·买买提表态发言。', '阿迪力·买买提'],
  ['专员阿迪力·买买提受邀出席。', '阿迪力·买买提'],
  ['自治区主席艾尔肯·吐尼亚孜致辞。', '艾尔肯·吐尼亚孜'],
  ['伊犁州州长库尔班·马木提向大会作报告。', '库尔班·马木提'],
  ['市长努尔兰·阿不都满金代表市政府签约。', '努尔兰·阿不都满金'],
  ['市长努尔兰·阿不都满金主持召开会议。', '努尔兰·阿不都满金'],
])('F6: a name with a dot ends before the verb that follows it: %s', (sentence, name) => {
  expect(listPersons(sentence)).toEqual([name]);
});

test.each([
  ['县长扎西次仁作总结。', '扎西次仁'],
  ['县长扎西次仁主持召开会议。', '扎西次仁'],
  ['县长丹增朗杰做汇报。', '丹增朗杰'],
])('F6: a transcribed name without a dot ends there too: %s', (sentence, name) => {
  expect(listPersons(sentence)).toEqual([name]);
});

test.each([
  ['州长艾力·沙作，副州长王飞出席。', ['艾力·沙作', '王飞']],
  ['市长李作成作交流发言。', ['李作成']],
  ['市长张致远致辞。', ['张致远']],
])('F6: a character that is a verb elsewhere stays in a name that it belongs to: %s', (sentence, names) => {
  expect(listPersons(sentence)).toEqual(names);
});
