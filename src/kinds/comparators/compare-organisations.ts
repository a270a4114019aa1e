import { type Comparison, different } from './comparison.ts';
import type { KnownOrganisation } from './known-graph.ts';

/**
 * Compares two bodies of the graph: by canonical name, then by their other
 * names. Bodies of different areas are different, whatever their names: every province has its own 生态环境厅.
 */
export function compareOrganisations(left: KnownOrganisation, right: KnownOrganisation): Comparison {
  if (left.areaCode !== null && right.areaCode !== null && left.areaCode !== right.areaCode) return different;
  if (left.name === right.name) return { score: 1, reasons: [`same name ${left.name}`] };
  const names = new Set([right.name, ...right.otherNames]);
  if (names.has(left.name))
    return { score: 0.95, reasons: [`${left.name} is another name of ${right.name}`] };
  if (left.otherNames.includes(right.name))
    return { score: 0.95, reasons: [`${right.name} is another name of ${left.name}`] };
  const shared = left.otherNames.find((name) => names.has(name));
  if (!shared) return different;
  return { score: 0.6, reasons: [`${left.name} and ${right.name} share the name ${shared}`] };
}
