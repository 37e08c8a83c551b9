/**
 * The pages in a real browser: looked at, in both languages, on a desk, on a telephone and on paper; without a request, a
 * dialog or a breach of the content policy, whatever stands in the names; without a serious fault that axe can find.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { check } from '../../src/engine/check.ts';
import { questionOf } from '../../src/engine/question.ts';
import type { CheckResult } from '../../src/engine/result.ts';
import { portfolioOf } from '../support/portfolio.ts';
import { sha256 } from '../../src/host/crypto.ts';
import { chooseRulebooks, loadRulebooks, rulebookFolders } from '../../src/host/rulebooks.ts';
import { loadWorkspace } from '../../src/host/workspace.ts';
import type { Rec } from '../../src/model/record.ts';
import { htmlReport } from '../../src/report/html/page.ts';
import { recordId } from '../../src/report/html/records.ts';
import { tellParts } from '../../src/report/html/told.ts';
import { htmlPortfolio } from '../../src/report/portfolio.ts';
import type { Lang } from '../../src/text/catalogue.ts';
import { pageOfOpenLines } from '../../bench/open-lines.ts';
import { root } from '../house/sources.ts';

const BROWSER = '/usr/bin/chromium';
const FLAGS = ['--no-sandbox', '--disable-gpu', '--use-angle=swiftshader', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const here = test.skipIf(!existsSync(BROWSER));
const folder = mkdtempSync(join(tmpdir(), 'nonred-pages-'));
let browser: Browser;
beforeAll(async () => { if (existsSync(BROWSER)) browser = await chromium.launch({ executablePath: BROWSER, args: FLAGS }); });
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

async function answer(name: string, change: (records: readonly Rec[]) => readonly Rec[] = (records) => records): Promise<{ result: CheckResult; records: readonly Rec[] }> {
  const dir = join(root, 'examples', name);
  const { records: own, lines, config } = loadWorkspace(dir).value;
  const records = change(own);
  const rulebooks = chooseRulebooks(loadRulebooks(rulebookFolders(dir)), config.rulebooks);
  return { records, result: await check({ records, lines, question: questionOf(config, '2026-11-22'), rulebooks, ...(config.madeUp && { madeUp: true as const }) }, sha256) };
}

const PAGES: Readonly<Record<string, (lang: Lang) => Promise<string>>> = {
  report: async (lang) => htmlReport((await answer('quad-x')).result, { lang, sha256 }),
  index: async (lang) => {
    const given = [];
    for (const path of ['flight-controller', 'quad-clear', 'quad-x', 'recycled-magnet']) given.push({ path, ...(await answer(path)) });
    return htmlPortfolio({ ...portfolioOf(given), unanswered: [{ path: 'no-answer', issues: [] }] }, lang, sha256);
  },
};

/** A page with everything that it must not do written down. */
async function opened(html: string, name: string, size = { width: 1280, height: 900 }): Promise<{ page: Page; wrong: string[] }> {
  const file = join(folder, `${name}.html`);
  writeFileSync(file, html);
  const page = await (await browser.newContext({ viewport: size, deviceScaleFactor: 1 })).newPage();
  const wrong: string[] = [];
  page.on('dialog', (dialog) => { wrong.push(`dialog ${dialog.message()}`); void dialog.dismiss(); });
  page.on('request', (request) => { if (request.url() !== `file://${file}`) wrong.push(`request ${request.url()}`); });
  page.on('pageerror', (error) => void wrong.push(`error ${error.message}`));
  page.on('console', (message) => { if (message.type() === 'error') wrong.push(`console ${message.text()}`); });
  await page.addInitScript(() => {
    const self = globalThis as unknown as { seen: string[]; document: { addEventListener(name: string, hear: (event: { violatedDirective: string; blockedURI: string }) => void): void } };
    self.seen = [];
    self.document.addEventListener('securitypolicyviolation', (event) => void self.seen.push(`${event.violatedDirective} ${event.blockedURI}`));
  });
  await page.goto(`file://${file}`);
  return { page, wrong };
}
const seen = async (page: Page): Promise<string[]> => page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);

// --- looked at ------------------------------------------------------------------------------------------------------

const SIZES = { desk: [1280, 1800], telephone: [390, 1400], paper: [794, 1123] } as const;
/** Mean difference of brightness over a grid of 32 by 48 fields, of 255: another font is about 3, another layout more than 10. */
const TOLERANCE = 8;

for (const [name, made] of Object.entries(PAGES))
  for (const lang of ['en', 'zh-Hant'] as const)
    for (const [size, [width, height]] of Object.entries(SIZES))
      here(`${name}, ${lang}, ${size}: as the golden picture, and no wider than the screen`, async () => {
        const { page, wrong } = await opened(await made(lang), `${name}-${lang}-${size}`, { width, height });
        if (size === 'paper') await page.emulateMedia({ media: 'print' });
        expect(await page.evaluate(() => (globalThis as unknown as { document: { documentElement: { scrollWidth: number } } }).document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        const picture = await page.screenshot({ type: 'jpeg', quality: 45, clip: { x: 0, y: 0, width, height }, fullPage: true });
        const golden = join(root, 'test', 'golden', 'page', `${name}-${lang}-${size}.jpg`);
        if (process.env.UPDATE_GOLDEN || !existsSync(golden)) writeFileSync(golden, picture);
        const far = await distance(page, picture, readFileSync(golden));
        if (far > TOLERANCE) writeFileSync(golden.replace('.jpg', '-changed.jpg'), picture);
        expect(far).toBeLessThanOrEqual(TOLERANCE);
        expect(wrong).toEqual([]);
        await page.context().close();
      });

/** Both pictures on a small canvas of a blank page. */
async function distance(from: Page, a: Buffer, b: Buffer): Promise<number> {
  const page = await from.context().newPage();
  return page.evaluate(async ([one, other]) => {
    interface Canvas { width: number; height: number; getContext(kind: string): { drawImage(image: unknown, x: number, y: number, w: number, h: number): void; getImageData(x: number, y: number, w: number, h: number): { data: Uint8ClampedArray } } }
    const dom = globalThis as unknown as { document: { createElement(tag: string): Canvas }; Image: new () => { src: string; decode(): Promise<void> } };
    const fields = async (data: string): Promise<number[]> => {
      const image = new dom.Image();
      image.src = `data:image/jpeg;base64,${data}`;
      await image.decode();
      const canvas = dom.document.createElement('canvas');
      [canvas.width, canvas.height] = [32, 48];
      const context = canvas.getContext('2d');
      context.drawImage(image, 0, 0, 32, 48);
      const { data: pixels } = context.getImageData(0, 0, 32, 48);
      return Array.from({ length: 32 * 48 }, (_, i) => (pixels[4 * i]! + pixels[4 * i + 1]! + pixels[4 * i + 2]!) / 3);
    };
    const [x, y] = [await fields(one!), await fields(other!)];
    return x.reduce((sum, value, i) => sum + Math.abs(value - y[i]!), 0) / x.length;
  }, [a.toString('base64'), b.toString('base64')]);
}

// --- usable by everybody --------------------------------------------------------------------------------------------

for (const [name, made] of Object.entries(PAGES))
  for (const lang of ['en', 'zh-Hant'] as const)
    here(`${name}, ${lang}: axe finds no serious fault, light and dark`, async () => {
      const { page } = await opened(await made(lang), `${name}-${lang}-axe`);
      await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> } }).axe.run());
        expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 120)}`)).toEqual([]);
      }
      await page.context().close();
    });

here('the keyboard alone: zoom, every part of the network, its reasons; the language is one key away', async () => {
  const { page, wrong } = await opened(await PAGES.report!('en'), 'keys');
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
    const pages = { report: htmlReport(result, { lang: 'en', sha256 }), index: htmlPortfolio({ ...portfolioOf([member, member]), unanswered: [] }, 'en', sha256) };
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

here('what the policy forbids is indeed stopped: the test can fail', async () => {
  const { page } = await opened((await PAGES.report!('en')).replace('<main>', '<main><img src="//evil.example/x.png"><p onclick="alert(1)">x</p>'), 'breach');
  await expect.poll(() => seen(page)).not.toEqual([]);
  await page.context().close();
});

here('what lies packed in a page of many open lines is shown as it would be openly, and its records are found (npm run bench -- page measures 5,000)', async () => {
  const { result, page: html } = await pageOfOpenLines(400);
  expect(html.length).toBeLessThan(450_000);
  const last = tellParts(result, sha256).at(-1)!;
  const { page, wrong } = await opened(html, 'packed');
  for (const lang of ['en', 'zh-Hant'] as const) {
    await page.click(`[data-speak=${lang}]`);
    await page.fill('#seek', '');
    await page.fill('#seek', last.name[0]);
    await expect.poll(() => page.locator('#found details').count()).toBe(1);
    expect(await page.locator('#found li').evaluateAll((items) => (items as unknown as { innerText: string }[]).map(({ innerText }) => innerText.replace(/ §$/, '')))).toEqual(last.lines.map((line) => (lang === 'en' ? line.en : line.zh)));
  }
  const { rec } = last.lines.find((line) => line.rec !== undefined)!;
  await page.locator('#found a').first().click();
  await expect.poll(() => page.locator(`#${recordId(rec!, sha256)}`).innerText()).toContain(rec!.origin!);
  expect(wrong).toEqual([]);
  await page.context().close();
}, 180_000);
