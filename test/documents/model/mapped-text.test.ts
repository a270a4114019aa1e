import fc from 'fast-check';
import {
  applyEdits,
  type Edit,
  joinMapped,
  listOffsets,
  type MappedText,
  mapSource,
  offsetAt,
  rewriteMapped,
  sliceMapped,
  trimMapped,
} from '../../../src/documents/model/mapped-text.ts';

const read = (mapped: MappedText) => ({ text: mapped.text, offsets: [...listOffsets(mapped)] });

test('a source maps to itself', () => {
  expect(read(mapSource('会议召开', 2))).toEqual({ text: '召开', offsets: [2, 3] });
});

test('parts keep their offsets, and a separator stands for what follows a part', () => {
  const source = mapSource('会议 召开');
  const joined = joinMapped([sliceMapped(source, 3), sliceMapped(source, 0, 2)], '\n');
  expect(read(joined)).toEqual({ text: '召开\n会议', offsets: [3, 4, 5, 0, 1] });
});

test('trimming takes white space off both ends', () => {
  expect(read(trimMapped(mapSource('　会议 \n')))).toEqual({ text: '会议', offsets: [1, 2] });
});

test('a rewritten text must keep its length', () => {
  expect(() => rewriteMapped(mapSource('会议'), '会')).toThrow(RangeError);
});

test('what edits leave keeps its offsets, what they put in stands for what they replace', () => {
  const edits = [
    { start: 1, end: 4, text: '' },
    { start: 5, end: 6, text: '——' },
  ];
  expect(read(applyEdits(mapSource('生(s)态-境'), edits))).toEqual({
    text: '生态——境',
    offsets: [0, 4, 5, 5, 6],
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
      const { text, offsets } = read(applyEdits(mapSource(source), edits));
      expect(text).toBe(expected);
      expect(offsets.length).toBe(expected.length);
      expect(offsets).toEqual([...offsets].sort((a, b) => a - b));
    }),
  );
});

test('one offset is read like all of them; outside the text there is none', () => {
  const torn = applyEdits(mapSource('生(s)态'), [{ start: 1, end: 4, text: '' }]);
  for (const mapped of [mapSource('会议召开', 2), torn]) {
    const places = [-1, 0, 1, 2];
    const [first, second] = listOffsets(mapped);
    expect(places.map((place) => offsetAt(mapped, place))).toEqual([undefined, first, second, undefined]);
  }
});
