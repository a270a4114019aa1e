import type { Annotations } from '../annotations/annotations.ts';
import type { Warning, WarningCode } from '../model/claim.ts';

const warn = (
  { start, end }: { start: number; end: number },
  code: WarningCode,
  message: string,
): Warning => ({
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
    if (first?.unnamed)
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

/** Stands for what no charset could make a character of, and for half characters of a record. */
const UNREADABLE = '\ufffd';

/** Once a text: where one character is lost there are many, or that one. */
function* warnOfCharacters({ passage: { text } }: Annotations): Generator<Warning> {
  const start = text.indexOf(UNREADABLE);
  if (start < 0) return;
  let end = start;
  while (text[end] === UNREADABLE) end += 1;
  const span = { start, end };
  const count = text.split(UNREADABLE).length - 1;
  yield warn(
    span,
    'CHARACTERS_UNREADABLE',
    `${count} characters of the text could not be read; U+FFFD stands for each, the first after ${text.slice(Math.max(0, span.start - 10), span.start)}.`,
  );
}

/** The doubts that the text leaves, with the reading that was chosen. */
export function listWarnings(annotations: Annotations): Warning[] {
  return [
    ...warnOfMeetings(annotations),
    ...warnOfAgreements(annotations),
    ...warnOfCharacters(annotations),
  ].sort((a, b) => a.start - b.start);
}
