/** The commands of docs/tutorial.md and docs/tutorial.zh-Hant.md, one after the other, in a copy of the examples; and the statuses that the text names. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../house/sources.ts';
import { nonred } from '../support/cli.ts';

test.each([['tutorial.md', /Exit status (\d)/], ['tutorial.zh-Hant.md', /結束碼 (\d)/]])('the commands of docs/%s', async (name, status) => {
  const folder = mkdtempSync(join(tmpdir(), 'nonred-tutorial-'));
  cpSync(join(root, 'examples'), folder, { recursive: true, filter: (path) => !/[\\/]out$/.test(path) });
  const sections = readFileSync(join(root, 'docs', name), 'utf8').split(/^## /m).slice(1);
  let ran = 0;
  for (const section of sections) {
    const commands = [...section.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block]) => block!.trim().split('\n'));
    let last: number | undefined;
    for (const line of commands) {
      const words = line.split(' ').slice(1).map((word) => (/^(?:quad-|report\.|index\.)/.test(word) ? join(folder, word) : word));
      const { status: ended, err } = await nonred(words);
      expect([0, 2, 4], `${line}: ${err}`).toContain(ended);
      last = ended;
      ran++;
    }
    const told = status.exec(section)?.[1];
    if (told !== undefined) expect(String(last), section.slice(0, 80)).toBe(told);
  }
  expect(ran).toBe(11);
  rmSync(folder, { recursive: true });
}, 180_000);
