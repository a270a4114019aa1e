import { endsSentence } from '../text/characters.ts';
import type { HtmlContainer } from './html-containers.ts';
import type { HtmlLine } from './html-lines.ts';

/** Class and id names of what stands around an article. */
const AROUND =
  /(?:^|[\s_-])(?:nav|menu|foot|footer|side|sidebar|aside|comment|comments|share|related|relate|relevant|recommend|rank|ranking|hot|hotnews|ads?|banner|copyright|breadcrumb|crumb|crumbs|location|login|search|pagination|pager|toolbar|links|friendlink|tags)(?:$|[\s_\d-])/;
const AROUND_TAGS = new Set(['nav', 'footer', 'aside', 'form']);
/** Names of what holds an article, whatever else they say. */
const WITHIN = /(?:article|content|zoom|trs_editor|detail|rich_media)/;
const PROSE_MIN = 18;
/** From this length on a paragraph weighs what it is long. */
const FULL_LENGTH = 60;
/** What the prose around an article weighs beside its own. */
const AROUND_WEIGHT = 0.1;
/** A child with this share of the prose of its parent holds the article. */
const DOMINANT = 0.8;
const MAX_LINK_SHARE = 0.3;

/** What the lines in a container amount to, all containers in it included. */
interface Tally {
  /** Characters of running text, weighed. */
  prose: number;
  /** Lines of running text. */
  lines: number;
  links: number;
  text: number;
  /** Whether something in it stands around articles by its tag or names. */
  around: boolean;
  readonly children: HtmlContainer[];
}

type Tallies = ReadonlyMap<HtmlContainer, Tally>;

/** How many characters of running text the lines hold. */
export function measureProse(lines: readonly HtmlLine[]): number {
  const prose = lines.filter(({ block }) => isProse(block.content.text));
  return prose.reduce((sum, { block }) => sum + block.content.text.trim().length, 0);
}

/** The element that holds the text of the page, the smallest with nearly all of it; null where there is no text. */
export function selectContent(lines: readonly HtmlLine[]): HtmlContainer | null {
  const tallies = tallyLines(lines);
  const root = [...tallies.keys()].find((container) => container.parent === null);
  if (root === undefined || (tallies.get(root)?.prose ?? 0) === 0) return null;
  return widen(tallies, descend(tallies, root));
}

function tallyLines(lines: readonly HtmlLine[]): Tallies {
  const tallies = new Map<HtmlContainer, Tally>();
  for (const { block, container } of lines) {
    const tally = ensureTally(tallies, container);
    const length = block.content.text.trim().length;
    const prose = block.linkShare < 0.5 && isProse(block.content.text);
    tally.prose += prose ? weigh(length) * (1 - block.linkShare) : 0;
    tally.lines += prose ? 1 : 0;
    tally.links += block.linkShare * length;
    tally.text += length;
  }
  return addUp(tallies);
}

/** Blurbs weigh less than paragraphs. */
function weigh(length: number): number {
  return length * Math.min(1, length / FULL_LENGTH);
}

/** The tally of a container; those of the containers around it are made with it. */
function ensureTally(tallies: Map<HtmlContainer, Tally>, container: HtmlContainer): Tally {
  let found = tallies.get(container);
  if (found !== undefined) return found;
  found = { prose: 0, lines: 0, links: 0, text: 0, around: false, children: [] };
  tallies.set(container, found);
  for (let at = container; at.parent !== null; at = at.parent) {
    const known = tallies.get(at.parent);
    known?.children.push(at);
    if (known !== undefined) break;
    tallies.set(at.parent, { prose: 0, lines: 0, links: 0, text: 0, around: false, children: [at] });
  }
  return found;
}

/** Adds every tally to that of the container around it, the innermost first. */
function addUp(tallies: Tallies): Tallies {
  const inwards = [...tallies].sort(([a], [b]) => b.depth - a.depth);
  for (const [container, tally] of inwards) {
    if (isAround(container)) {
      tally.prose *= AROUND_WEIGHT;
      tally.around = true;
    }
    const outer = container.parent === null ? undefined : tallies.get(container.parent);
    if (outer === undefined) continue;
    outer.prose += tally.prose;
    outer.lines += tally.lines;
    outer.links += tally.links;
    outer.text += tally.text;
    outer.around ||= tally.around;
  }
  return tallies;
}

function isProse(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.length >= PROSE_MIN && (endsSentence(trimmed) || /[，。；,]/.test(trimmed));
}

function isAround(container: HtmlContainer): boolean {
  if (AROUND_TAGS.has(container.tag)) return true;
  return AROUND.test(container.names) && !WITHIN.test(container.names);
}

function descend(tallies: Tallies, from: HtmlContainer): HtmlContainer {
  let at = from;
  for (;;) {
    const own = tallies.get(at);
    const enough = DOMINANT * (own?.prose ?? 0);
    const next = own?.children.find((child) => (tallies.get(child)?.prose ?? 0) >= enough);
    if (next === undefined) return at;
    at = next;
  }
}

/**
 * Takes in what was left outside: an element around the found one that holds more running text, and neither many
 * links nor what stands around articles, is part of the same text.
 */
function widen(tallies: Tallies, found: HtmlContainer): HtmlContainer {
  let best = found;
  for (let at = found.parent; at !== null && at.tag !== 'body' && at.tag !== 'page'; at = at.parent) {
    const [inner, outer] = [tallies.get(best), tallies.get(at)];
    if (inner === undefined || outer === undefined || outer.around) break;
    if (outer.links - inner.links > MAX_LINK_SHARE * (outer.text - inner.text)) break;
    if (outer.lines > inner.lines) best = at;
  }
  return best;
}
