import { existsSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { jest } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';
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

const KEY = 'a key of this test';

let api: TestApp;
let origin: string;
let browser: Promise<Browser> | null = null;
const openBrowser = () => (browser ??= chromium.launch({ executablePath: CHROMIUM, args: FLAGS }));
beforeAll(async () => {
  api = await createTestApp({ apiKey: KEY });
  await fillGraph(api.test.database.kysely);
  origin = await api.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await (await browser)?.close();
  await api.close();
});

/** A browser is slow on a machine that has other work. */
jest.setTimeout(240_000);

/** A page of a browser, and what it did that it should not. */
interface Visit {
  readonly page: Page;
  /** Addresses of other hosts that it asked. */
  readonly elsewhere: string[];
  /** Errors of its scripts, and what the content security policy kept it from. */
  readonly problems: string[];
}

function watch(page: Page): Visit {
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

/** Opens a page that knows nothing of others; with SCREENSHOT=folder a picture of how it ended is kept there. */
async function inBrowser(
  name: string,
  act: (page: Page, problems: string[]) => Promise<void>,
): Promise<void> {
  const context = await (await openBrowser()).newContext({ viewport: { width: 1400, height: 900 } });
  const { page, elsewhere, problems } = watch(await context.newPage());
  await act(page, problems);
  if (process.env.SCREENSHOT) await page.screenshot({ path: `${process.env.SCREENSHOT}/${name}.png` });
  expect(elsewhere).toEqual([]);
  expect(problems).toEqual([]);
  await context.close();
}

const skipped = isBuilt && existsSync(CHROMIUM) ? '' : ` (skipped: ${why})`;
const editorOf = (page: Page) => page.locator('.graphiql-query-editor .view-lines');
const answerOf = (page: Page) => page.locator('.graphiql-response .view-lines');
const execute = (page: Page) => page.getByRole('button', { name: /Execute query/ }).click();

withBrowser(`the explorer runs its first example without a request to another host${skipped}`, () =>
  inBrowser('first-example', async (page) => {
    await page.goto(origin);
    await page.getByRole('tab', { name: 'Meetings' }).waitFor();
    await editorOf(page).getByText('totalCount').first().waitFor();
    await execute(page);
    await answerOf(page).getByText('"data"').waitFor();
    await answerOf(page).getByText('甲会').first().waitFor();
  }),
);

withBrowser(`A1: what stands in the tab Headers is sent${skipped}`, () =>
  inBrowser('headers', async (page, problems) => {
    const mutation = 'mutation { ingestDocument(input: {name: "a", text: " "}) { status } }';
    await page.goto(`${origin}/?query=${encodeURIComponent(mutation)}`);
    await editorOf(page).getByText('ingestDocument').waitFor();
    await execute(page);
    await answerOf(page).getByText('API_KEY_WRONG').waitFor();
    // The browser tells of the refusal, too.
    expect(problems.splice(0)).toEqual([expect.stringContaining('401')]);
    await page.getByRole('button', { name: 'Headers', exact: true }).click();
    await page.locator('.graphiql-editor-tool .graphiql-editor:not(.hidden)').click();
    await page.keyboard.insertText(JSON.stringify({ 'x-api-key': KEY }));
    await execute(page);
    await answerOf(page).getByText('QUARANTINED').waitFor();
  }),
);

withBrowser(`A2: a link opens its query with its variables, beside the examples${skipped}`, () =>
  inBrowser('link', async (page) => {
    const link = new URLSearchParams({
      query: 'query Linked($first: Int) { people(first: $first) { totalCount nodes { name } } }',
      variables: '{"first":1}',
    });
    await page.goto(`${origin}/?${link}`);
    await page.getByRole('tab', { name: 'Linked', selected: true }).waitFor();
    await page.getByRole('tab', { name: 'Meetings' }).waitFor();
    await execute(page);
    await answerOf(page).getByText('"totalCount"').waitFor();
    expect(await answerOf(page).getByText('"name"').count()).toBe(1);
    // In a browser that has tabs of its own already, too.
    await page.goto(`${origin}/?query=${encodeURIComponent('query Again { meetings { totalCount } }')}`);
    await page.getByRole('tab', { name: 'Again', selected: true }).waitFor();
    await editorOf(page).getByText('Again').waitFor();
  }),
);

withBrowser(`A2: an example that was closed comes back from the pane of examples${skipped}`, () =>
  inBrowser('examples', async (page) => {
    await page.goto(origin);
    const tab = page.getByRole('tab', { name: 'Timelines' });
    await tab.locator('.graphiql-tab-button').click();
    await tab.locator('.graphiql-tab-close').click();
    await tab.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Show Examples' }).click();
    await page.getByRole('button', { name: 'Timelines', exact: true }).click();
    await page.getByRole('tab', { name: 'Timelines', selected: true }).waitFor();
    await editorOf(page).getByText('observedOn').first().waitFor();
    await execute(page);
    await answerOf(page).getByText('"data"').waitFor();
  }),
);

test('the page and its files are served with media types and a policy that allows this host alone', async () => {
  const page = await api.app.inject('/');
  if (!isBuilt) {
    expect([page.statusCode, page.json().errors[0].message]).toEqual([
      404,
      expect.stringMatching(/not built: run/),
    ]);
    return;
  }
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  expect((await api.app.inject('/explorer/..%2f..%2fpackage.json')).statusCode).toBe(404);
  expect((await api.app.inject('/explorer/nothing.js')).json().errors[0].extensions.code).toBe('NOT_FOUND');
});

test('its files come compressed as the build left them, and only once', async () => {
  if (!isBuilt) return;
  const load = (headers: object) => api.app.inject({ url: '/explorer/explorer.js', headers: { ...headers } });
  const plain = await load({});
  expect(plain.headers['content-type']).toMatch(/^(?:text|application)\/javascript; charset=utf-8$/i);
  const packed = await load({ 'accept-encoding': 'gzip, br' });
  expect(packed.headers['content-encoding']).toBe('br');
  expect(brotliDecompressSync(packed.rawPayload).equals(plain.rawPayload)).toBe(true);
  const again = await load({ 'accept-encoding': 'gzip, br', 'if-none-match': String(packed.headers.etag) });
  expect(again.statusCode).toBe(304);
});
