import type { Span } from '../../documents/source-document.ts';
import type { OrganisationClass } from '../claim.ts';
import {
  clearStops,
  isGeneric,
  isPunctuation,
  nameWords,
  organisationSuffixes,
} from '../lexicon/name-words.ts';
import { roleWords } from '../lexicon/role-words.ts';

/** Names of organisations are no longer than this. */
const LONGEST_NAME = 28;

/** An ending that was found: the name reaches from its start to `end`, its last word begins at `suffixStart`. */
export interface SuffixMatch {
  readonly suffixStart: number;
  readonly end: number;
  readonly classification: OrganisationClass;
}

const isInsideName = (character: string) => character === '·' || character === '-';

/** For each offset of the text read last where the next ending begins: the same text is asked for thousands of times. */
let endings: { readonly text: string; readonly next: Uint32Array } = { text: '', next: new Uint32Array(1) };

function findNextSuffix(text: string, start: number): number {
  if (endings.text !== text) {
    const next = new Uint32Array(text.length + 1).fill(text.length);
    for (let at = text.length - 1; at >= 0; at--)
      next[at] = organisationSuffixes.findAt(text, at)?.value ? at : (next[at + 1] ?? text.length);
    endings = { text, next };
  }
  return endings.next[start] ?? text.length;
}

/** Words of a kind and an ending behind 和: 治理中心. */
function findJoinedSuffix(text: string, start: number, limit: number): SuffixMatch | null {
  for (let at = start + 2; at < Math.min(limit, start + 8); at++) {
    const suffix = organisationSuffixes.findAt(text, at, limit);
    if (suffix?.value && /(?:中心|局|厅|委员会|办公室|研究院)$/.test(text.slice(at, suffix.end)))
      return isGeneric(text.slice(start, at))
        ? { suffixStart: at, end: suffix.end, classification: suffix.value }
        : null;
  }
  return null;
}

/**
 * The last ending of an organisation in the run of name characters that begins at `start`; null where the
 * run holds none. `placed`: behind a place a name may hold 和 (数字化城市运行和治理中心). A run ends at punctuation, at a word that no name holds, and at an office (局长).
 */
export function findSuffix(text: string, start: number, limit: number, placed = false): SuffixMatch | null {
  let found: SuffixMatch | null = null;
  const last = Math.min(limit, start + LONGEST_NAME);
  if (findNextSuffix(text, start) >= last) return null;
  for (let at = start; at < last; ) {
    const suffix = organisationSuffixes.findAt(text, at, limit);
    const word = nameWords.findAt(text, at, limit);
    if (suffix?.value && at > start - 1 && !(word && word.value === 'SHIELD' && word.end > suffix.end)) {
      const isRole = found !== null && text[suffix.end] === '长';
      if (!isRole && (!found || suffix.end > found.end))
        found = { suffixStart: at, end: suffix.end, classification: suffix.value };
      at++;
      continue;
    }
    if (suffix) {
      at = suffix.end;
      continue;
    }
    if (word?.value === 'STOP' && !(found && at < found.end)) {
      const joined =
        !found && placed && /[和与及]/.test(text[at] ?? '') ? findJoinedSuffix(text, at + 1, limit) : null;
      return joined ?? found;
    }
    const character = text[at] ?? '';
    if (isPunctuation(character) && !isInsideName(character)) break;
    const role = roleWords.findAt(text, at, limit);
    if (
      role?.value &&
      !(found && at < found.end) &&
      !organisationSuffixes.findAt(text, role.end, limit)?.value
    )
      break;
    at = word?.value === 'SHIELD' ? word.end : at + 1;
  }
  return found;
}

/** A stretch of text without mark or stop word. */
export interface Run extends Span {
  /** Whether what stands before it cannot be a part of a longer name: a mark, a preposition, a verb of going or founding. */
  readonly clear: boolean;
}

const startsWithDigit = (text: string, at: number) => text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57;

/** Digits and time words that stand before a name and are no part of it: 2023年. */
const LEADING = /^(?:\d{1,4}(?:年|月|日|时|分)?(?:上午|下午|晚上?|凌晨|起)?)+/;

/**
 * The places of a sentence where a name may begin: its start, and behind every punctuation mark and every
 * word that no name holds. Each reaches to the next such place.
 */
export function listRuns(text: string, { start, end }: Span): Run[] {
  const runs: Run[] = [];
  let from = start;
  let clear = true;
  const close = (at: number, next: number) => {
    const leading = startsWithDigit(text, from)
      ? (LEADING.exec(text.slice(from, Math.min(at, from + 16)))?.[0].length ?? 0)
      : 0;
    if (at > from + leading) runs.push({ start: from + leading, end: at, clear });
    from = next;
  };
  for (let at = start; at < end; ) {
    const character = text[at] ?? '';
    if (isPunctuation(character) && !isInsideName(character)) {
      close(at, ++at);
      clear = true;
      continue;
    }
    const word = nameWords.findAt(text, at, end);
    if (word?.value === 'STOP') {
      close(at, word.end);
      at = word.end;
      clear = clearStops.has(text.slice(word.start, at));
    } else at = word?.end ?? at + 1;
  }
  close(end, end);
  return runs;
}
