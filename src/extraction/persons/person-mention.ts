import type { Span } from '../../documents/model/source-document.ts';
import type { Post } from '../offices/post.ts';

/** A person whom the text names at a place. `start` and `end` enclose the name alone. */
export interface PersonMention extends Span {
  readonly name: string;
  /** Where the phrase begins that names the person: with the words for an office before the name. */
  readonly phraseStart: number;
  /** The offices that the text gives the person here, each with its own span. */
  readonly posts: readonly Post[];
  /** How the name was read, in words for people. */
  readonly rule: string;
}
