/** Characters of a shingle: long enough to be rare, short enough to stand unchanged between replaced words. */
const SHINGLE = 5;
/** How many hashes stand for a text. */
const SKETCH = 128;
/** Of less text, in characters, nobody can say that it is a copy. */
const MIN_LENGTH = 40;
const MARKS = /[^\p{L}\p{N}]/gu;

/**
 * The sketch of a text: of all runs of five characters, punctuation aside, the 128 that hash lowest, as signed 32-bit
 * integers in ascending order. The share of hashes that two sketches have in common estimates the share of runs that their
 * texts have (Broder, 1997, "On the resemblance and containment of documents"). Empty for short texts.
 */
export function sketchText(text: string): Int32Array {
  const bare = text.replace(MARKS, '');
  if (bare.length < MIN_LENGTH) return new Int32Array(0);
  const count = bare.length - SHINGLE + 1;
  const hashes = new Int32Array(count);
  for (let at = 0; at < count; at++) hashes[at] = hashShingle(bare, at);
  return dedupe(hashes.sort()).slice(0, SKETCH);
}

/** The different numbers among sorted ones. */
function dedupe(sorted: Int32Array): Int32Array {
  let kept = 0;
  // By index: an iterator would make a pair for every number.
  for (let at = 0; at < sorted.length; at++) {
    const value = sorted[at] ?? 0;
    if (kept > 0 && value === sorted[kept - 1]) continue;
    sorted[kept] = value;
    kept += 1;
  }
  return sorted.subarray(0, kept);
}

/** FNV-1a over the code units, finished as in MurmurHash3, so that close shingles do not hash close. */
function hashShingle(text: string, start: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < start + SHINGLE; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
