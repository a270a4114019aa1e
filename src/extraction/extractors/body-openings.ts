import { mayBeginArea } from './area-reader.ts';
import { mayBeginCollective } from './collective-organs.ts';
import { mayBeginCounted } from './counted-organs.ts';
import { mayBeginFixedBody } from './fixed-bodies.ts';
import { beginsRelativeOrgan } from './relative-organs.ts';

/** Whether an area, a body of fixed name, a collective, a count of places or an organ named by its level may begin at an offset. */
export function mayOpenBody(text: string, at: number): boolean {
  return (
    beginsRelativeOrgan(text.charCodeAt(at)) ||
    mayBeginArea(text, at) ||
    mayBeginFixedBody(text, at) ||
    mayBeginCollective(text, at) ||
    mayBeginCounted(text, at)
  );
}
