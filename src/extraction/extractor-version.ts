/** Grows whenever the same text may give other claims than before: `xiezuo reingest` then reads stored pages again. */
export const EXTRACTOR_VERSION = 6;
