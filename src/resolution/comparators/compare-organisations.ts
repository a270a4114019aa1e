import type { OrganisationClaim } from '../../extraction/claim.ts';
import { type Comparison, different } from '../comparison.ts';
import type { KnownOrganisation } from '../known-graph.ts';

/**
 * Compares a body that an article names with one that the graph holds: by canonical name, then by their other
 * names. Bodies of different areas are different, whatever their names: every province has its own 生态环境厅.
 */
export function compareOrganisations(mention: OrganisationClaim, known: KnownOrganisation): Comparison {
  if (mention.area !== null && known.areaCode !== null && mention.area !== known.areaCode) return different;
  if (mention.name === known.name) return { score: 1, reasons: [`same name ${mention.name}`] };
  const names = new Set([known.name, ...known.otherNames]);
  if (names.has(mention.name))
    return { score: 0.95, reasons: [`${mention.name} is another name of ${known.name}`] };
  if (mention.otherNames.includes(known.name))
    return { score: 0.95, reasons: [`${known.name} is another name of ${mention.name}`] };
  const shared = mention.otherNames.find((name) => names.has(name));
  if (!shared) return different;
  return { score: 0.6, reasons: [`${mention.name} and ${known.name} share the name ${shared}`] };
}
