import { beginsArea } from './area-reader.ts';
import { beginsCollective } from './collective-organs.ts';
import { beginsFixedBody } from './fixed-bodies.ts';
import { beginsRelativeOrgan } from './relative-organs.ts';

let openings: Uint8Array | undefined;

function createTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let unit = 0; unit < table.length; unit++) {
    const opens = beginsArea(unit) || beginsFixedBody(unit) || beginsCollective(unit);
    if (opens || beginsRelativeOrgan(String.fromCharCode(unit))) table[unit] = 1;
  }
  return table;
}

/** Makes a term that was added later one of those that open a body. */
export function addOpening(term: string): void {
  openings ??= createTable();
  openings[term.charCodeAt(0)] = 1;
}

/** Whether an area, a body of fixed name, a collective or an organ named by its level may begin with the code unit. */
export function mayOpenBody(unit: number): boolean {
  openings ??= createTable();
  return openings[unit] === 1;
}
