import type { Span } from '../../documents/model/source-document.ts';

/** Where a clause or a list ends. */
const BREAK = /[，。；！？、：:;,\s（(）)《》“”"]/;
const MAX_MEASURE = 24;

/** Words between what is measured and its number. */
const LINK =
  /(?:已|共|总计|共计|累计|合计|分别|各|大约|约|近|超过|超|逾|突破|不足|不到|至少|高达|多达|高于|低于|达成|达到|达|为|是|有|至|到|在)+$/;
/** Verbs in front of what is counted: 建成|国家级智能工厂14个. */
const VERBS =
  /^(?:其中|目前|现|已|共|累计|全年|全市|全省|全区|全县|全国|将|并|还|也|均|又|再|先后|成功|同时|年均|合计|总计|建成|建设|完成|实现|形成|签署|签约|签订|引进|培育|新增|拥有|推出|发布|实施|开展|涌现出|涌现|明确|有|达成|落地|推动|推进|组织|召开|举办|帮助|吸引|打造|创建|设立|建立|命名|累计)+/;
/** What no name of a measure begins or ends with. */
const NO_MEASURE =
  /^[的了和与及在为以从对等个是将该]|[的了和与及在为以从对把将等]$|这一|那一|(?<![A-Za-z.])[0-9]/;
/** Numbers that tell where or when, or that every page has. */
const NO_SUBJECT_OF_NUMBER = /(?:距|离|一行|年满|年龄|时速|电话|邮编|编号)$/;

/** Words in the midst behind which the name of what is measured begins: 在重点领域已建成|国家级智能工厂, 用三年时间|投资. */
const INNER =
  /^.*(?:建成|签署|签订|签约|形成|完成|实现|引进|培育|新增|拥有|推出|涌现出|落地|组织|吸引|打造|创建|设立|累计|总计|共计|合计|时间|期间|已|将|共有|共)(?=..)/;

/** Names that say nothing by themselves: 9个方面, 81个国家. */
const NOTHING =
  /^(?:方面|领域|环节|阶段|部分|层面|维度|国家|地区|国家和地区|省份|城市|步骤|时段|回合|关键词|问题|原因|要点|特点|人员|单位|地方|地点|内容|版本|关键|重点)$/;

/** Shares stand behind 的 and mean nothing without what stands before it: 占全省的比重. */
const SHARE = /^(?:比重|比例|占比|份额|比率)$/;

/** What of a name stands behind its last 的, unless that is a share. */
function behindDe(name: string): string {
  const tail = name.slice(name.lastIndexOf('的') + 1);
  return SHARE.test(tail) ? name : tail;
}

/** What is left of words when those before and behind that measure nothing are taken away; null where that is no name. */
export function trimMeasure(words: string): string | null {
  const bare = words
    .replace(LINK, '')
    .replace(/(?:之)?[前后内中]$|以[上下来]$/, '')
    .replace(INNER, '')
    .replace(VERBS, '');
  const name = behindDe(bare);
  if (name.length < 2 || name.length > MAX_MEASURE || NO_MEASURE.test(name) || NOTHING.test(name))
    return null;
  return NO_SUBJECT_OF_NUMBER.test(name) ? null : name;
}

/** The last words of a part of a text that no mark breaks. */
export function lastRun(text: string, { start, end }: Span): Span {
  let from = end;
  while (from > start && end - from < 2 * MAX_MEASURE && !BREAK.test(text[from - 1] ?? '，')) from--;
  return { start: from, end };
}

/** The words behind an offset that no mark breaks. */
export function nextRun(text: string, start: number, limit: number): string {
  let end = start;
  while (end < limit && end - start < 2 * MAX_MEASURE && !BREAK.test(text[end] ?? '，')) end++;
  return text.slice(start, end);
}
