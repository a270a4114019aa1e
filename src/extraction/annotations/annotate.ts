import type { Article } from '../../documents/model/source-document.ts';
import { listAgreements } from '../agreements/agreements.ts';
import { completeCompanies } from '../bodies/company-aliases.ts';
import type { OrganisationMention } from '../bodies/organisation-mention.ts';
import { listOrganisations } from '../bodies/organisations.ts';
import { listShortMentions } from '../bodies/short-forms.ts';
import { listMeetings } from '../meetings/meetings.ts';
import { listParticipations } from '../participations/participations.ts';
import { createPassage } from '../passage/passage.ts';
import type { PersonMention } from '../persons/person-mention.ts';
import { listPersons } from '../persons/persons.ts';
import { sortByPlace } from '../text/spans.ts';
import type { Annotations } from './annotations.ts';

/** Bodies that only an office shows (外交部 in 某国外交部长), added to those that the text names. */
function addBodiesOfPosts(
  organisations: readonly OrganisationMention[],
  persons: readonly PersonMention[],
): readonly OrganisationMention[] {
  const named = new Set(organisations.map(({ name }) => name));
  const added: OrganisationMention[] = [];
  for (const { posts } of persons)
    for (const { organisation, start, end, title, role } of posts) {
      if (!organisation || named.has(organisation.name) || !title.startsWith(organisation.name.slice(0, -1)))
        continue;
      // 总书记 behind a name tells the post, but names no body.
      if (end - start === role.length && !role.startsWith(organisation.name.slice(-3, -1))) continue;
      named.add(organisation.name);
      added.push({ ...organisation, start, end });
    }
  return added.length > 0 ? sortByPlace([...organisations, ...added]) : organisations;
}

/** Runs the extractors over one article, each on what those before it found. Pure; it never throws. */
export function annotate(article: Article): Annotations {
  const passage = createPassage(article);
  const named = listOrganisations(passage);
  const all = sortByPlace(completeCompanies([...named, ...listShortMentions(passage, named)]));
  const persons = listPersons(passage, all);
  const organisations = addBodiesOfPosts(all, persons);
  const meetings = listMeetings(passage, persons, organisations);
  const participations = listParticipations(passage, meetings, { persons, organisations });
  const agreements = listAgreements(passage, { meetings, organisations, persons });
  return { passage, organisations, persons, meetings, participations, agreements };
}
