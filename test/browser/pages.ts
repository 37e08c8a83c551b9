/** Every page that the program makes, and a browser that notes whatever a page must not do. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { issue } from '../../src/base/issue.ts';
import { check } from '../../src/engine/check.ts';
import { questionOf } from '../../src/engine/question.ts';
import type { CheckResult } from '../../src/engine/result.ts';
import { sha256 } from '../../src/host/crypto.ts';
import { chooseRulebooks, loadRulebooks, rulebookFolders } from '../../src/host/rulebooks.ts';
import { loadWorkspace } from '../../src/host/workspace.ts';
import type { Rec } from '../../src/model/record.ts';
import { htmlRefusal } from '../../src/report/html/issues.ts';
import { htmlReport } from '../../src/report/html/page.ts';
import { htmlPortfolio } from '../../src/report/portfolio.ts';
import type { Lang } from '../../src/text/catalogue.ts';
import { root } from '../house/sources.ts';
import { nonred } from '../support/cli.ts';
import { portfolioOf } from '../support/portfolio.ts';

export const BROWSER = '/usr/bin/chromium';
const FLAGS = ['--no-sandbox', '--disable-gpu', '--use-angle=swiftshader', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const folder = mkdtempSync(join(tmpdir(), 'nonred-pages-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: BROWSER, args: FLAGS });
}

export async function answer(name: string, change: (records: readonly Rec[]) => readonly Rec[] = (records) => records): Promise<{ result: CheckResult; records: readonly Rec[] }> {
  const dir = join(root, 'examples', name);
  const { records: own, lines, config } = loadWorkspace(dir).value;
  const records = change(own);
  const rulebooks = chooseRulebooks(loadRulebooks(rulebookFolders(dir)), config.rulebooks);
  return { records, result: await check({ records, lines, question: questionOf(config, '2026-11-22'), rulebooks, ...(config.madeUp && { madeUp: true as const }) }, sha256) };
}

/** The page that a command writes; `path`: where it does, under the folder that `args` gets. */
export async function written(args: (to: string) => readonly string[], path = ''): Promise<string> {
  const to = join(mkdtempSync(join(folder, 'written-')), 'page.html');
  const { status, err } = await nonred(args(to));
  if (![0, 2, 4].includes(status)) throw new Error(err);
  return readFileSync(join(to, path), 'utf8');
}

export const LISTED = 'name,aliases,includes_subsidiaries,list_section,effective\n';
export function listsWith(rows: string): string {
  const dir = mkdtempSync(join(folder, 'lists-'));
  writeFileSync(join(dir, 'uflpa.csv'), LISTED + rows);
  return dir;
}

/** A page holds both languages, so each is made once and told which to speak. */
const once = (make: () => Promise<string>): (() => Promise<string>) => {
  let made: Promise<string> | undefined;
  return () => (made ??= make());
};
const FAULTS = [issue('input/not-one-of', 'parties.csv', '/rows/3/domicile', { given: 'CHINA?', options: 'CN, HK' }), issue('input/missing', 'lines.csv', '/rows/7/product', { field: 'product' }), issue('input/missing', 'lines.csv', '/rows/9/product', { field: 'product' })];
export const PAGES: Readonly<Record<'report' | 'open' | 'refused' | 'index' | 'stress' | 'screen' | 'verify', () => Promise<string>>> = {
  report: once(async () => htmlReport((await answer('quad-x')).result, { lang: 'en', sha256 })),
  open: once(async () => htmlReport((await answer('flight-controller')).result, { lang: 'en', sha256, noticed: [issue('input/uncounted', 'completeness.csv', '/rows/2/members', { count: 3 }), issue('input/uncounted', 'completeness.csv', '/rows/5/members', { count: 12 })] })),
  refused: once(async () => htmlRefusal('quad-x', FAULTS, 'en', sha256)),
  index: once(async () => {
    const given = [];
    for (const path of ['flight-controller', 'quad-clear', 'quad-x', 'recycled-magnet']) given.push({ path, ...(await answer(path)) });
    return htmlPortfolio({ ...portfolioOf(given), unanswered: [{ path: 'no-answer', issues: FAULTS }, { path: 'crashed', issues: [], failure: 'out of memory' }] }, 'en', sha256);
  }),
  stress: once(() => written((to) => ['stress', join(root, 'examples', 'ai-server'), '--scenario', 'strait-closed-60-days', 'china-rare-earths-2025', '--each', 'country', '--html', to, '--json', `${to}.json`])),
  screen: once(() => written((to) => ['screen', '新疆合盛 (made-up)', 'Hoshine Silicon (made-up)', 'Nobody Ltd', '--lists', listsWith('"Hoshine Silicon Industry (made-up)",合盛硅業,yes,ii,2021-06-24\n'), '--html', to])),
  verify: once(() => written((to) => ['verify', '--page', to], 'index.html')),
};

/** A page with everything that it must not do written down. `pinned`: in one font, whatever this machine has, and half the size. */
export async function open(browser: Browser, html: string, name: string, size = { width: 1280, height: 900 }, pinned = false): Promise<{ page: Page; wrong: string[] }> {
  const file = join(folder, `${name}.html`);
  writeFileSync(file, html);
  const page = await (await browser.newContext({ viewport: size, deviceScaleFactor: pinned ? 0.5 : 1, bypassCSP: pinned, locale: 'en-US' })).newPage();
  const wrong: string[] = [];
  page.on('dialog', (dialog) => { wrong.push(`dialog ${dialog.message()}`); void dialog.dismiss(); });
  page.on('request', (request) => { if (request.url() !== `file://${file}`) wrong.push(`request ${request.url()}`); });
  page.on('pageerror', (error) => void wrong.push(`error ${error.message}`));
  page.on('console', (message) => { if (message.type() === 'error') wrong.push(`console ${message.text()}`); });
  await page.clock.setFixedTime('2026-11-22T12:00:00Z');
  await page.addInitScript(() => {
    const self = globalThis as unknown as { seen: string[]; document: { addEventListener(name: string, hear: (event: { violatedDirective: string; blockedURI: string }) => void): void } };
    self.seen = [];
    self.document.addEventListener('securitypolicyviolation', (event) => void self.seen.push(`${event.violatedDirective} ${event.blockedURI}`));
  });
  await page.goto(`file://${file}`);
  if (pinned) await pin(page);
  return { page, wrong };
}

/** One font, whatever this machine has. */
export const pin = (page: Page): Promise<unknown> => page.addStyleTag({ content: '*{font-family:"Noto Sans CJK TC"!important}code{font-family:"Noto Sans Mono CJK TC"!important}' });

export const seen = async (page: Page): Promise<string[]> => page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
export const speak = async (page: Page, lang: Lang): Promise<void> => page.click(`button[data-speak="${lang}"], button[data-lang="${lang}"]`);
