/**
 * Every page as a picture: on a desk, on a telephone and on A4, in both languages, beside the golden one. All are taken in
 * the one font that scripts/test.mjs installs, so they are the same on every machine that has it, and are always compared there.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../house/sources.ts';
import { BROWSER, launch, open, PAGES, pin, speak } from './pages.ts';

const FONT = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc';
const here = test.skipIf(!existsSync(BROWSER) || !existsSync(FONT));
let browser: Browser;
beforeAll(async () => { if (existsSync(BROWSER)) browser = await launch(); });
afterAll(() => browser?.close());

const SIZES = { desk: [1280, 900], telephone: [390, 844], paper: [794, 1123] } as const;
/** As much of a long page as is looked at. */
const LONGEST = 3600;
/** Fields of 16 by 16 points of the page that may differ by more than 20 of 255: another version of the browser smooths otherwise. */
const TOLERANCE = 0.01;

for (const [name, made] of Object.entries(PAGES))
  for (const lang of ['en', 'zh-Hant'] as const)
    here(`${name}, ${lang}: as the golden pictures, and no wider than the screen`, async () => {
      const { page, wrong } = await open(browser, await made(), `${name}-${lang}`, undefined, true);
      await speak(page, lang);
      for (const [size, [width, height]] of Object.entries(SIZES)) {
        await page.setViewportSize({ width, height });
        if (size === 'telephone') { // opened there: the network takes its scale from the first width
          await page.reload();
          await pin(page);
          await speak(page, lang);
        }
        if (size === 'paper') await page.emulateMedia({ media: 'print' });
        const [wide, long] = await page.evaluate(() => { const { scrollWidth, scrollHeight } = (globalThis as unknown as { document: { documentElement: { scrollWidth: number; scrollHeight: number } } }).document.documentElement; return [scrollWidth, scrollHeight] as const; });
        expect(wide, size).toBeLessThanOrEqual(width);
        const picture = await page.screenshot({ type: 'jpeg', quality: 60, clip: { x: 0, y: 0, width, height: Math.min(long, LONGEST) }, fullPage: true, animations: 'disabled' });
        const golden = join(root, 'test', 'golden', 'page', `${name}-${lang}-${size}.jpg`);
        const changed = golden.replace('.jpg', '-changed.jpg');
        if (process.env.UPDATE_GOLDEN) writeFileSync(golden, picture);
        expect(existsSync(golden), `${golden}: UPDATE_GOLDEN=1 writes it; look at it`).toBe(true);
        const far = await different(page, picture, readFileSync(golden));
        if (far > TOLERANCE) writeFileSync(changed, picture);
        else rmSync(changed, { force: true });
        expect(far, `${size}: look at ${changed}`).toBeLessThanOrEqual(TOLERANCE);
        expect(wrong).toEqual([]);
      }
      await page.context().close();
    }, 60_000);

here('a page moved by a line is another picture: the test can fail', async () => {
  const html = await PAGES.report();
  const { page } = await open(browser, html, 'moved', { width: 1280, height: 900 }, true);
  const shot = () => page.screenshot({ type: 'jpeg', quality: 60 });
  const before = await shot();
  expect(await different(page, await shot(), before)).toBe(0);
  await page.addStyleTag({ content: 'h1{margin-top:32px!important}' });
  expect(await different(page, await shot(), before)).toBeGreaterThan(TOLERANCE);
  await page.context().close();
});

/** The share of fields that differ, both pictures drawn small on a blank page. 1 where they are not of one size. */
async function different(from: Page, a: Buffer, b: Buffer): Promise<number> {
  const page = await from.context().newPage();
  const far = await page.evaluate(async ([one, other]) => {
    interface Canvas { width: number; height: number; getContext(kind: string): { imageSmoothingQuality: string; drawImage(image: unknown, x: number, y: number, w: number, h: number): void; getImageData(x: number, y: number, w: number, h: number): { data: Uint8ClampedArray } } }
    const dom = globalThis as unknown as { document: { createElement(tag: string): Canvas }; Image: new () => { src: string; width: number; height: number; decode(): Promise<void> } };
    const fields = async (data: string): Promise<{ size: string; values: number[] }> => {
      const image = new dom.Image();
      image.src = `data:image/jpeg;base64,${data}`;
      await image.decode();
      const canvas = dom.document.createElement('canvas');
      const [w, h] = [Math.ceil(image.width / 8), Math.ceil(image.height / 8)];
      [canvas.width, canvas.height] = [w, h];
      const context = canvas.getContext('2d');
      context.imageSmoothingQuality = 'high';
      context.drawImage(image, 0, 0, w, h);
      const { data: pixels } = context.getImageData(0, 0, w, h);
      return { size: `${image.width} ${image.height}`, values: Array.from({ length: w * h }, (_, i) => (pixels[4 * i]! + pixels[4 * i + 1]! + pixels[4 * i + 2]!) / 3) };
    };
    const [x, y] = [await fields(one!), await fields(other!)];
    return x.size === y.size ? x.values.filter((value, i) => Math.abs(value - y.values[i]!) > 20).length / x.values.length : 1;
  }, [a.toString('base64'), b.toString('base64')]);
  await page.close();
  return far;
}
