/** More than any address has, in UTF-16 code units. */
const MAX_URL = 4000;

/**
 * Whether a text is the address of a page: http or https, at most 4,000 characters. Others (`javascript:`, `file:`, a path) lead a
 * reader nowhere, or elsewhere than to a page.
 */
export function isPageUrl(text: string): boolean {
  return text.length <= MAX_URL && /^https?:\/\//i.test(text) && URL.canParse(text);
}
