/** The engine and the checker in a browser: the same bytes as in Node, and nothing of Node in the bundle. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { expect, test } from 'vitest';
import { check } from '../../src/engine/check.ts';
import { questionOf } from '../../src/engine/question.ts';
import { sha256 } from '../../src/host/crypto.ts';
import { filesOf } from '../../src/host/files.ts';
import { chooseRulebooks, loadRulebooks } from '../../src/host/rulebooks.ts';
import { loadWorkspace } from '../../src/host/workspace.ts';
import { wholeOf } from '../../src/formats/file.ts';
import { packResult, resultText } from '../../src/wire/result.ts';
import { root } from '../house/sources.ts';
import type { Answer, Given } from './page.ts';

const BROWSER = '/usr/bin/chromium';
const FLAGS = ['--no-sandbox', '--disable-gpu', '--use-angle=swiftshader', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const EXAMPLE = join(root, 'examples', 'quad-x');
const RULEBOOKS = ['us-ndaa-848', 'tw-non-red'];

async function bundle(): Promise<string> {
  const node: string[] = [];
  const { outputFiles } = await build({
    entryPoints: [join(root, 'test', 'browser', 'page.ts')],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    logLevel: 'silent',
    plugins: [{ name: 'no-node', setup: (made) => made.onResolve({ filter: /^node:/ }, ({ path, importer }) => void node.push(`${importer}: ${path}`)) }],
  });
  expect(node).toEqual([]);
  return outputFiles[0]!.text;
}

function given(): Given {
  const files = [...filesOf(EXAMPLE).value].map(([name, file]) => [name, new TextDecoder().decode(wholeOf(file, Infinity)!)]);
  return { files: Object.fromEntries(files), rulebooks: Object.fromEntries(RULEBOOKS.map((id) => [id, readFileSync(join(root, 'rulebooks', `${id}.yaml`), 'utf8')])) };
}

async function inNode(): Promise<string> {
  const { records, config, lines } = loadWorkspace(EXAMPLE).value;
  const rulebooks = chooseRulebooks(loadRulebooks(), RULEBOOKS);
  return resultText(packResult(await check({ records, question: questionOf(config, '1970-01-01'), rulebooks, lines, madeUp: true }, sha256), sha256));
}

test('the bundle for a browser has no module of Node in it', async () => {
  expect((await bundle()).length).toBeGreaterThan(10_000);
});

test.skipIf(!existsSync(BROWSER))('a page gives the same bytes as Node, and its checker accepts them with WebCrypto', async () => {
  const script = await bundle();
  const browser = await chromium.launch({ executablePath: BROWSER, args: FLAGS });
  try {
    const page = await (await browser.newContext()).newPage();
    const asked: string[] = [];
    await page.route('**/*', (route) => {
      asked.push(route.request().url());
      return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>nonred</title>' });
    });
    await page.goto('https://nonred.invalid/'); // a secure origin, answered by the line above: WebCrypto needs one
    await page.addScriptTag({ content: script });
    const answer = await page.evaluate((files) => (globalThis as unknown as { answer(given: Given): Promise<Answer> }).answer(files), given());
    expect(asked).toEqual(['https://nonred.invalid/']);
    expect(answer.text).toBe(await inNode());
    expect(answer.outcomes.length).toBeGreaterThan(0);
    expect(answer.outcomes).not.toContain('refused');
    expect(answer.forged).toBe('refused');
    expect(answer.why.join('\n')).toContain('涉紅');
  } finally {
    await browser.close();
  }
});
