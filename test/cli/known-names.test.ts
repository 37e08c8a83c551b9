/** A party called in characters against a list that has only the Latin name, through every command that asks lists. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { run } from '../../src/cli/program.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nonred-known-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function nonred(...args: string[]): Promise<{ status: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const io: Io = { out: (text) => void (out += text), err: (text) => void (err += text), env: { LANG: 'en_US.UTF-8' }, today: () => '2026-11-23', version: '0.1.0' };
  const status = await run(args, io);
  return { status, out: out.replace(/[\s│]+/g, ' '), err: err.replace(/\s+/g, ' ') };
}
/** A product of one chip, under the rulebook that asks us-sdn, which is whole. */
function workspace(name: string, maker: string, listed: string): string {
  const dir = join(folder, name);
  mkdirSync(dir);
  const files = {
    'nonred.yaml': 'title: t\nproduct: box\nasOf: 2026-11-23\nrulebooks: [us-ofac-50]\nparameters: { us-ofac-50: { reach: parts } }\nact: use\nasIfBound: true\n',
    'products.csv': 'id,name,maker,partNumber\nbox,box,acme,B1\nchip,chip,chips,C1\n', 'parties.csv': `id,name,kind\nacme,Acme Example,company\nchips,${maker},company\n`,
    'recipes.csv': 'id,output,steps,sole\nr,box,assembled,yes\n', 'lines.csv': 'recipe,line,product\nr,1,chip\n',
    'listings.csv': `id,list,name\ne1,us-sdn,"${listed}"\n`, 'completeness.csv': 'list,of,status,members,validFrom\nentries,us-sdn,complete,as listed here (1),2026-11-20\n',
  };
  for (const [file, text] of Object.entries(files)) writeFileSync(join(dir, file), text);
  return dir;
}

test.each([['大疆', 'SZ DJI TECHNOLOGY CO LTD', 'SZ DJI Technology Co., Ltd.'], ['HiSilicon', '深圳市海思半导体', '深圳市海思半导体有限公司']])('%s against %s: open everywhere, with the row', async (name, listed, as) => {
  const dir = workspace(name, name, listed);
  const screened = await nonred('screen', dir);
  expect(screened.status).toBe(4);
  expect(screened.out).toContain(`known as ${as}: firm-names.csv row `);
  expect((await nonred('check', dir)).status).toBe(4);
  expect((await nonred('why', dir, 'chip')).out).toContain('nobody has judged whether it is the entry `e1`');
  expect((await nonred('judge', dir)).out).toMatch(new RegExp(`proposed: ${name} = ${as.replace(/[.]/g, '\\.')} \\(firm-names\\.csv, row \\d+, [a-z]+\\.com\\) = ${listed}\\?`));
  writeFileSync(join(dir, 'judgements.csv'), 'id,left,right,says,by,on,why\nj,parties/chips,listings/e1,same,A. Lin,2026-11-23,the same\n');
  expect((await nonred('check', dir)).status).toBe(2);
});

test('a stranger is asked nothing of', async () => {
  const dir = workspace('stranger', '藍鷺光學', 'SZ DJI TECHNOLOGY CO LTD');
  expect((await nonred('why', dir, 'chip')).out).not.toContain('nobody has judged');
  expect((await nonred('screen', dir)).out).not.toContain('known as');
});

test('two parties of a workspace that are one firm by the table are proposed as one', async () => {
  const dir = workspace('two', '海思', 'Red Kite Example');
  writeFileSync(join(dir, 'parties.csv'), 'id,name,kind\nacme,HiSilicon Technologies,company\nchips,海思,company\n');
  expect((await nonred('check', dir)).err).toMatch(/`HiSilicon Technologies` and `海思` may be one maker|`海思` and `HiSilicon Technologies` may be one maker/);
});

test.each([['小米集團－Ｗ', 'XIAOMI CORPORATION'], ['XIAOMI-W', '小米集团'], ['阿里巴巴-SW', 'ALIBABA GROUP HOLDING'], ['SENSETIME-WR', '商汤集团']])('%s bears a marker of the exchange of Hong Kong: it meets %s', async (name, listed) => {
  const dir = workspace(name, name, listed);
  expect((await nonred('check', dir)).status).toBe(4);
  expect((await nonred('why', dir, 'chip')).out).toContain('nobody has judged whether it is the entry `e1`');
});
