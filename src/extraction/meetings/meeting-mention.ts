import type { Span } from '../../documents/model/source-document.ts';
import type { Sentence } from '../text/sentences.ts';

/** A place where the text reports a meeting as held. `start` and `end` enclose its name. */
export interface MeetingMention extends Span {
  readonly name: string;
  readonly sentence: Sentence;
  /** Where the verb begins that reports it: 召开, 出席. */
  readonly verbStart: number;
  /** Whether the text gives it no name of its own: 召开座谈会. */
  readonly unnamed: boolean;
  /** Whether it is a meeting of persons with one another: 会见, 会谈. */
  readonly talks: boolean;
}
