/**
 * The pages in a real browser (pictures.test.ts looks at them): without a request, a
 * dialog or a breach of the content policy, whatever stands in the names; without a serious fault that axe can find.
 */
import { cpSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { issue } from '../../src/base/issue.ts';
import { csvRow } from '../../src/formats/table/escape.ts';
import { fileOf } from '../../src/formats/file.ts';
import { readSheets } from '../../src/formats/table/read.ts';
import { sha256 } from '../../src/host/crypto.ts';
import type { Rec } from '../../src/model/record.ts';
import { htmlRefusal } from '../../src/report/html/issues.ts';
import { htmlReport } from '../../src/report/html/page.ts';
import { tell } from '../../src/report/html/told.ts';
import { htmlPortfolio } from '../../src/report/portfolio.ts';
import { pageOfOpenLines } from '../../bench/open-lines.ts';
import { root } from '../house/sources.ts';
import { portfolioOf } from '../support/portfolio.ts';
import { answer, BROWSER, launch, listsWith, open, PAGES, seen, speak, written } from './pages.ts';

const here = test.skipIf(!existsSync(BROWSER));
let browser: Browser;
const opened = (html: string, name: string, size?: { width: number; height: number }) => open(browser, html, name, size);
beforeAll(async () => { if (existsSync(BROWSER)) browser = await launch(); });
afterAll(() => browser?.close());

// --- usable by everybody --------------------------------------------------------------------------------------------

for (const [name, made] of Object.entries(PAGES))
  for (const lang of ['en', 'zh-Hant'] as const)
    here(`${name}, ${lang}: axe finds no serious fault, light and dark`, async () => {
      const { page } = await opened(await made(), `${name}-${lang}-axe`);
      await speak(page, lang);
      await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> } }).axe.run());
        expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 120)}`)).toEqual([]);
      }
      await page.context().close();
    });

here('the keyboard alone: zoom, every part of the network, its reasons; the language is one key away', async () => {
  const { page, wrong } = await opened(await PAGES.report(), 'keys');
  const width = () => page.evaluate(() => Number.parseFloat((globalThis as unknown as { document: { querySelector(s: string): { getBoundingClientRect(): { width: number } } } }).document.querySelector('svg.net').getBoundingClientRect().width as unknown as string));
  const before = await width();
  await page.focus('#frame');
  await page.keyboard.press('+');
  expect(await width()).toBeGreaterThan(before);
  await page.focus('svg.net:not([hidden]) a');
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => (globalThis as unknown as { location: { hash: string } }).location.hash)).toMatch(/^#w-/);
  await page.focus('[data-act=fold]');
  await page.keyboard.press('Enter');
  expect(await page.locator('svg.net:not([hidden])').count()).toBe(1);
  expect(await page.locator('svg.net:not([hidden]) g.node, svg.net:not([hidden]) a.node').count()).toBe(41);
  await page.focus('[data-speak=zh-Hant]');
  await page.keyboard.press('Enter');
  expect(await page.locator('h2:visible').first().textContent()).toContain('判定');
  expect(wrong).toEqual([]);
  await page.context().close();
});

// --- on paper --------------------------------------------------------------------------------------------------------

/** Pages of A4 with every reason opened, as a reader prints them; more would be a clause told again for each part (it was 17, 44 and 8). */
const PAPER = { 'quad-x': 9, 'flight-controller': 14, 'quad-clear': 6 } as const;
for (const [name, most] of Object.entries(PAPER))
  here(`${name} on A4 with all opened takes at most ${most} pages, and says what each clause says once`, async () => {
    const { result } = await answer(name);
    const { page, wrong } = await opened(htmlReport(result, { lang: 'en', sha256 }), `paper-${name}`);
    await page.evaluate(() => { for (const box of (globalThis as unknown as { document: { querySelectorAll(s: string): Iterable<{ open: boolean }> } }).document.querySelectorAll('details.part, details.small')) box.open = true; });
    for (const { clause, rulebook } of tell(result, sha256).clauses) expect(await page.locator('li > span[lang=en]', { hasText: `rulebook ${rulebook}, version` }).filter({ hasText: `clause ${clause}:` }).count(), clause).toBe(1);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const pages = pdf.match(/\/Type\s*\/Page\b/g)!.length;
    expect(pages).toBeGreaterThan(3);
    expect(pages).toBeLessThanOrEqual(most);
    expect(wrong).toEqual([]);
    await page.context().close();
  }, 60_000);

// --- hostile names --------------------------------------------------------------------------------------------------

const SEEDS = [
  '<script>alert(1)</script>', '"><script>alert(1)</script>', "'><img src=x onerror=alert(1)>", '<svg onload=alert(1)>', '</title><script>alert(1)</script>', '</style><script>alert(1)</script>',
  '</script><script>alert(1)</script>', '<!--<script>', ']]><script>alert(1)</script>', '<iframe srcdoc="<script>alert(1)</script>">', '<a href="javascript:alert(1)">x</a>', 'javascript:alert(1)', '" onmouseover="alert(1)',
  '<math><mtext></mtext><mglyph><svg><mtext><style><img src=x onerror=alert(1)>', '<link rel=stylesheet href=//evil.example/x.css>', '<meta http-equiv=refresh content="0;url=//evil.example">', '<base href=//evil.example/>',
  '<form action=//evil.example><button>', `$\{alert(1)}`, '{{constructor.constructor("alert(1)")()}}',
];
const WRAPS = [(text: string) => text, (text: string) => `\u202e${text}\u0000`, (text: string) => text.toUpperCase(), (text: string) => `&lt;${text}&#60;`, (text: string) => encodeURIComponent(text) + text];
const PAYLOADS = WRAPS.flatMap((wrap) => SEEDS.map(wrap));

/** Every text that a user's file can give, each time another payload; ids too, the same for the same. */
function hostile(records: readonly Rec[]): Rec[] {
  let at = 0;
  const next = (): string => PAYLOADS[at++ % PAYLOADS.length]!;
  const ids = new Map<string, string>();
  const id = (own: string): string => {
    if (!ids.has(own)) ids.set(own, `${next().replaceAll('|', '')} ${own}`);
    return ids.get(own)!;
  };
  const keep = new Set(['quad', 'fmuv3', 'bom-quad', 'bom-rev-d']);
  const REFERS = new Set(['id', 'maker', 'operator', 'supplier', 'buyer', 'output', 'recipe', 'facility', 'owner', 'asset', 'of', 'product', 'list']);
  const TEXTS = new Set(['name', 'issuer', 'origin', 'why', 'by', 'file', 'docKind', 'uom']);
  const changed = (value: unknown, name = ''): unknown => {
    if (Array.isArray(value)) return name === 'names' ? value.map(() => next()) : value.map((one) => changed(one, name));
    if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([inner, one]) => [inner, changed(one, inner)]));
    if (typeof value !== 'string') return value;
    if (REFERS.has(name) && !keep.has(value)) return id(value);
    return TEXTS.has(name) ? next() : value;
  };
  return records.map((rec) => ({ ...(changed(rec) as Rec), kind: rec.kind, ...(rec.kind === 'completeness' && { list: rec.list }) }) as Rec);
}

test('there are a hundred payloads, all different', () => expect(new Set(PAYLOADS).size).toBeGreaterThanOrEqual(100));

for (const name of ['quad-x', 'flight-controller'] as const)
  here(`${name} with a payload in every field: no dialog, no request, no breach of the policy, in the open and in the packed part`, async () => {
    const { result, records } = await answer(name, hostile);
    const member = { path: PAYLOADS[3]!, result, records };
    const faults = PAYLOADS.map((given) => issue('input/not-one-of', given, `/${given}`, { given, options: given }));
    const pages = {
      report: htmlReport(result, { lang: 'en', sha256, noticed: faults }), refused: htmlRefusal(PAYLOADS[3]!, faults, 'en', sha256),
      index: htmlPortfolio({ ...portfolioOf([member, member]), unanswered: [{ path: PAYLOADS[1]!, issues: faults }, { path: PAYLOADS[2]!, issues: [], failure: PAYLOADS[0]! }] }, 'en', sha256),
    };
    for (const [kind, html] of Object.entries(pages)) {
      const { page, wrong } = await opened(html, `hostile-${name}-${kind}`);
      expect(await page.locator('script').count()).toBe(html.includes('id="packed"') ? 2 : 1);
      expect(await page.locator('iframe, form, link, base, img, [onerror], [onload], [onmouseover]').count()).toBe(0);
      await page.evaluate(() => { for (const box of (globalThis as unknown as { document: { querySelectorAll(s: string): Iterable<{ open: boolean }> } }).document.querySelectorAll('details')) box.open = true; });
      if (await page.locator('#seek').count()) {
        await page.fill('#seek', 'a');
        await expect.poll(() => page.locator('#found details').count()).toBeGreaterThan(0);
        expect(await page.locator('#found script, #found img, #found svg, #found iframe').count()).toBe(0);
      }
      await page.evaluate(() => { (globalThis as unknown as { location: { hash: string } }).location.hash = '#<img src=x onerror=alert(1)>'; });
      await page.waitForTimeout(100);
      expect(wrong).toEqual([]);
      expect(await seen(page)).toEqual([]);
      await page.context().close();
    }
  });

/** The pages that other commands write, from files with a payload in every text that they show. */
const OTHERS: Readonly<Record<string, () => Promise<string>>> = {
  stress: () => {
    const dir = mkdtempSync(join(tmpdir(), 'nonred-hostile-'));
    cpSync(join(root, 'examples', 'ai-server'), dir, { recursive: true });
    let at = 0;
    const next = (): string => shown[at++ % shown.length]!;
    for (const table of ['products', 'parties', 'facilities', 'demands']) {
      const rows = readSheets(`${table}.csv`, fileOf(readFileSync(join(dir, `${table}.csv`)))).value[0]!.rows.map(({ cells }) => cells.map((cell) => cell ?? ''));
      writeFileSync(join(dir, `${table}.csv`), rows.map((row, i) => csvRow(row.map((cell, j) => (i > 0 && (rows[0]![j] === 'name' || rows[0]![j] === 'customer') ? next() : cell)))).join(''));
    }
    const scenario = readFileSync(join(root, 'examples', 'scenarios', 'strait-closed-60-days.yaml'), 'utf8').replace(/^title:.*$/m, `title: { en: ${JSON.stringify(next())}, zh-Hant: ${JSON.stringify(next())} }`);
    writeFileSync(join(dir, 'hostile.yaml'), scenario);
    return written((to) => ['stress', dir, '--scenario', join(dir, 'hostile.yaml'), '--each', 'facility', '--html', to]);
  },
  screen: () => written((to) => ['screen', ...shown.map((text) => `A ${text}`), '--lists', listsWith(shown.map((text) => csvRow([`A ${text}`, text, 'yes', text, '2021-06-24'])).join('')), '--html', to]),
};
const shown = PAYLOADS.filter((text) => !/[\0\u202e]/.test(text));

for (const [name, made] of Object.entries(OTHERS))
  here(`the page of ${name} with a payload in every name: no dialog, no request, no breach of the policy`, async () => {
    const html = await made();
    expect(html).toContain('alert(1)');
    const { page, wrong } = await opened(html, `hostile-${name}`);
    expect(await page.locator('script').count()).toBe(1);
    expect(await page.locator('iframe, form, link, base, img, [onerror], [onload], [onmouseover]').count()).toBe(0);
    await page.waitForTimeout(100);
    expect(wrong).toEqual([]);
    expect(await seen(page)).toEqual([]);
    await page.context().close();
  }, 60_000);

here('what the policy forbids is indeed stopped: the test can fail', async () => {
  const { page } = await opened((await PAGES.report()).replace('<main>', '<main><img src="//evil.example/x.png"><p onclick="alert(1)">x</p>'), 'breach');
  await expect.poll(() => seen(page)).not.toEqual([]);
  await page.context().close();
});

here('what lies packed in a page of many open lines is shown as it would be openly, and its records are found (npm run bench -- page measures 5,000)', async () => {
  const { result, page: html } = await pageOfOpenLines(400);
  expect(html.length).toBeLessThan(450_000);
  const last = tell(result, sha256).parts.at(-1)!;
  const { page, wrong } = await opened(html, 'packed');
  for (const lang of ['en', 'zh-Hant'] as const) {
    await page.click(`[data-speak=${lang}]`);
    await page.fill('#seek', '');
    await page.fill('#seek', last.name[0]);
    await expect.poll(() => page.locator('#found details').count()).toBe(1);
    // biome-ignore lint/performance/useDomNodeTextContent: only what is shown counts, and the other language is hidden
    expect(await page.locator('#found li').evaluateAll((items) => (items as unknown as { innerText: string }[]).map(({ innerText }) => innerText.replace(/ §$/, '')))).toEqual(last.lines.map((line) => (lang === 'en' ? line.en : line.zh)));
  }
  const { to, origin } = last.lines.find((line) => line.origin !== undefined)!;
  await page.locator('#found a[href^="#r-"]').first().click();
  await expect.poll(() => page.locator(`#${to}`).textContent()).toContain(origin!);
  expect(wrong).toEqual([]);
  await page.context().close();
}, 180_000);
