/** The charts of a stress page, measured in a browser: nothing has to be moved sideways, and no label lies over another. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../house/sources.ts';
import { BROWSER, launch, open, speak, written } from './pages.ts';

const here = test.skipIf(!existsSync(BROWSER));
let browser: Browser;
beforeAll(async () => { if (existsSync(BROWSER)) browser = await launch(); });
afterAll(() => browser?.close());

interface Box { readonly what: string; readonly left: number; readonly right: number; readonly top: number; readonly foot: number }
interface Shown { readonly labels: Box[]; readonly dots: number; readonly titles: string[]; readonly sideways: string[] }

/** What is seen of the exposure chart, and what is wider than its place. */
const look = (page: Page): Promise<Shown> => page.evaluate(() => {
  interface Rect { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number; readonly width: number }
  interface Node { readonly textContent: string; readonly className: unknown; readonly scrollWidth: number; readonly clientWidth: number; getBoundingClientRect(): Rect; querySelectorAll(of: string): Iterable<Node> }
  const { document } = globalThis as unknown as { document: { querySelectorAll(of: string): Iterable<Node> } };
  const seen = (of: string): Node[] => [...document.querySelectorAll(of)].filter((node) => node.getBoundingClientRect().width > 0);
  const labels = seen('svg[aria-labelledby=exposure] text').map((node) => {
    const { left, right, top, bottom } = node.getBoundingClientRect();
    return { what: node.textContent, left, right, top, foot: bottom };
  });
  const groups = seen('svg[aria-labelledby=exposure] g:has(> circle)');
  return { labels, dots: groups.length, titles: groups.flatMap((group) => [...group.querySelectorAll('title')].map(({ textContent }) => textContent)), sideways: seen('main *').filter((node) => node.scrollWidth > node.clientWidth + 1 && node.clientWidth > 0 && getOverflow(node) !== 'visible').map(({ className }) => String(className)) };
  function getOverflow(node: Node): string { return (globalThis as unknown as { getComputedStyle(of: Node): { overflowX: string } }).getComputedStyle(node).overflowX; }
});

const WITH = (by: string): (() => Promise<string>) => () => written((to) => ['stress', join(root, 'examples', 'ai-server'), '--each', by, '--days', '60', '--scenario', 'fab-lost', '--html', to]);
for (const [by, make, zh] of [['facility', WITH('facility'), 'Fab North (made-up)'], ['country', WITH('country'), '臺灣']] as const)
  here(`each ${by}: labels stand apart, dots are named in the language of the page, charts fit a telephone`, async () => {
    const { page, wrong } = await open(browser, await make(), `stress-${by}`);
    for (const lang of ['en', 'zh-Hant'] as const)
      for (const width of [1280, 390, 320]) {
        await page.setViewportSize({ width, height: 844 });
        await speak(page, lang);
        const { labels, dots, titles, sideways } = await look(page);
        expect(dots).toBeGreaterThan(2);
        expect(titles.length).toBe(dots);
        expect(titles.includes(zh), `${lang} ${titles.join(', ')}`).toBe(by === 'facility' || lang === 'zh-Hant');
        const over = labels.flatMap((a, i) => labels.slice(i + 1).filter((b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.foot - 3 && b.top < a.foot - 3).map((b) => `${a.what} | ${b.what}`));
        expect(over, `${lang} at ${width}`).toEqual([]);
        expect(sideways, `${lang} at ${width}`).toEqual([]);
      }
    expect(wrong).toEqual([]);
    await page.context().close();
  }, 60_000);
