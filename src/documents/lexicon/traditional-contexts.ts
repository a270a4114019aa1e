/** How a character that both scripts have is read where a page is Traditional. */
export interface TraditionalContext {
  /** Words around the character, in Traditional script, Simplified forms beside them where they differ. */
  readonly words: readonly string[];
  /** What it becomes in one of these words. */
  readonly there: string;
  /** What it becomes elsewhere. */
  readonly elsewhere: string;
  /** True where the character is left alone on a Simplified page. */
  readonly inTraditionalOnly: boolean;
  /** Where in the name of a person it is read as in these words: in a given name, or, on Simplified pages, as a surname. */
  readonly inNames?: 'given' | 'surname';
}

const words = (text: string): readonly string[] => text.split(' ');

/**
 * Traditional characters that are Simplified characters as well (they are in GB 2312), so that alone they say
 * nothing of the script. To extend: add what `通用规范汉字表` keeps and a conversion table converts.
 */
export const AMBIGUOUS: ReadonlySet<string> = new Set('乾吒夥徵拚捱摺榘薹苔袷醣麴著瞭藉覆沈');

/** Common wrong forms of Traditional characters and what they stand for: 陜西 is meant to be 陝西. */
export const WRONG_FORMS: readonly (readonly [string, string])[] = [['陜', '陕']];

/**
 * Characters whose conversion depends on the word. Our own list from usage in news text; to extend, add the
 * shortest piece of text that settles the reading, in every script that it may be met in.
 */
export const CONTEXTS: ReadonlyMap<string, TraditionalContext> = new Map([
  [
    '乾',
    {
      words: words(
        '乾隆 乾坤 乾清 康乾 乾嘉 乾陵 乾縣 乾县 乾安 乾州 乾道 乾元 乾卦 乾佑 乾封 乾德 乾寧 乾宁 乾陽 乾阳 乾旦 乾象',
      ),
      there: '乾',
      elsewhere: '干',
      inTraditionalOnly: true,
      inNames: 'given',
    },
  ],
  [
    '徵',
    {
      words: words('魏徵 宮商角徵 宫商角徵 徵羽 徵音 角徵'),
      there: '徵',
      elsewhere: '征',
      inTraditionalOnly: true,
    },
  ],
  [
    '瞭',
    {
      words: words('瞭望 瞭哨 瞭見 瞭见'),
      there: '瞭',
      elsewhere: '了',
      inTraditionalOnly: false,
    },
  ],
  [
    '藉',
    {
      words: words('狼藉 慰藉 蘊藉 蕴藉 枕藉 藉藉'),
      there: '藉',
      elsewhere: '借',
      inTraditionalOnly: true,
    },
  ],
  [
    '覆',
    {
      words: words('答覆 回覆 批覆 函覆 反覆 重覆 覆核 覆函 覆文 覆電 覆信 覆查 覆議 覆議 覆议'),
      there: '复',
      elsewhere: '覆',
      inTraditionalOnly: true,
    },
  ],
  [
    '著',
    {
      words: words(
        '著名 著作 著稱 著称 著述 著者 著書 著书 著錄 著录 著有 著文 著於 著于 顯著 显著 卓著 昭著 名著 原著 專著 专著 論著 论著 ' +
          '巨著 譯著 译著 編著 编著 合著 所著 遺著 遗著 拙著 土著 較著 较著 新著 大著 共著 主著 鉅著 炳著 彰著 素著 夙著 ，著 、著 史著',
      ),
      there: '著',
      elsewhere: '着',
      inTraditionalOnly: true,
    },
  ],
  [
    '於',
    {
      words: words('於潛 於潜 樊於期 於菟 於戲 於戏'),
      there: '於',
      elsewhere: '于',
      inTraditionalOnly: false,
      inNames: 'surname',
    },
  ],
  [
    '鍾',
    {
      words: words('鍾馗 鍾繇 錢鍾書 钱锺书 鍾書'),
      there: '锺',
      elsewhere: '钟',
      inTraditionalOnly: false,
    },
  ],
  ['麼', { words: words('幺麼'), there: '麽', elsewhere: '么', inTraditionalOnly: false }],
  [
    '沈',
    {
      words: words(
        '沈重 沈默 沈沒 沈没 沈痛 沈澱 沈淀 沈積 沈积 沈降 沈船 沈思 沈著 沈着 沈穩 沈稳 沈浸 沈迷 深沈 擊沈 击沈 下沈 浮沈 低沈 消沈',
      ),
      there: '沉',
      elsewhere: '沈',
      inTraditionalOnly: true,
    },
  ],
]);
