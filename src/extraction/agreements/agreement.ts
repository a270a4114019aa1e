import type { CivilDate } from '../../documents/model/source-document.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { TitleMention } from './agreement-titles.ts';
import type { Party } from './party.ts';

/** An instrument that the article reports as concluded. */
export interface Agreement {
  readonly id: string;
  readonly mention: TitleMention;
  readonly signedOn: CivilDate | null;
  readonly meeting: Meeting | null;
  readonly parties: readonly Party[];
}

/** An instrument before it is known which of them the article reports. */
export type Candidate = Omit<Agreement, 'id'>;
