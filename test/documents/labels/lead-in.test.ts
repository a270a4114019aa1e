import { readLeadIn } from '../../../src/documents/labels/lead-in.ts';
import { mapSource } from '../../../src/documents/model/mapped-text.ts';

const read = (text: string) => {
  const leadIn = readLeadIn(mapSource(text));
  return leadIn === null ? null : [leadIn.publisher.text, leadIn.dateline.text, leadIn.rest.text];
};

test.each([
  ['【某环保网讯】会议召开。', ['某环保网', '', '会议召开。']],
  ['本报讯 会议召开。', ['', '', '会议召开。']],
  ['本网讯（记者 何田）会议召开。', ['', '', '会议召开。']],
  ['央视网消息（新闻联播）：会议召开。', ['央视网', '', '会议召开。']],
  ['青溪日报/青溪网讯（记者 何田 通讯员 周山 报道）会议召开。', ['青溪日报', '', '会议召开。']],
  ['江城日报青溪讯（江城日报记者何田）5月4日，会议召开。', ['江城日报', '', '5月4日，会议召开。']],
  ['海星点讯 5月4日上午，会议召开。', ['海星点', '', '5月4日上午，会议召开。']],
  ['新华社某地6月6日电 会议召开。', ['新华社', '新华社某地6月6日电', '会议召开。']],
  ['本报海城11月7日讯会议召开。', ['', '本报海城11月7日讯', '会议召开。']],
  ['【青岭日报2023年6月17日讯】会议召开。', ['青岭日报', '青岭日报2023年6月17日讯', '会议召开。']],
  ['（本报6月17日讯）：会议召开。', ['', '本报6月17日讯', '会议召开。']],
])('the lead-in comes off, the dateline apart: %s', (text, parts) => {
  expect(read(text)).toEqual(parts);
});

test.each([
  '记者从市水利局获悉',
  '市水利局通讯5月4日刊出',
  '全市通讯（记者何田）网络建成',
  '消息灵通人士说',
  '近日，某网络公司发布消息称',
  '据某通讯社6月6日电',
])('running text has none: %s', (text) => {
  expect(read(text)).toBeNull();
});
