import type { QueryPart } from '../../search/match/match-entries.ts';

/**
 * Stands for a part of what a text means as a query, in what is composed: the text is understood beside the event loop, and the
 * part filled in, when the statement is run.
 */
export class UnderstoodText {
  readonly text: string;
  readonly part: QueryPart;

  constructor(text: string, part: QueryPart) {
    this.text = text;
    this.part = part;
  }
}
