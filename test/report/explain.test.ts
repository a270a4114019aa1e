import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDocument } from '../../src/documents/parse-document.ts';
import { explainDocument } from '../../src/report/explain.ts';
import { runCli } from '../support/run-cli.ts';
import { readSeedDocuments } from '../support/seed-documents.ts';

const folder = mkdtempSync(join(tmpdir(), 'explain-'));
const page = join(folder, 'page.txt');
beforeAll(() =>
  writeFileSync(page, '全市创新工作会议召开\n\n3月1日，星海局局长张明远主持召开全市创新工作会议。\n'),
);
afterAll(() => rmSync(folder, { recursive: true }));

const GOLDEN = new URL('../fixtures/explain/', import.meta.url);

test.each(readSeedDocuments().map(({ name, bytes }) => [name, bytes] as const))(
  'C10: %s is explained by meetings, agreements, people and bodies, with rules and sentences (UPDATE=1 rewrites it)',
  (name, bytes) => {
    const lines = explainDocument(parseDocument(bytes, name));
    const file = new URL(name, GOLDEN);
    if (process.env.UPDATE === '1') {
      if (process.env.CI) throw new Error('UPDATE=1 is for developers, not for CI');
      writeFileSync(file, lines.join('\n'));
    }
    expect(lines.join('\n')).toBe(readFileSync(file, 'utf8'));
    // Every number that a fact cites is that of a sentence.
    const cited = lines
      .flatMap((line) => (/ \[([\d, ]+)\]$/.exec(line)?.[1] ?? '').split(', '))
      .filter(Boolean);
    const numbers = lines.flatMap((line) => /^\[(\d+)\] /.exec(line)?.[1] ?? []);
    expect(new Set(cited)).toEqual(new Set(numbers));
  },
);

test("--explain prints facts with their rules and sentences, and knows the user's own words", async () => {
  const words = mkdtempSync(join(folder, 'words-'));
  writeFileSync(join(words, 'organisations.txt'), 'GOVERNMENT 星海城协同发展局|星海局\n');
  const { exitCode, stdout } = await runCli(['extract', '--explain', page], { XIEZUO_LEXICON: words });
  expect(exitCode).toBe(0);
  expect(stdout).toContain(
    [
      'Meeting: 全市创新工作会议',
      '  --03-01 (UNKNOWN), no place (object of 主持召开) [1, 2]',
      '  CHAIR: 张明远 as 星海城协同发展局局长 (主持召开全市创新工作会议…) [2]',
    ].join('\n'),
  );
  expect(stdout).toContain('  星海城协同发展局, GOVERNMENT, also 星海局 (body with a fixed name) [2]\n');
  expect(stdout).toContain('    星海城协同发展局局长 (office of the body before it) [2]\n');
  expect(stdout).toContain('  YEAR_UNKNOWN: ');
  expect(stdout).toContain('[2] 3月1日，星海局局长张明远主持召开全市创新工作会议。\n');
});

test('a lexicon that cannot be used stops the command with one line that says where', async () => {
  const words = mkdtempSync(join(folder, 'wrong-'));
  writeFileSync(join(words, 'roles.txt'), 'FOO 总协调师\n');
  const { exitCode, stdout, stderr } = await runCli(['extract', page], { XIEZUO_LEXICON: words });
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
  expect(stderr).toMatch(/^xiezuo: roles\.txt, line 1: FOO is none of/);
  const missing = await runCli(['extract', page], { XIEZUO_LEXICON: join(folder, 'none') });
  expect(missing.exitCode).toBe(1);
  expect(missing.stderr).toContain('which is no folder that can be read');
});
