import type { Annotations } from '../annotations/annotations.ts';
import type { Warning } from '../model/claim.ts';

const warn = ({ start, end }: { start: number; end: number }, code: string, message: string): Warning => ({
  start,
  end,
  code,
  message,
});

function* warnOfMeetings({ meetings }: Annotations): Generator<Warning> {
  for (const { mentions, date, name } of meetings) {
    const first = mentions[0];
    if (first && date.monthDay)
      yield warn(first, 'YEAR_UNKNOWN', `No year is known for ${name}; only month and day are kept.`);
    if (first && date.basis === 'INFERRED')
      yield warn(
        first,
        'YEAR_INFERRED',
        `The year of ${name} is taken from its name or its paragraph: ${date.startsOn}.`,
      );
    if (first?.generic)
      yield warn(first, 'MEETING_WITHOUT_NAME', `The text gives this meeting no name; it is called ${name}.`);
  }
}

function* warnOfAgreements({ passage, agreements }: Annotations): Generator<Warning> {
  for (const { mention, parties } of agreements) {
    const several = passage.text.slice(Math.max(0, mention.verbStart - 2), mention.verbStart) === '分别';
    if (several && parties.length > 2) {
      yield warn(
        mention,
        'PARTIES_RESPECTIVELY',
        `The text says 分别: which of the parties signed ${mention.title} is not settled; all are kept.`,
      );
    }
    if (parties.length === 0)
      yield warn(mention, 'PARTIES_UNKNOWN', `The parties of ${mention.title} were not found.`);
  }
}

/** The doubts that the text leaves, with the reading that was chosen. */
export function listWarnings(annotations: Annotations): Warning[] {
  return [...warnOfMeetings(annotations), ...warnOfAgreements(annotations)].sort((a, b) => a.start - b.start);
}
