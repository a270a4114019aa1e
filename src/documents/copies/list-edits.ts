/** What stands in one sentence where the other has something else; either may be empty. */
export interface SentenceEdit {
  readonly left: string;
  readonly right: string;
}

/** How one sentence becomes the other. */
export interface SentenceChange {
  /** How many characters stay, in order. */
  readonly kept: number;
  readonly edits: readonly SentenceEdit[];
}

/** Longer sentences are compared as far as this only, in UTF-16 code units. */
const MAX_LENGTH = 400;

/** The fewest edits that make one sentence the other; a lone character between two edits counts as a part of them. */
export function listEdits(left: string, right: string): SentenceChange {
  if (left === right) return { kept: left.length, edits: [] };
  const [a, b] = [left.slice(0, MAX_LENGTH), right.slice(0, MAX_LENGTH)];
  const runs = findKeptRuns(a, b);
  const edits: SentenceEdit[] = [];
  let kept = 0;
  let [fromLeft, fromRight] = [0, 0];
  const end = { left: a.length, right: b.length, length: 0 };
  for (const run of [...runs.filter((found) => isFirm(found, a, b)), end]) {
    const edit = { left: a.slice(fromLeft, run.left), right: b.slice(fromRight, run.right) };
    if (edit.left !== '' || edit.right !== '') edits.push(edit);
    kept += run.length;
    fromLeft = run.left + run.length;
    fromRight = run.right + run.length;
  }
  return { kept, edits };
}

interface KeptRun {
  readonly left: number;
  readonly right: number;
  length: number;
}

function isFirm(run: KeptRun, a: string, b: string): boolean {
  const atBorder =
    run.left === 0 || run.right === 0 || run.left + 1 === a.length || run.right + 1 === b.length;
  return run.length > 1 || atBorder || /[\p{P}\d]/u.test(a.charAt(run.left));
}

/** The runs of a longest common subsequence, in order. */
function findKeptRuns(a: string, b: string): KeptRun[] {
  const width = b.length + 1;
  const longest = fillLongest(a, b);
  const runs: KeptRun[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a.charCodeAt(i) === b.charCodeAt(j)) {
      const last = runs.at(-1);
      if (last !== undefined && last.left + last.length === i && last.right + last.length === j)
        last.length++;
      else runs.push({ left: i, right: j, length: 1 });
      i++;
      j++;
    } else if ((longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  return runs;
}

/** For each pair of places the length of the longest common subsequence from there on. */
function fillLongest(a: string, b: string): Uint16Array {
  const width = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    const code = a.charCodeAt(i);
    for (let j = b.length - 1; j >= 0; j--) {
      const at = i * width + j;
      longest[at] =
        code === b.charCodeAt(j)
          ? (longest[at + width + 1] ?? 0) + 1
          : Math.max(longest[at + width] ?? 0, longest[at + 1] ?? 0);
    }
  }
  return longest;
}
