import type { Span } from '../../documents/model/source-document.ts';
import type { Sentence } from '../text/sentences.ts';
import { findFirst, listWithin } from '../text/spans.ts';
import type { Meeting } from './meeting.ts';

const NEVER = Number.POSITIVE_INFINITY;

/** From an offset on the last of the meetings reported so far, by its index. */
interface Step extends Span {
  readonly index: number;
}

/** The steps at which the last of the meetings reported changes; `since` tells from where on one counts as reported. */
function listSteps(meetings: readonly Meeting[], since: (meeting: Meeting) => number): Step[] {
  const starts = meetings.map((meeting, index) => ({ start: since(meeting), index }));
  let last = -1;
  return starts
    .filter(({ start }) => start < NEVER)
    .sort((a, b) => a.start - b.start)
    .map(({ start, index }) => {
      last = Math.max(last, index);
      return { start, end: start, index: last };
    });
}

const firstOf = (offsets: readonly number[]) => offsets.reduce((a, b) => Math.min(a, b), NEVER);

/** Where the sentence of the body that first reports a meeting begins. */
const inBodySince = ({ mentions }: Meeting) =>
  firstOf(mentions.flatMap(({ sentence: { kind, start } }) => (kind === 'body' ? [start] : [])));

const namedSince = ({ mentions }: Meeting) => firstOf(mentions.map(({ start }) => start));

/** Where an article reports its meetings, asked for one place at a time without a look at all of them. */
export class MeetingTimeline {
  readonly meetings: readonly Meeting[];
  private readonly mentions: readonly Step[];
  private readonly all: readonly Step[];
  private readonly talks: readonly Step[];
  private readonly assemblies: readonly Step[];
  private readonly named: readonly Step[];
  private readonly paragraphs = new Map<Meeting, ReadonlySet<number>>();

  /** `meetings` in the order of their rank: the last of several is the one that a later sentence means. */
  constructor(meetings: readonly Meeting[]) {
    this.meetings = meetings;
    this.mentions = meetings
      .flatMap(({ mentions }, index) => mentions.map(({ start, end }) => ({ start, end, index })))
      .sort((a, b) => a.start - b.start);
    this.all = listSteps(meetings, inBodySince);
    this.talks = listSteps(meetings, (meeting) => (meeting.talks ? inBodySince(meeting) : NEVER));
    this.assemblies = listSteps(meetings, (meeting) => (meeting.talks ? NEVER : inBodySince(meeting)));
    this.named = listSteps(meetings, namedSince);
  }

  /** The meetings that a part of the text reports, in the order of `meetings`. */
  listReported(span: Span): Meeting[] {
    const found = new Set(listWithin(this.mentions, span).map(({ index }) => index));
    return [...found].sort((a, b) => a - b).flatMap((index) => this.meetings[index] ?? []);
  }

  /** The last of the meetings that the body reports in a sentence before an offset; of talks, or of others, where told so. */
  findLastBefore(offset: number, talks: boolean | null = null): Meeting | null {
    const steps = talks === null ? this.all : talks ? this.talks : this.assemblies;
    return this.findLast(steps, offset);
  }

  /** The last of the meetings that are named before an offset, in a headline too. */
  findLastNamed(offset: number): Meeting | null {
    return this.findLast(this.named, offset);
  }

  /** Whether a meeting is reported in the paragraph of a sentence. */
  isInParagraph(meeting: Meeting, { paragraph }: Sentence): boolean {
    const known =
      this.paragraphs.get(meeting) ?? new Set(meeting.mentions.map(({ sentence }) => sentence.paragraph));
    this.paragraphs.set(meeting, known);
    return known.has(paragraph);
  }

  private findLast(steps: readonly Step[], offset: number): Meeting | null {
    const step = steps[findFirst(steps, offset) - 1];
    return (step && this.meetings[step.index]) ?? null;
  }
}
