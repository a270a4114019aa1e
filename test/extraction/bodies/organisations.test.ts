import { bodiesIn, claimsOf } from '../claims.ts';

test('divisions that share an organ are written out', () => {
  expect(bodiesIn('上海市嘉定区、青浦区，江苏省南通市、昆山市生态环境局负责人参加会议。')).toEqual([
    '上海市嘉定区生态环境局',
    '上海市青浦区生态环境局',
    '南通市生态环境局',
    '昆山市生态环境局',
  ]);
  expect(bodiesIn('汕头、惠州市政府签署协议。')).toEqual(['汕头市政府', '惠州市政府']);
});

test('a collective of departments is written out and marked implied', () => {
  const claims = claimsOf('organisation', { body: ['京津冀三地生态环境部门召开会议。'] });
  expect(claims.map(({ name, implied }) => [name, implied])).toEqual([
    ['北京市生态环境局', true],
    ['天津市生态环境局', true],
    ['河北省生态环境厅', true],
  ]);
});

test('short names of ministries are those of the full name', () => {
  const [claim] = claimsOf('organisation', { body: ['国家发改委有关负责人介绍。'] });
  expect(claim?.name).toBe('国家发展改革委');
  expect(claim?.otherNames).toContain('国家发改委');
});

test('部门 makes no ministry and kinds make no company', () => {
  expect(bodiesIn('生态环境部门、有关部门和多家民营科技公司、各级医院参加。')).toEqual([]);
});

test('companies, institutes and coordination bodies are found by their endings', () => {
  expect(bodiesIn('他来到歌山集团、浙江明光科技公司，在之水实验室，听取金坡协作小组汇报。')).toEqual([
    '歌山集团',
    '浙江明光科技公司',
    '之水实验室',
    '金坡协作小组',
  ]);
});

test('organs of a level word belong to the province of the page', () => {
  const claims = claimsOf('organisation', {
    headline: '四川省推进大会召开',
    body: ['省委、省政府和省发展改革委、生态环境厅负责同志参加。'],
  });
  expect(claims.map(({ name }) => name)).toEqual([
    '四川省委',
    '四川省政府',
    '四川省发展改革委',
    '四川省生态环境厅',
  ]);
});

test('an area of a body is given by its code', () => {
  const [claim] = claimsOf('organisation', { body: ['浙江省湖州市政府举行会议。'] });
  expect(claim).toMatchObject({ name: '湖州市政府', area: '330500', classification: 'GOVERNMENT' });
});

test('a department of a ministry is named with it, also where it joins two fields', () => {
  expect(bodiesIn('国家发展改革委资源节约和环境保护司、水利部规划计划司有关负责人到会。')).toEqual([
    '国家发展改革委',
    '国家发展改革委资源节约和环境保护司',
    '水利部',
    '水利部规划计划司',
  ]);
});

test('departments that join two fields are one', () => {
  expect(bodiesIn('长沙县文化广电体育和旅游局、长沙县教育局和财政局参加。')).toEqual([
    '长沙县文化广电体育和旅游局',
    '长沙县教育局',
    '长沙县财政局',
  ]);
});

test('organs of the party committee of a region are its own', () => {
  expect(bodiesIn('广西壮族自治区党委书记、自治区党委港澳办主任出席。')).toEqual([
    '广西壮族自治区党委',
    '广西壮族自治区党委港澳办',
  ]);
});
