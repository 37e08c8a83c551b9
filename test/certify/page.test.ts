/** The page in a real browser, from the disk: a bundle dropped, a code read from a picture, both languages, and no request. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../../src/cli/program.ts';
import { qrTexts, joinQr, qrPart } from '../../src/certify/qr-text.ts';
import type { Issued } from '../../src/certify/register.ts';
import { nodeCrypto } from '../../src/host/certify-crypto.ts';
import { qrModules, readQr } from '../../src/report/qr.ts';
import { root } from '../house/sources.ts';
import { checked, issued, signerOf, trusting } from './make.ts';

const CHROMIUM = '/usr/bin/chromium';
const here = existsSync(CHROMIUM) && existsSync(join(root, 'dist/web/verify-page.js'));
let folder = '';
let browser: Browser | undefined;
let page: Page;
let one: Issued;
const requests: string[] = [];
const signer = signerOf(1);

beforeAll(async () => {
  if (!here) return;
  folder = mkdtempSync(join(tmpdir(), 'nonred-page-'));
  one = await issued(await checked('quad-clear'), signer, { lot: 'LOT-7' });
  const silent = { out: () => {}, err: () => {}, env: {}, today: () => '2026-11-22', version: '0' };
  expect(await run(['verify', '--page', folder], silent)).toBe(0);
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  page = await browser.newPage({ locale: 'en-US', viewport: { width: 900, height: 1250 } });
  page.on('request', (request) => void requests.push(request.url()));
  page.on('pageerror', (fault) => void requests.push(`error ${fault.message}`));
  page.on('console', (message) => message.type() === 'error' && requests.push(`console ${message.text()}`));
  await page.goto(`file://${join(folder, 'index.html')}`);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  if (folder !== '') rmSync(folder, { recursive: true });
});
const drop = (name: string, mimeType: string, buffer: Buffer) => page.locator('#file').setInputFiles({ name, mimeType, buffer });
const shot = async (name: string) => process.env.SHOTS && (await page.screenshot({ path: join(process.env.SHOTS, `${name}.png`), fullPage: true }));

test.skipIf(!here)('a bundle is unknown without trust and verified with it, in both languages', async () => {
  await page.locator('#day').fill('2026-11-25');
  await drop('certificate.json', 'application/json', Buffer.from(one.text));
  await page.locator('#outcome', { hasText: 'unknown:' }).waitFor();
  await drop('trust.json', 'application/json', Buffer.from(JSON.stringify(trusting(signer))));
  await page.locator('#outcome', { hasText: 'verified: clear' }).waitFor();
  expect(await page.locator('#lines tr').count()).toBeGreaterThan(9);
  expect(await page.locator('#made-up').isVisible()).toBe(true);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('outcome'); // a screen reader goes to the answer
  await shot('page-en');
  await page.locator('button[data-lang="zh-Hant"]').click();
  await page.locator('#outcome', { hasText: '查驗屬實：通過' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hant-TW');
  await shot('page-zh');
  await page.locator('#lot').fill('LOT-8');
  await page.locator('#lot').blur();
  await page.locator('#outcome', { hasText: '不成立' }).waitFor();
  await shot('page-refused');
  await page.locator('#lot').fill('LOT-7');
  await page.locator('#lot').blur();
});

test.skipIf(!here)('an altered bundle is refused, and names in it do not run', async () => {
  await drop('certificate.json', 'application/json', Buffer.from(one.text.replace('quadcopter', 'quadcopterx')));
  await page.locator('#answer[data-outcome=refused]').waitFor();
  await drop('<img src=x onerror=alert(1)>.json', 'application/json', Buffer.from('{"a":"<script>alert(1)</script>"}'));
  await page.locator('#outcome', { hasText: '這不是證書' }).waitFor();
});

test.skipIf(!here)('QR codes: read from pictures, in any order; the certificate is there, the grounds are not', async () => {
  const codes = await qrTexts(one.bundle, nodeCrypto);
  expect(codes.length).toBeLessThanOrEqual(4);
  for (const code of [...codes].reverse()) {
    const png = await page.evaluate(drawn, qrModules(code));
    await drop('code.png', 'image/png', Buffer.from(png, 'base64'));
    await page.locator('#note', { hasText: `${codes.length} 個碼已讀` }).waitFor();
  }
  await page.locator('#answer[data-outcome=unknown]').waitFor();
  expect(await page.locator('#lines').textContent()).toContain('這裡沒有理由書');
});

test.skipIf(!here)('nothing was asked of any network, and nothing went wrong', () => {
  expect(requests).toEqual([`file://${join(folder, 'index.html')}`]);
});

test('codes survive being drawn and read, and foreign or mixed ones make no certificate', async () => {
  const small = await issued(await checked('recycled-magnet'), signer);
  const codes = await qrTexts(small.bundle, nodeCrypto);
  const parts = codes.map((code) => qrPart(pixels(code))!);
  const whole = await joinQr(parts, nodeCrypto);
  const { grounds: _, ...rest } = small.bundle;
  expect(JSON.parse(new TextDecoder().decode(whole))).toEqual(JSON.parse(JSON.stringify(rest)));
  expect(qrPart('https://evil.example/')).toBeUndefined();
  expect(qrPart(codes[0]!.replace(/:1\//, ':9/'))).toBeUndefined();
  expect(await joinQr(parts.slice(1), nodeCrypto)).toBeUndefined();
  expect(await joinQr([{ ...parts[0]!, text: `A${parts[0]!.text.slice(1)}` }, ...parts.slice(1)], nodeCrypto)).toBeUndefined();
});

test('the door nonred/verify is under 60 kB minified and compressed, and needs no module of Node', async () => {
  const { outputFiles } = await build({ entryPoints: [join(root, 'src/verify.ts')], bundle: true, minify: true, format: 'esm', platform: 'browser', write: false });
  const size = gzipSync(outputFiles[0]!.contents).length;
  process.stdout.write(`nonred/verify: ${outputFiles[0]!.contents.length} bytes minified, ${size} compressed\n`);
  expect(size).toBeLessThan(60_000);
  expect(outputFiles[0]!.text).not.toMatch(/from\s*"node:/);
});

/** A picture of the code, as a phone would take it: four pixels a module, read back. */
function pixels(code: string): string {
  const modules = qrModules(code);
  const scale = 4;
  const width = modules.length * scale;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (let y = 0; y < width; y++) for (let x = 0; x < width; x++) if (modules[Math.floor(y / scale)]![Math.floor(x / scale)]) data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
  const text = readQr({ width, height: width, data });
  expect(text).toBe(code);
  return text!;
}

/** In the page: PNG of the modules, base64. */
function drawn(modules: boolean[][]): string {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = modules.length * 5;
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000';
  for (const [y, row] of modules.entries()) for (const [x, dark] of row.entries()) if (dark) context.fillRect(x * 5, y * 5, 5, 5);
  return canvas.toDataURL('image/png').split(',')[1]!;
}
