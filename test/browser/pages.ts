/** Every page that the program makes, and a browser that notes whatever a page must not do. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { check } from '../../src/engine/check.ts';
import { questionOf } from '../../src/engine/question.ts';
import type { CheckResult } from '../../src/engine/result.ts';
import { sha256 } from '../../src/host/crypto.ts';
import { chooseRulebooks, loadRulebooks, rulebookFolders } from '../../src/host/rulebooks.ts';
import { loadWorkspace } from '../../src/host/workspace.ts';
import type { Rec } from '../../src/model/record.ts';
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

export const PAGES: Readonly<Record<string, (lang: Lang) => Promise<string>>> = {
  report: async (lang) => htmlReport((await answer('quad-x')).result, { lang, sha256 }),
  open: async (lang) => htmlReport((await answer('flight-controller')).result, { lang, sha256 }),
  index: async (lang) => {
    const given = [];
    for (const path of ['flight-controller', 'quad-clear', 'quad-x', 'recycled-magnet']) given.push({ path, ...(await answer(path)) });
    return htmlPortfolio({ ...portfolioOf(given), unanswered: [{ path: 'no-answer', issues: [] }] }, lang, sha256);
  },
  stress: (lang) => written((to) => ['stress', join(root, 'examples', 'ai-server'), '--scenario', 'strait-closed-60-days', 'china-rare-earths-2025', '--each', 'country', '--lang', lang, '--html', to, '--json', `${to}.json`]),
  screen: (lang) => written((to) => ['screen', '新疆合盛 (made-up)', 'Hoshine Silicon (made-up)', 'Nobody Ltd', '--lists', listsWith('"Hoshine Silicon Industry (made-up)",合盛硅業,yes,ii,2021-06-24\n'), '--lang', lang, '--html', to]),
  verify: () => written((to) => ['verify', '--page', to], 'index.html'),
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
  if (pinned) await page.addStyleTag({ content: '*{font-family:"Noto Sans CJK TC"!important}code{font-family:"Noto Sans Mono CJK TC"!important}' });
  return { page, wrong };
}

export const seen = async (page: Page): Promise<string[]> => page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
export const speak = async (page: Page, lang: Lang): Promise<void> => page.click(`button[data-speak="${lang}"], button[data-lang="${lang}"]`);
