import type { AgreementKind } from '../model/claim.ts';
import { Trie } from '../terms/trie.ts';

/** Words that end the titles of instruments, by kind. To extend: add the word. */
const INSTRUMENTS: Readonly<Record<AgreementKind, string>> = {
  MEMORANDUM: '备忘录 谅解备忘录',
  AGREEMENT: '协议 协议书 协定 合同 条约 议定书 公约 意向书 契约 合作框架 责任书 承诺书',
  DECLARATION: '宣言 声明 公报 联合公报 联合声明 共同声明 联合宣言',
  OTHER: '行动计划 合作计划 执行计划 合作文件 路线图 合作方案 纪要 倡议书 协作意见',
};

/** Words that begin with an instrument and name something else. To extend: add the word. */
const NO_INSTRUMENTS =
  '协议书店 合同制 合同额 合同金额 条约组织 公约缔约 公约组织 声明书 协定国 协议额 宣言书店 合同外资 协议供货 合同能源';

/** Endings of instruments with their kind; null for words that only look like one. */
export const agreementWords = new Trie<AgreementKind | null>([
  ...(Object.entries(INSTRUMENTS) as [AgreementKind, string][]).flatMap(([kind, words]) =>
    words.split(' ').map((word) => [word, kind] as const),
  ),
  ...NO_INSTRUMENTS.split(' ').map((word) => [word, null] as const),
]);

/** Verbs of concluding: any instrument is signed, only declarations are adopted; null for 常委会|签订, which is no 会签. */
export const concludingVerbs = new Trie<'SIGN' | 'ADOPT' | null>([
  ...'会签署 会签订 会签定 会签约 会签字'.split(' ').map((words) => [words, null] as const),
  ...'签署 签订 签定 会签 达成 缔结'.split(' ').map((verb) => [verb, 'SIGN'] as const),
  ...'通过 发表 发布'.split(' ').map((verb) => [verb, 'ADOPT'] as const),
]);

/** Words before such a verb that make it a plan or a wish. */
export const notSigned =
  /(?:审议|将|拟|商|要|即将|计划|推动|推进|争取|期待|希望|准备|早日|尽快|尚未|未|不|可|应|愿|愿意|同意|谈判|有望|继续|重新|持续|敦促|呼吁|支持|拒绝)$/;
