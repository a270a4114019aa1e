import { readLeadIn } from '../labels/lead-in.ts';
import type { Line } from '../model/line.ts';
import { listClauses } from '../text/list-clauses.ts';
import { PairIndex } from '../text/pair-index.ts';
import { stripMarks } from '../text/strip-marks.ts';

const LABEL =
  /^[【[（(]?(?:导读|摘要|核心提示|内容提要|内容摘要|编者按|提要|导语|核心阅读|阅读提示|视频简介|内容简介)[】\]）)]?[：:]?/;
/** Longer than any label, blanks between its characters included. */
const MAX_LABEL = 24;
/** Where summaries stand: among the first lines of the text. */
const SUMMARY_LINES = 3;
/** How many lines below a summary take up what it says. */
const NEAR = 40;
/** How much of the text behind a summary is searched for what it says. */
const REACH = 4000;
/** Clauses of the first lines that most articles are asked for. */
const PLAIN_QUESTIONS = 12;
const MAX_TEASER = 80;
/** No article has so many labelled summaries; each of them is held against all the rest. */
const MAX_LABELLED = 20;
/** The share of a summary that must stand elsewhere. */
const ENOUGH = 0.85;
/** The share of clauses of which not even the beginning may do so. */
const MAX_MISSES = 0.2;
/** Where none of the first clauses does, the others are not looked at; they stand in so many characters. */
const [FIRST_CLAUSES, FIRST_LENGTH] = [3, 100];
/** How much longer than the headline, by labels and punctuation, a line that repeats it can be. */
const ROOM = 30;
const TITLE_MARK = /^[【[](?:视频|图文|组图|高清)[】\]]/;
/** A clause is looked for by so many of its first characters. */
const CLAUSE_HEAD = 4;

/**
 * Drops what sums up the text: a line near the beginning all clauses of which stand elsewhere too, in the headline
 * block or below, the label before it, and labelled summaries wherever they stand.
 */
export function dropSummaries(header: readonly Line[], body: readonly Line[]): Line[] {
  const kept = body.filter((line) => !isLoneLabel(line.content.text));
  const begin = findReportStart(kept);
  const near = new Surroundings(header, kept.slice(0, SUMMARY_LINES + NEAR));
  let summaries = 0;
  const left = kept.filter((line, index) => {
    if (index < begin && line.role === 'body') return false;
    const labelled = summaries < MAX_LABELLED && LABEL.test(line.content.text);
    if (line.role !== 'body' || (index >= SUMMARY_LINES && !labelled)) return true;
    if (!labelled) return !standsIn(line, near, index + 1);
    summaries++;
    const others = kept.filter((other) => other !== line);
    return !repeats(listClauses(stripLabel(line), CLAUSE_HEAD), new Surroundings(header, others).textFrom(0));
  });
  return left.some(isBody) ? left : kept;
}

function isLoneLabel(text: string): boolean {
  return text.length <= MAX_LABEL && text.replaceAll(' ', '').replace(LABEL, '') === '';
}

function isBody(line: Line): boolean {
  return line.role === 'body';
}

/** The line that a report begins with, by its lead-in; short lines above it are teasers. 0 where none is. */
function findReportStart(lines: readonly Line[]): number {
  const start = lines
    .slice(0, 2 * SUMMARY_LINES)
    .findIndex((line) => isBody(line) && readLeadIn(line.content) !== null);
  const above = lines.slice(0, Math.max(0, start)).filter((line) => line.role === 'body');
  const teasers =
    above.length <= SUMMARY_LINES && above.every((line) => line.content.text.length <= MAX_TEASER);
  return start > 0 && teasers ? start : 0;
}

/** The lines that may take up what a summary says: the text below it, as far as a summary reaches, and the headline block. */
class Surroundings {
  private readonly starts: number[] = [];
  private readonly text: string;
  private index: PairIndex | null = null;

  constructor(header: readonly Line[], lines: readonly Line[]) {
    const texts: string[] = [];
    let length = 0;
    for (const [at, { content }] of lines.entries()) {
      // The first lines are the summaries themselves.
      if (length > REACH && at >= SUMMARY_LINES) break;
      this.starts.push(length);
      texts.push(content.text);
      length += content.text.length + 1;
    }
    this.starts.push(length);
    this.text = [...texts, ...header.map((line) => line.content.text)].join('\n');
  }

  /** Whether the first characters of a clause stand in line `from` or below. */
  hasHead(clause: string, from: number): boolean {
    this.index ??= new PairIndex(this.text, PLAIN_QUESTIONS);
    return this.index.holds(clause.slice(0, CLAUSE_HEAD), this.startOf(from));
  }

  /** What stands in line `from` and below. */
  textFrom(from: number): string {
    return this.text.slice(this.startOf(from));
  }

  private startOf(line: number): number {
    return this.starts[line] ?? this.starts.at(-1) ?? 0;
  }
}

/** Whether what a line says stands, clause by clause, in line `from` of its surroundings or below. */
function standsIn(line: Line, near: Surroundings, from: number): boolean {
  const own = stripLabel(line);
  // Most lines share nothing with others: only what may be a summary is worth a closer look.
  const first = listClauses(own.slice(0, FIRST_LENGTH), CLAUSE_HEAD).slice(0, FIRST_CLAUSES);
  if (first.length === FIRST_CLAUSES && !first.some((clause) => near.hasHead(clause, from))) return false;
  const clauses = listClauses(own, CLAUSE_HEAD);
  const misses = clauses.filter((clause) => !near.hasHead(clause, from)).length;
  return misses <= MAX_MISSES * clauses.length && repeats(clauses, near.textFrom(from));
}

/** Whether nearly all of some clauses stands in a text. */
function repeats(clauses: readonly string[], text: string): boolean {
  const bare = clauses.length === 0 ? '' : stripMarks(text);
  const found = clauses.filter((clause) => bare.includes(clause));
  return clauses.length > 0 && found.join('').length >= ENOUGH * clauses.join('').length;
}

function stripLabel(line: Line): string {
  return line.content.text.replace(LABEL, '');
}

/**
 * Deals with lines that repeat the headline: running text that says nothing else is dropped, a short line, the text
 * of an image, becomes a caption.
 */
export function markHeadlineRepeats(lines: readonly Line[], headline: string | null): Line[] {
  if (headline === null) return [...lines];
  const bare = stripMarks(headline);
  const marked = lines.flatMap((line) => {
    if (isBody(line) && line.content.text.length > headline.length + ROOM) return [line];
    const text = stripMarks(line.content.text.replace(LABEL, '').replace(TITLE_MARK, ''));
    if (isBody(line) && text === bare) return [];
    const part = text.length >= 8 && (bare.includes(text) || text.includes(bare));
    return line.role === 'short' && part ? [{ ...line, role: 'caption' as const }] : [line];
  });
  return marked.some(isBody) ? marked : [...lines];
}
