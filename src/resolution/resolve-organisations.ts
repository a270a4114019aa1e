import type { OrganisationClaim } from '../extraction/claim.ts';
import type { OrganisationRow } from './change-set.ts';
import { compareOrganisations } from './comparators/compare-organisations.ts';
import type { KnownOrganisation } from './known-graph.ts';
import { addEvidence, claimsOf, identify, type ResolutionContext } from './resolution-context.ts';

/** What the article adds to what is known: names that are new, an area or a parent that was not known. */
function grow(known: KnownOrganisation, claim: OrganisationClaim, parentId: string | null): OrganisationRow {
  const added = [claim.name, ...claim.otherNames].filter((name) => name !== known.name);
  return {
    id: known.id,
    name: known.name,
    otherNames: [...new Set([...known.otherNames, ...added])].sort(),
    classification: known.classification === 'OTHER' ? claim.classification : known.classification,
    areaCode: known.areaCode ?? claim.area,
    parentId: known.parentId ?? parentId,
  };
}

function isGrown(row: OrganisationRow, known: KnownOrganisation): boolean {
  return (
    row.otherNames.length > known.otherNames.length ||
    row.classification !== known.classification ||
    row.areaCode !== known.areaCode ||
    row.parentId !== known.parentId
  );
}

function createRow(id: string, claim: OrganisationClaim, parentId: string | null): OrganisationRow {
  const { name, otherNames, classification, area } = claim;
  return { id, name, otherNames: [...new Set(otherNames)].sort(), classification, areaCode: area, parentId };
}

/**
 * Gives every organisation of the article its entity.
 *
 * @returns their ids by the names they have in the claims.
 */
export function resolveOrganisations(context: ResolutionContext): Map<string, string> {
  const claims = claimsOf(context.extraction, 'organisation');
  const resolved = claims.map((claim) => ({
    claim,
    ...identify(context, {
      entityType: 'organisation',
      name: claim.name,
      candidates: context.known.organisations,
      compare: (candidate) => compareOrganisations(claim, candidate),
    }),
  }));
  const ids = new Map(resolved.map(({ claim, id }) => [claim.name, id]));
  const made = new Set<string>();
  for (const { claim, id, known } of resolved) {
    addEvidence(context, claim, 'organisation', id);
    const parent = claim.parent === null ? null : (ids.get(claim.parent) ?? null);
    const parentId = parent === id ? null : parent;
    if (made.has(id)) continue;
    made.add(id);
    if (known === null) context.changes.newOrganisations.push(createRow(id, claim, parentId));
    else {
      const row = grow(known, claim, parentId);
      if (isGrown(row, known)) context.changes.grownOrganisations.push(row);
    }
  }
  return ids;
}
