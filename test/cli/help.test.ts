/** Help and misuse of the command line, in the language asked for. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { widthOf } from '../../src/report/table.ts';
import { root } from '../house/sources.ts';
import { nonred } from '../support/cli.ts';

const COMMANDS = [[], ['check'], ['import'], ['import', 'answers'], ['stress'], ['stress', 'concentration'], ['rulebooks', 'diff'], ['certify'], ['verify'], ['watch'], ['serve']];

test.each(COMMANDS)('help of %s %s is Chinese in Chinese, and no line is wider than a terminal', async (...words) => {
  const [english, chinese] = await Promise.all(['en', 'zh-Hant'].map(async (lang) => (await nonred([...words, '--help', '--lang', lang])).out));
  expect(english).toMatch(/^Usage: nonred/);
  expect(chinese).toMatch(/^用法： nonred/);
  expect(chinese).not.toMatch(/Options:|Commands:|display help|choices:|show help/);
  for (const line of `${english}${chinese}`.split('\n')) expect(widthOf(line), line).toBeLessThanOrEqual(80);
});

test.each<[readonly string[], string, string]>([
  [['check'], '<path> is missing', '缺少 <path>'],
  [['chekc', 'x'], 'there is no command `chekc` (did you mean check?)', '沒有 `chekc` 這個指令（是否指 check？）'],
  [['check', '--jsno', 'x', '.'], 'there is no option `--jsno` (did you mean --json?)', '沒有 `--jsno` 這個選項（是否指 --json？）'],
  [['check', '--json'], '`--json <file>` needs a value', '`--json <file>` 需要一個值'],
  [['stress', '--each', 'x'], '`--each <kind>` cannot be `x`: it takes one of facility, ', '`--each <kind>` 不能是 `x`；可用：facility'],
  [['evidence', 'add', 'x'], '--about <records> is missing', '缺少 --about <records>'],
  [['init', 'a', 'b'], 'more words than the command takes', '指令後面的字太多'],
  [['lapse', 'nowhere'], 'input/no-such-file at -: there is no file `nowhere`', '沒有檔案 `nowhere`'],
])('%j is refused in words', async (words, english, chinese) => {
  const [en, zh] = [await nonred([...words, '--lang', 'en']), await nonred([...words, '--lang', 'zh-Hant'])];
  expect([en.status, zh.status]).toEqual([3, 3]);
  expect(en.err).toContain(english);
  expect(zh.err).toContain(chinese);
});

test('a workspace behind the scenarios is the workspace', async () => {
  const { status, out } = await nonred(['stress', '--scenario', 'duty-25-percent', join(root, 'examples', 'ai-server')]);
  expect(status).toBe(0);
  expect(out).toContain('AI rack under stress');
});
