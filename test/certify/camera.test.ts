/**
 * The codes before a camera: Chromium is given a film of them, as a hand would hold the paper: turned a little, grey, noisy, one code after
 * the other and not in their order. The page reads them and answers.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../../src/cli/program.ts';
import { qrTexts } from '../../src/certify/qr-text.ts';
import { nodeCrypto } from '../../src/host/certify-crypto.ts';
import { qrModules } from '../../src/report/qr.ts';
import { root } from '../house/sources.ts';
import { random as seeded } from '../support/random.ts';
import { checked, issued, signerOf, trusting } from './make.ts';

const CHROMIUM = '/usr/bin/chromium';
const here = existsSync(CHROMIUM) && existsSync(join(root, 'dist/web/verify-page.js'));
const [WIDTH, HEIGHT] = [1280, 720];
const signer = signerOf(1);
let folder = '';
let browser: Browser | undefined;
let codes: string[] = [];

beforeAll(async () => {
  if (!here) return;
  folder = mkdtempSync(join(tmpdir(), 'nonred-camera-'));
  codes = await qrTexts((await issued(await checked('quad-clear'), signer, { lot: 'LOT-7' })).bundle, nodeCrypto);
  const film = join(folder, 'codes.y4m');
  const order = [...codes].reverse();
  writeFileSync(film, Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F4:1 Ip A1:1 C420jpeg\n`), ...[undefined, ...order].flatMap((code, i) => [frame(code, i), frame(code, i + 9)])]));
  expect(await run(['verify', '--page', folder], { out: () => {}, err: () => {}, env: {}, today: () => '2026-11-22', version: '0' })).toBe(0);
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', `--use-file-for-fake-video-capture=${film}`] });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  if (folder !== '') rmSync(folder, { recursive: true });
});

test.skipIf(!here)('the camera reads every code of the certificate, stops, and the page says what they do not carry', async () => {
  const page = await browser!.newPage({ locale: 'en-US', viewport: { width: 390, height: 844 } });
  const faults: string[] = [];
  page.on('pageerror', (fault) => void faults.push(fault.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.goto(`file://${join(folder, 'index.html')}`);
  await page.locator('#day').fill('2026-11-25');
  await page.locator('#file').setInputFiles({ name: 'trust.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(trusting(signer))) });
  await page.locator('#scan').click();
  await page.locator('#camera').waitFor({ state: 'visible' });
  await page.locator('#note', { hasText: /[1-9] of \d codes read/ }).waitFor({ timeout: 60_000 });
  if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, 'camera.png'), fullPage: true });
  await page.locator('#answer[data-outcome=unknown]').waitFor({ timeout: 60_000 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true); // nothing beyond the edge of a phone
  expect(codes.length).toBeGreaterThan(1);
  const told = (await page.locator('#lines').textContent()) ?? '';
  expect(told).toContain('QR codes do not carry them');
  expect(told).toContain('lot LOT-7');
  // All else than the grounds is in the codes, and good.
  expect(await page.locator('#lines tr[data-outcome=unknown]').count()).toBe(1);
  expect(await page.locator('#lines tr[data-outcome=refused]').count()).toBe(0);
  expect(await page.locator('#camera').isVisible()).toBe(false); // the camera is off
  expect(faults).toEqual([]);
}, 150_000);

test.skipIf(!here)('what stands there is about the lot in the field: typed, it is gone until the field is left', async () => {
  const page = await browser!.newPage({ locale: 'en-US' });
  await page.goto(`file://${join(folder, 'index.html')}`);
  await page.locator('#day').fill('2026-11-25');
  const { text } = await issued(await checked('recycled-magnet'), signer, { lot: 'LOT-7' });
  for (const [name, of] of [['trust.json', JSON.stringify(trusting(signer))], ['certificate.json', text]] as const) await page.locator('#file').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(of) });
  const about = (outcome: string, code: string) => page.locator(`#answer:not([hidden]) #lines tr[data-outcome=${outcome}]`, { hasText: code }).waitFor();
  await about('passed', 'lot LOT-7');
  for (const [lot, outcome] of [['LOT-8', 'refused'], ['LOT-7', 'passed']] as const) {
    await page.locator('#lot').pressSequentially(lot);
    expect(await page.locator('#answer').isVisible()).toBe(false);
    await page.locator('#lot').blur();
    await about(outcome, lot);
    await page.locator('#lot').clear();
    await page.locator('#lot').blur();
    await about('passed', 'lot LOT-7');
  }
}, 60_000);

/** One picture: luma of the code, turned by some degrees, off the middle; nothing but paper where there is none. */
function frame(code: string | undefined, seed: number): Buffer {
  const random = seeded(seed + 1);
  const luma = Buffer.alloc(WIDTH * HEIGHT);
  const modules = code === undefined ? [] : qrModules(code);
  const side = 640;
  const turn = ((random.int(9) - 4) * Math.PI) / 180;
  const [cos, sin, middleX, middleY] = [Math.cos(turn), Math.sin(turn), WIDTH / 2 + random.int(60) - 30, HEIGHT / 2];
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) {
      const [dx, dy] = [x - middleX, y - middleY];
      const [u, v] = [Math.floor(((dx * cos + dy * sin) / side + 0.5) * modules.length), Math.floor(((dy * cos - dx * sin) / side + 0.5) * modules.length)];
      const dark = modules[v]?.[u] ?? false;
      luma[y * WIDTH + x] = (dark ? 45 : 205) + random.int(24) - 12;
    }
  return Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc((WIDTH * HEIGHT) / 2, 128)]);
}
