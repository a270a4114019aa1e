import type { Article } from '../documents/source-document.ts';
import type { Extraction } from './claim.ts';
import { createClaims } from './create-claims.ts';
import { listAgreements } from './extractors/agreements.ts';
import { listMeetings } from './extractors/meetings.ts';
import type { OrganisationMention } from './extractors/organisation-mention.ts';
import { listOrganisations } from './extractors/organisations.ts';
import { listParticipations } from './extractors/participations.ts';
import { createPassage } from './extractors/passage.ts';
import { listPersons, type PersonMention } from './extractors/persons.ts';
import { listShortMentions } from './extractors/short-forms.ts';
import { listWarnings } from './extractors/warnings.ts';

const byPlace = (a: OrganisationMention, b: OrganisationMention) => a.start - b.start || a.end - b.end;

/** Bodies that only an office shows (外交部 in 某国外交部长), added to those that the text names. */
function addBodiesOfPosts(
  organisations: readonly OrganisationMention[],
  persons: readonly PersonMention[],
): OrganisationMention[] {
  const named = new Set(organisations.map(({ name }) => name));
  const added = persons.flatMap(({ posts }) =>
    posts.flatMap(({ organisation, start, end, title }) => {
      if (!organisation || named.has(organisation.name) || !title.startsWith(organisation.name.slice(0, -1)))
        return [];
      named.add(organisation.name);
      return [{ ...organisation, start, end }];
    }),
  );
  return [...organisations, ...added].sort(byPlace);
}

/**
 * Reads the facts of one article: persons, bodies, posts, meetings, who took part in them, and agreements.
 * Pure, and linear in the length of the text; it never throws, what it doubts it warns of.
 *
 * @example 上海市委书记张三主持会议 // person 张三, organisation 上海市委, position 上海市委书记
 */
export function extractClaims(article: Article): Extraction {
  const passage = createPassage(article);
  const named = listOrganisations(passage);
  const all = [...named, ...listShortMentions(passage, named)].sort(byPlace);
  const persons = listPersons(passage, all);
  const organisations = addBodiesOfPosts(all, persons);
  const meetings = listMeetings(passage, persons, organisations);
  const participations = listParticipations(passage, meetings, { persons, organisations });
  const agreements = listAgreements(passage, { meetings, organisations, persons });
  const findings = { passage, organisations, persons, meetings, participations, agreements };
  return { claims: createClaims(findings), warnings: listWarnings(findings) };
}
