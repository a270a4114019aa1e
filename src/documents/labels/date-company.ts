/** What may stand around labels and values without being text. */
const FILLER = /[\s|·丨│,，;；/\-—_:：()（）[\]【】<>《》]+/g;
/** 09:30, T09:30:00.0+08:00, 下午 3:20, 11时42分: a day and an hour without minutes is that of an event. */
const TIME =
  'T?(?:(?:[上下]午|[AaPp][Mm]) ?)?\\d{1,2}(?:[:：]\\d{2}(?:[:：]\\d{2}(?:\\.\\d{1,7})?)?(?:Z|[+-]\\d{2}[:：]?\\d{2}| ?[AaPp][Mm])?|[时点]\\d{1,2}分(?:\\d{1,2}秒)?)';
/** What stands beside dates: time, address, readers, day of the week, number of the page of a newspaper. */
const DATE_COMPANY = new RegExp(
  [
    TIME,
    '(?:https?:\\/\\/|www\\.)[\\x21-\\x7e]+',
    '(?:浏览|阅读|点击)(?:次数|量)?[ （(]{0,2}\\d{1,9}|\\d{1,9} ?[次人]?(?:浏览|阅读)',
    '(?:星期|周|礼拜)[一二三四五六日天]',
    '第? ?[A-Z]?\\d{1,3} ?版(?:[:：] ?\\p{Script=Han}{2,6})?|[上下]一[版期篇]|今日\\d{1,3}版',
    '(?<=[报 ])(?:要闻|时政|综合|头版|专版|副刊)(?= |$)|(?<![A-Za-z0-9])[A-Z]\\d{1,2}(?!\\d)',
    '(?:本版)?(?:责任|值班|版面)?(?:编辑|美编|校对) {0,2}\\p{Script=Han}{2,4}(?= |$)',
    '农历\\p{Script=Han}{4,8}',
  ].join('|'),
  'gu',
);
const BEGINS_WITH_TIME = new RegExp(`^ ?${TIME}`);
const TIME_OF_DAY = new RegExp(`^ ?(?:${TIME})?[ ）)\\]】]*$`);

/** What is left of a date line, its date taken out, beside times, addresses, counts and marks. */
export function stripDateCompany(text: string): string {
  return text.replace(DATE_COMPANY, '').replace(FILLER, '');
}

/** Whether the text behind a date begins with the time of day. */
export function beginsWithTime(text: string): boolean {
  return BEGINS_WITH_TIME.test(text);
}

/** The text behind a date without the time of day that it begins with. */
export function stripTime(text: string): string {
  return text.replace(BEGINS_WITH_TIME, '').trimStart();
}

/** Whether nothing but the time of day stands behind a date. */
export function isTimeOfDay(text: string): boolean {
  return TIME_OF_DAY.test(text);
}
