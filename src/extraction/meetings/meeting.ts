import type { Span } from '../../documents/model/source-document.ts';
import type { ResolvedDate } from '../dates/resolve-date.ts';
import type { AreaRecord } from '../lexicon/areas.ts';
import type { MeetingClaim } from '../model/claim.ts';
import type { MeetingMention } from './meeting-mention.ts';

/** A meeting that the article reports as held, with every place that reports it. */
export interface Meeting {
  readonly id: string;
  readonly name: string;
  readonly mentions: readonly MeetingMention[];
  readonly date: ResolvedDate;
  readonly places: readonly AreaRecord[];
  /** The words that say on which day, and in which places, it was held. */
  readonly said: readonly Span[];
  readonly format: MeetingClaim['format'];
  readonly talks: boolean;
  /** Whether it was held on a tour of inspection, whose other stops are no part of it. */
  readonly tour: boolean;
}
