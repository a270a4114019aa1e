import { Initials } from '../../../src/extraction/terms/initials.ts';

const unit = (character: string) => character.charCodeAt(0);

test('a code unit of a term is never missed, and most others are', () => {
  const names = '张王李赵';
  const initials = new Initials([...names].map(unit));
  expect([...names].every((name) => initials.mayHold(unit(name)))).toBe(true);
  expect([...'的会议在市'].some((other) => initials.mayHold(unit(other)))).toBe(false);
  expect(new Initials([]).mayHold(unit('张'))).toBe(false);
});
