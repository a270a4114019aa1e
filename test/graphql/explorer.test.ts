import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { fillGraph } from './graph-fixture.ts';
import { createTestApp, type TestApp } from './graphql-client.ts';

/** Where Debian puts Chromium; another place may be named by CHROMIUM_PATH. */
const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const isBuilt = existsSync(new URL('../../dist/explorer/index.html', import.meta.url));
const withBrowser = existsSync(CHROMIUM) && isBuilt ? test : test.skip;
const why = isBuilt ? `no Chromium at ${CHROMIUM}` : 'explorer not built, run scripts/build-explorer.mjs';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let api: TestApp;
let origin: string;
beforeAll(async () => {
  api = await createTestApp();
  await fillGraph(api.test.database.kysely);
  origin = await api.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => api.close());

async function onPage(browser: Browser) {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  const elsewhere: string[] = [];
  const problems: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && !['data:', 'blob:'].includes(url.protocol)) elsewhere.push(request.url());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  return { page, elsewhere, problems };
}

withBrowser(
  `the explorer runs its first example without a request to another host${isBuilt && existsSync(CHROMIUM) ? '' : ` (skipped: ${why})`}`,
  async () => {
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
    try {
      const { page, elsewhere, problems } = await onPage(browser);
      await page.goto(origin);
      await page.getByRole('tab', { name: 'Meetings' }).waitFor();
      await page.locator('.graphiql-query-editor .view-lines').getByText('totalCount').first().waitFor();
      await page.getByRole('button', { name: /Execute query/ }).click();
      const answer = page.locator('.graphiql-response .view-lines');
      await answer.getByText('"data"').waitFor();
      await answer.getByText('甲会').first().waitFor();
      if (process.env.SCREENSHOT) await page.screenshot({ path: process.env.SCREENSHOT });
      expect(elsewhere).toEqual([]);
      expect(problems).toEqual([]);
    } finally {
      await browser.close();
    }
  },
);

test('the page and its files are served with media types and a policy that allows this host alone', async () => {
  const page = await api.app.inject('/');
  if (!isBuilt) {
    expect(page.body).toMatch(/not built: run/);
    return;
  }
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  const script = await api.app.inject('/explorer/explorer.js');
  expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
  const again = await api.app.inject({
    url: '/explorer/explorer.js',
    headers: { 'if-none-match': String(script.headers.etag) },
  });
  expect(again.statusCode).toBe(304);
  expect((await api.app.inject('/explorer/..%2f..%2fpackage.json')).statusCode).toBe(404);
});
