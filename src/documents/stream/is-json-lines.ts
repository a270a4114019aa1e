const MAX_LINES = 50;
const OBJECT = /^\ufeff?\s*\{\s*"/;
const PAGE_KEY = /"(?:text|html)"\s{0,5}:/;
const NAMED_SO = /\.(?:jsonl|ndjson)(?:\.gz)?$/i;

/**
 * Whether a file is JSON Lines, by its beginning: most of its lines are JSON objects, one with a page in it. Where the
 * name says so too, one object will do: the others may be broken.
 *
 * @param head the beginning of the file, decoded however roughly.
 */
export function isJsonLines(head: string, name: string): boolean {
  const lines = head
    .split('\n', MAX_LINES)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const objects = lines.filter((line) => OBJECT.test(line));
  if (NAMED_SO.test(name)) return objects.length > 0;
  return objects.length * 2 >= lines.length && objects.some((line) => PAGE_KEY.test(line));
}
