/** Sentences in Chinese have the marks of Chinese, not those of English with a space. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { why } from '../../src/engine/why.ts';
import { terminalReport, terminalWhy } from '../../src/report/terminal.ts';
import { answer, sha256 } from '../engine/answer.ts';
import { root } from '../house/sources.ts';
import { nonred } from '../support/cli.ts';

const MIXED = /[\p{Script=Han}）][:;,] |[:;] \p{Script=Han}/u;
const look = { lang: 'zh-Hant', colour: false, width: 400 } as const;

test('of the report, of reasons, of rulebooks, timelines and requests', async () => {
  const folder = join(root, 'examples', 'quad-x');
  const out = mkdtempSync(join(tmpdir(), 'nonred-chinese-'));
  onTestFinished(() => rmSync(out, { recursive: true }));
  const commands = [['rulebooks'], ['check', folder, '--timeline'], ['ask', folder, '--out', out], ['screen', 'Huawei']];
  const texts = [terminalReport(answer, look, sha256), terminalWhy(answer, why(answer, 'zh-Hant', sha256), look), ...(await Promise.all(commands.map(async (words) => (await nonred([...words, '--lang', 'zh-Hant'])).out)))];
  for (const text of texts) {
    expect(text).toMatch(/\p{Script=Han}/u);
    for (const line of text.split('\n')) expect(line, line).not.toMatch(MIXED);
  }
});
