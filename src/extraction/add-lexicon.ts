import { XiezuoError } from '../base/errors.ts';
import { addCollective } from './bodies/collective-organs.ts';
import { addFixedBody } from './bodies/fixed-bodies.ts';
import { agreementWords } from './lexicon/agreement-words.ts';
import { listAreas } from './lexicon/areas.ts';
import { meetingWords } from './lexicon/meeting-words.ts';
import { nameWords, organisationSuffixes } from './lexicon/name-words.ts';
import { addOutlet } from './lexicon/outlets.ts';
import { roleWords } from './lexicon/role-words.ts';
import type { RoleScope } from './lexicon/roles.ts';
import { addSurname, addWordLikeName } from './lexicon/surnames.ts';
import type { AgreementKind, OrganisationClass } from './model/claim.ts';

/** A file of a user's lexicon: its base name, and its text. */
export interface LexiconFile {
  readonly name: string;
  readonly text: string;
}

/** One line: the word that classes it, empty for files without, and its terms. */
interface Line {
  readonly key: string;
  readonly terms: readonly string[];
}

interface ListKind {
  /** What the first word of a line may be; null for files whose lines are terms alone. */
  readonly keys: readonly string[] | null;
  readonly add: (line: Line) => void;
}

const CLASSES = 'PARTY GOVERNMENT DEPARTMENT COORDINATION COMPANY ASSOCIATION MEDIA OTHER'.split(' ');
const SCOPES = 'ORGANISATION AREA STATE NONE'.split(' ');
const KINDS = 'MEMORANDUM AGREEMENT DECLARATION OTHER'.split(' ');

const forEach = (add: (term: string, key: string) => void) => (line: Line) => {
  for (const term of line.terms) add(term, line.key);
};

function addOrganisation({ key, terms: [name = '', ...otherNames] }: Line): void {
  addFixedBody({ name, otherNames, classification: key as OrganisationClass });
}

function addCollectiveLine({ key, terms }: Line): void {
  const codes = key.split('+').map((name) => listAreas().find((area) => area.name === name)?.code ?? '');
  if (codes.includes('')) throw new RangeError(`${key} holds a name that is no area`);
  for (const term of terms) addCollective({ term, codes, contexts: [] });
}

function addOutletLine({ key, terms }: Line): void {
  if (!listAreas().some((area) => area.name === key)) throw new RangeError(`${key} is no area`);
  for (const term of terms) addOutlet(term, key);
}

/** What each file adds to; see docs/lexicons.md. */
const LISTS: Readonly<Record<string, ListKind>> = {
  'organisations.txt': { keys: CLASSES, add: addOrganisation },
  'organisation-endings.txt': {
    keys: CLASSES,
    add: forEach((term, key) => organisationSuffixes.set(term, key as OrganisationClass)),
  },
  'roles.txt': { keys: SCOPES, add: forEach((term, key) => roleWords.set(term, key as RoleScope)) },
  'instrument-endings.txt': {
    keys: KINDS,
    add: forEach((term, key) => agreementWords.set(term, key as AgreementKind)),
  },
  'meeting-endings.txt': { keys: null, add: forEach((term) => meetingWords.set(term, true)) },
  'collectives.txt': { keys: [], add: addCollectiveLine },
  'outlets.txt': { keys: [], add: addOutletLine },
  'surnames.txt': { keys: null, add: forEach((term) => addSurname(term)) },
  'no-names.txt': { keys: null, add: forEach((term) => addWordLikeName(term)) },
  'name-ends.txt': { keys: null, add: forEach((term) => nameWords.set(term, 'STOP')) },
};

const invalid = (place: string, problem: string) =>
  new XiezuoError('LEXICON_INVALID', `${place}: ${problem}; docs/lexicons.md says what the file holds.`);

function parseLine(text: string, { keys }: ListKind, place: string): Line {
  const [first = '', rest = ''] = keys ? text.split(/[ \t]+(.*)/, 2) : ['', text];
  if (keys && keys.length > 0 && !keys.includes(first))
    throw invalid(place, `${first} is none of ${keys.join(', ')}`);
  const terms = rest.split('|').map((term) => term.trim());
  if (terms.some((term) => term === '')) throw invalid(place, 'a word is missing');
  return { key: first, terms };
}

function addFile({ name, text }: LexiconFile): void {
  const list = LISTS[name];
  if (!list) throw invalid(name, `no such list; there are ${Object.keys(LISTS).join(', ')}`);
  text.split('\n').forEach((raw, index) => {
    const line = raw.replace(/#.*$/, '').trim();
    if (line === '') return;
    const place = `${name}, line ${index + 1}`;
    const parsed = parseLine(line, list, place);
    try {
      list.add(parsed);
    } catch (error) {
      if (error instanceof RangeError) throw invalid(place, error.message);
      throw error;
    }
  });
}

/**
 * Adds a user's words to the lexicons of this process; what is extracted from then on knows them.
 *
 * @throws {XiezuoError} LEXICON_INVALID: a file that is no list, or a line that cannot be used.
 */
export function addLexicon(files: readonly LexiconFile[]): void {
  for (const file of files) addFile(file);
}
