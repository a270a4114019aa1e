import fc from 'fast-check';
import {
  applyEdits,
  type Edit,
  joinMapped,
  mapSource,
  rewriteMapped,
  sliceMapped,
  trimMapped,
} from '../../src/documents/mapped-text.ts';

test('a source maps to itself', () => {
  expect(mapSource('会议召开', 2)).toEqual({ text: '召开', offsets: Uint32Array.of(2, 3) });
});

test('parts keep their offsets, and a separator stands for what follows a part', () => {
  const source = mapSource('会议 召开');
  const joined = joinMapped([sliceMapped(source, 3), sliceMapped(source, 0, 2)], '\n');
  expect(joined).toEqual({ text: '召开\n会议', offsets: Uint32Array.of(3, 4, 5, 0, 1) });
});

test('trimming takes white space off both ends', () => {
  expect(trimMapped(mapSource('　会议 \n'))).toEqual({ text: '会议', offsets: Uint32Array.of(1, 2) });
});

test('a rewritten text must keep its length', () => {
  expect(() => rewriteMapped(mapSource('会议'), '会')).toThrow(RangeError);
});

test('what edits leave keeps its offsets, what they put in stands for what they replace', () => {
  const edits = [
    { start: 1, end: 4, text: '' },
    { start: 5, end: 6, text: '——' },
  ];
  expect(applyEdits(mapSource('生(s)态-境'), edits)).toEqual({
    text: '生态——境',
    offsets: Uint32Array.of(0, 4, 5, 5, 6),
  });
});

test('edits do to a text what splicing does', () => {
  const ranges = fc.array(fc.record({ gap: fc.nat(5), size: fc.nat(5), text: fc.string({ maxLength: 4 }) }));
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), ranges, (source, pieces) => {
      const edits: Edit[] = [];
      let at = 0;
      for (const { gap, size, text } of pieces) {
        const start = at + gap;
        const end = start + size;
        if (end > source.length) break;
        edits.push({ start, end, text });
        at = end;
      }
      const expected = edits.reduceRight(
        (text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end),
        source,
      );
      const edited = applyEdits(mapSource(source), edits);
      expect(edited.text).toBe(expected);
      expect(edited.offsets.length).toBe(expected.length);
      expect([...edited.offsets]).toEqual([...edited.offsets].sort((a, b) => a - b));
    }),
  );
});
