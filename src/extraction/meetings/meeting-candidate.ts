import type { MeetingMention } from './meeting-mention.ts';

/** A meeting and the places that report it, before its day and place are looked for. */
export interface MeetingCandidate {
  name: string;
  readonly mentions: MeetingMention[];
}
