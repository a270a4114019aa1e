/** The charsets that Chinese pages are written in, by their names in the Encoding Standard. */
export type Charset = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';
