import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { Converter } from 'opencc-js/cn2t';
import { createRandom } from '../../../bench/support/random.ts';
import { type Highlight, highlightField } from '../../../src/search/query/highlight.ts';
import { markedPhrases, type Phrase, parseSearchQuery } from '../../../src/search/query/search-query.ts';
import { foldText } from '../../../src/search/text/fold-text.ts';
import { cutWords } from '../../../src/search/text/segment.ts';
import { splitRuns } from '../../../src/search/text/split-runs.ts';

const SEED = new URL('../../../seed/documents/', import.meta.url);
const pages = readdirSync(SEED).map((name) => Array.from(readFileSync(new URL(name, SEED), 'utf8')));
const toTraditional = Converter({ from: 'cn', to: 'tw' });
const toFullWidth = (text: string) =>
  text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

const ODD = ['😀', '👩‍👩‍👧‍👦', '🇨🇳🇫🇷', '❤️‍🔥', '1️⃣', '𠮷野', '㎡', '℡', '①', 'é', '\u200b', '\n', '\n\n', '　'];
const NOTES = ['（以下简称“长三角”）', '[注1]', '〔2026〕5号', '(cháng)', '【记者 李青】', '<b>', '——', '……'];
const WORDS = [
  'PM2.5',
  'COVID-19',
  'G20',
  'https://www.gov.cn/a?b=1&c=2',
  '11月8日',
  '12.5%',
  '500亿元',
  'R&D',
];

const random = createRandom(13);
const below = (count: number) => Math.floor(random() * count);
const oneOf = <T>(values: readonly T[]): T => values[below(values.length)] as T;

/** A passage of a page of the project. */
function quote(length: number): string {
  const page = oneOf(pages);
  const start = below(page.length);
  return page.slice(start, start + length).join('');
}

function piece(): string {
  const kind = below(20);
  if (kind < 8) return quote(1 + below(120));
  if (kind < 11) return toTraditional(quote(1 + below(80)));
  if (kind < 13) return toFullWidth(quote(1 + below(60)));
  if (kind < 15) return oneOf(ODD);
  if (kind < 17) return oneOf(NOTES);
  if (kind < 18) return oneOf(WORDS);
  // Han characters that make no words.
  return Array.from({ length: 1 + below(40) }, () => String.fromCodePoint(0x4e00 + below(0x51a5))).join('');
}

const randomText = () => Array.from({ length: 1 + below(14) }, piece).join('');

/** What is asked for: passages of the text, as they stand there or in another script, width or case. */
function randomQuery(text: string): string {
  const chars = Array.from(text);
  const passages = Array.from({ length: 1 + below(3) }, () => {
    const start = below(chars.length);
    const passage = chars.slice(start, start + 1 + below(oneOf([2, 4, 12]))).join('');
    return oneOf([String, toTraditional, toFullWidth, (plain: string) => plain.toUpperCase()])(passage);
  });
  return below(4) === 0 ? `"${passages[0]}"` : passages.join(' ');
}

/** Each UTF-16 code unit of a text that belongs to a match, found by regular expressions in the folded text. */
function listMarked(text: string, phrases: readonly Phrase[]): Set<number> {
  const { chars, starts, ends } = foldText(text);
  const places = chars.flatMap((char, index) => Array.from({ length: char.length }, () => index));
  const folded = chars.join('');
  const marked = new Set<number>();
  for (const phrase of phrases) {
    let end = phrase[0]?.start ?? 0;
    const parts = phrase.map((run) => {
      const gap = run.start - end;
      end = run.start + run.chars.length;
      return `.{${gap}}(${run.chars.map((char) => char.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('')})`;
    });
    for (const { indices } of folded.matchAll(new RegExp(`(?=${parts.join('')})`, 'dgsu')))
      for (const [from, to] of (indices as [number, number][]).slice(1)) {
        const [first = 0, last = 0] = [places[from], places[to - 1]];
        for (let at = starts[first] ?? 0; at < (ends[last] ?? 0); at++) marked.add(at);
      }
  }
  return marked;
}

/** Where a text may not be cut: inside of words and of characters as people see them. */
function listInside(text: string): Set<number> {
  const inside = new Set(Array.from({ length: text.length - 1 }, (_, index) => index + 1));
  for (const { index } of new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text))
    inside.delete(index);
  const { chars, starts } = foldText(text);
  for (const { kind, start, chars: run } of splitRuns(chars)) {
    const words = new Set(kind === 'word' ? [] : cutWords(run.join('')).map((word) => word.start));
    for (let index = 1; index < run.length; index++) {
      const at = starts[start + index] ?? 0;
      // One character may fold to several.
      if (at !== starts[start + index - 1] && !words.has(index)) inside.add(at);
    }
  }
  return inside;
}

const unitsOf = (ranges: Highlight['ranges'], offset = 0) =>
  ranges.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => offset + start + at));

/** What is wrong with the passages of a text. */
function listFaults(text: string, phrases: readonly Phrase[]): string[] {
  const found = highlightField('text', text, phrases);
  const faults: string[] = [];
  const check = (isRight: boolean, fault: string) => isRight || faults.push(fault);
  const marked = listMarked(text, phrases);
  check(found.length > 0 === marked.size > 0, 'found where nothing is, or not where something is');
  check(found.length <= 3, 'too many passages');
  const inside = found.some(({ snippet }) => snippet !== text) ? listInside(text) : new Set<number>();
  let end = 0;
  const shown = new Set<number>();
  for (const { snippet, ranges } of found) {
    const start = text.indexOf(snippet, end);
    check(start >= end, 'no passage of the text, or not in order');
    end = start + snippet.length;
    for (const at of unitsOf(ranges, start)) shown.add(at);
    check(!inside.has(start) && !inside.has(end), 'cut in a word');
    const own = [...listMarked(snippet, phrases)].sort((a, b) => a - b);
    check(JSON.stringify(unitsOf(ranges)) === JSON.stringify(own), 'marked otherwise than it matches');
    check(
      ranges.every((range, index) => index === 0 || range.start > (ranges[index - 1]?.end ?? 0)),
      'ranges that touch',
    );
  }
  // A match is shown or lies behind the last passage: none is cut through.
  check(
    [...marked].every((at) => shown.has(at) || (found.length === 3 && at >= end)),
    'a match is not shown',
  );
  return faults;
}

test('passages of ten thousand random documents are cut between words, and mark what matches, and all of it', () => {
  const faulty: string[] = [];
  let [cut, matches] = [0, 0];
  for (let round = 0; round < 10_000; round++) {
    const text = randomText();
    const query = randomQuery(text);
    const phrases = markedPhrases(parseSearchQuery(query));
    for (const fault of listFaults(text, phrases)) faulty.push(`${fault}: ${query} in ${text}`);
    const found = highlightField('text', text, phrases);
    matches += found.flatMap(({ ranges }) => ranges).length;
    if (found.some(({ snippet }) => snippet !== text)) cut += 1;
  }
  expect(faulty.slice(0, 3)).toEqual([]);
  expect(cut).toBeGreaterThan(3_000);
  expect(matches).toBeGreaterThan(20_000);
});

test('a match that stands where a passage would end is left whole', () => {
  const text = `${'以色列总理表示，'.repeat(20)}现实。`;
  const phrases = markedPhrases(parseSearchQuery('色列总'));
  for (const { snippet, ranges } of highlightField('text', text, phrases)) {
    expect(snippet).toMatch(/^(?:以色列总理表示，)+(?:现实。)?$/);
    expect(ranges.length).toBe(snippet.match(/色列总/g)?.length);
  }
});
