/**
 * The code unit at an offset; 0 where that is beyond the text. `charCodeAt` answers so too, with NaN, but a function that once
 * asked it beyond a text is slow ever after: the engine no longer compiles the look into it.
 */
export const unitAt = (text: string, at: number): number =>
  at >= 0 && at < text.length ? text.charCodeAt(at) : 0;
