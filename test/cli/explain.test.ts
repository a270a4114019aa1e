import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../support/run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'explain-'));
const page = join(folder, 'page.txt');
beforeAll(() =>
  writeFileSync(page, '全市创新工作会议召开\n\n3月1日，星海局局长张明远主持召开全市创新工作会议。\n'),
);
afterAll(() => rmSync(folder, { recursive: true }));

test("--explain prints each fact with its rule and its words, and knows the user's own words", async () => {
  const words = mkdtempSync(join(folder, 'words-'));
  writeFileSync(join(words, 'organisations.txt'), 'GOVERNMENT 星海城协同发展局|星海局\n');
  const { exitCode, stdout } = await runCli(['extract', '--explain', page], { XIEZUO_LEXICON: words });
  expect(exitCode).toBe(0);
  expect(stdout).toContain(
    'organisation: 星海城协同发展局\n    rule: body with a fixed name\n    span: 星海局',
  );
  expect(stdout).toContain('position: 张明远 = 星海城协同发展局局长');
  expect(stdout).toContain('warning YEAR_UNKNOWN');
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
