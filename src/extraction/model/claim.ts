import type { CivilDate, Span } from '../../documents/model/source-document.ts';

/**
 * Where the text says it: `start` and `end` enclose the words that carry the fact, `sentence` the sentence
 * around them. All offsets are UTF-16 code units into the article's text, half-open.
 */
export interface Evidence extends Span {
  readonly sentence: Span;
}

/** What every claim carries. A claim without evidence does not exist. */
interface ClaimBase {
  /** In the order of the text, at least one. */
  readonly evidence: readonly Evidence[];
}

/** How a body is classified; the values of the public API. */
export type OrganisationClass =
  | 'PARTY'
  | 'GOVERNMENT'
  | 'DEPARTMENT'
  | 'COORDINATION'
  | 'COMPANY'
  | 'ASSOCIATION'
  | 'MEDIA'
  | 'OTHER';

/** A natural person whom the article names. `name` is unique among the persons of one article. */
export interface PersonClaim extends ClaimBase {
  readonly kind: 'person';
  readonly name: string;
}

/** A body that the article names. `name` is canonical and unique among the bodies of one article. */
export interface OrganisationClaim extends ClaimBase {
  readonly kind: 'organisation';
  /** The canonical name, with its area where it has one: 江苏省生态环境厅, 上海市委, 科技部. */
  readonly name: string;
  /** Other names: full and short forms that the lexicon or the article gives, without `name`. */
  readonly otherNames: readonly string[];
  readonly classification: OrganisationClass;
  /** The area it belongs to (`AreaRef`), null for national and unplaced bodies. */
  readonly area: AreaRef | null;
  /** Canonical name of the body it is a part of, null where there is none or it is not known. */
  readonly parent: string | null;
  /** True where it is named only through a collective, 三省一市生态环境部门, or through the office of who signs for it. */
  readonly implied: boolean;
}

/**
 * The code of an area: six digits of GB/T 2260 for a Chinese division (`330500`), two letters of
 * ISO 3166-1 for a foreign state (`SG`).
 */
export type AreaRef = string;

/** A post that the article gives a person: an observation, not a career. */
export interface PositionClaim extends ClaimBase {
  readonly kind: 'position';
  /** `name` of a `PersonClaim` of the same article. */
  readonly person: string;
  /** `name` of an `OrganisationClaim` of the same article; null where the post is an area's or nobody's. */
  readonly organisation: string | null;
  /** The area for posts such as 上海市市长; null otherwise. */
  readonly area: AreaRef | null;
  /** The role alone: 副书记, 代市长, 组长. */
  readonly role: string;
  /** Body or place and role in full: 上海市委副书记, 上海市代市长. */
  readonly title: string;
}

/** 第九次 of a series: 长三角区域大气污染防治协作小组工作会议, 9. */
export interface SessionRef {
  /** The name of the series: the meeting's name without its ordinal. */
  readonly series: string;
  readonly ordinal: number;
  /** `name` of the `OrganisationClaim` whose meetings these are; null where the name shows none. */
  readonly organisation: string | null;
}

/** On what a meeting's date rests. */
export type DateBasis = 'STATED' | 'INFERRED' | 'UNKNOWN';

/** A month and day whose year the article leaves open: `--06-06` (ISO 8601 truncated form). */
export type MonthDay = string;

/** An event that the article reports as held. */
export interface MeetingClaim extends ClaimBase {
  readonly kind: 'meeting';
  /** Unique among the meetings of one article: `m1`. */
  readonly id: string;
  /** The fullest proper name that the article gives. */
  readonly name: string;
  readonly startsOn: CivilDate | null;
  /** Null where it lasted one day or `startsOn` is null. */
  readonly endsOn: CivilDate | null;
  readonly dateBasis: DateBasis;
  /** Set where the text gives month and day and no year can be had; else null. */
  readonly monthDay: MonthDay | null;
  readonly format: 'IN_PERSON' | 'VIDEO' | 'HYBRID' | null;
  /** Where it was held, in the order of the text, each at the most specific level given. */
  readonly places: readonly AreaRef[];
  /** One for each body that meets: two for A第九次会议暨B第六次会议, none for a meeting without ordinal. */
  readonly sessions: readonly SessionRef[];
}

/** What a participant did at a meeting. */
export type ParticipationRole = 'CHAIR' | 'SPEAKER' | 'ATTENDEE';

/** Somebody's part in a meeting: a person's or a body's, never both. */
export interface ParticipationClaim extends ClaimBase {
  readonly kind: 'participation';
  /** `id` of a `MeetingClaim` of the same article. */
  readonly meeting: string;
  readonly participant: { readonly person: string } | { readonly organisation: string };
  /** At least one, each once; ATTENDEE never beside another. */
  readonly roles: readonly ParticipationRole[];
  /** From 0, in the order in which the text first names the meeting's participants. */
  readonly order: number;
  /** As the text has it: 赵明远, 省生态环境厅. */
  readonly nameAsPrinted: string;
  /** `title`s of `PositionClaim`s of this person that the text gives for this meeting. */
  readonly positions: readonly string[];
}

/** The kinds of instrument. */
export type AgreementKind = 'MEMORANDUM' | 'AGREEMENT' | 'DECLARATION' | 'OTHER';

/** An instrument that parties signed or concluded. */
export interface AgreementClaim extends ClaimBase {
  readonly kind: 'agreement';
  /** Unique among the agreements of one article: `a1`. */
  readonly id: string;
  /** Without 《》. */
  readonly title: string;
  readonly agreementKind: AgreementKind;
  readonly signedOn: CivilDate | null;
  /** `id` of the `MeetingClaim` where it was signed, null where that is not said. */
  readonly meeting: string | null;
}

/** One party's signature under an agreement. */
export interface SignatureClaim extends ClaimBase {
  readonly kind: 'signature';
  /** `id` of an `AgreementClaim` of the same article. */
  readonly agreement: string;
  /** An organisation of the same article, or an area: a province, a state. */
  readonly party: { readonly organisation: string } | { readonly area: AreaRef };
  /** `name` of the `PersonClaim` who signed, null where nobody is named. */
  readonly signer: string | null;
  /** True where a collective was written out: 三省一市生态环境部门. */
  readonly implied: boolean;
}

/** Whether a number says what something is, or by how much it changed. */
export type IndicatorForm = 'LEVEL' | 'CHANGE';

/** How near a number is to what is measured: as it stands, 约, 逾 or 100多, 近 or 不足. */
export type Bound = 'EXACT' | 'ABOUT' | 'AT_LEAST' | 'AT_MOST';

/** A number that the article states of a body, a place, a meeting or a period. At most one of the three subjects is set. */
export interface IndicatorClaim extends ClaimBase {
  readonly kind: 'indicator';
  /** `name` of an `OrganisationClaim` of the same article; else null. */
  readonly organisation: string | null;
  readonly area: AreaRef | null;
  /** `id` of a `MeetingClaim` of the same article; else null. */
  readonly meeting: string | null;
  /** What is measured, as printed: PM2.5平均浓度, 一体化制度创新成果. */
  readonly measure: string;
  readonly form: IndicatorForm;
  /** An exact decimal in `unit`: `270000000000`, `-3.2` for a fall. */
  readonly value: string;
  /** Canonical: a code of UCUM (`ug/m3`, `%`, `a`), of ISO 4217 (`CNY`), or the counter: 项. */
  readonly unit: string;
  readonly bound: Bound;
  /** Number and unit as printed: 2700亿元. */
  readonly printed: string;
  /** Whether it is meant to be so, and is not yet. */
  readonly planned: boolean;
  /** The first day for which it holds; null where it is open, or holds for one moment. */
  readonly startsOn: CivilDate | null;
  /** The last day for which it holds; null where the article gives no period. */
  readonly endsOn: CivilDate | null;
}

/** One fact that one article states, tied to its words. */
export type Claim =
  | PersonClaim
  | OrganisationClaim
  | PositionClaim
  | MeetingClaim
  | ParticipationClaim
  | AgreementClaim
  | SignatureClaim
  | IndicatorClaim;

/** What a doubt is about; the README says each in words. */
export type WarningCode =
  | 'YEAR_UNKNOWN'
  | 'YEAR_INFERRED'
  | 'MEETING_WITHOUT_NAME'
  | 'PARTIES_RESPECTIVELY'
  | 'PARTIES_UNKNOWN'
  | 'CHARACTERS_UNREADABLE'
  | 'NOT_READ_AGAIN';

/** A doubt that the text leaves, with the reading that was chosen, or what of it could not be read. */
export interface Warning extends Span {
  readonly code: WarningCode;
  readonly message: string;
}

/** What extraction gives for one article. Claims refer to each other by name or id within it. */
export interface Extraction {
  readonly claims: readonly Claim[];
  readonly warnings: readonly Warning[];
}
