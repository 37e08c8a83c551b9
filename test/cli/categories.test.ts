/** Entries of a list that name goods and not a party: conditions on goods in `check`, from the import to the exit status. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { root } from '../house/sources.ts';
import { nonred } from '../support/cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'nonred-categories-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const RULEBOOK = `id: covered-goods
title: { en: No covered goods (made-up), zh-Hant: 不得有受限品項（虛構） }
cite: made-up
statusChecked: 2026-11-22
binds: { en: nobody, zh-Hant: 無 }
sources:
  - { key: made-up, text: made-up, confirmed: true }
versions:
  - { version: "1", from: 2026-01-01, status: in-force, sources: [made-up] }
lists:
  us-fcc-covered: { maxAgeDays: 365 }
clauses:
  - id: covered
    title: { en: a flight controller of a covered category, zh-Hant: 屬受限類別之飛控 }
    cite: made-up
    sources: [made-up]
    for: { components: { walk: bought, roles: [flight-controller] } }
    notPolar: true # a category may speak of anything
    redIf: { category: us-fcc-covered }
consequence: hold
notModelled: []
`;
const UAS = 'category,UAS critical components produced in a foreign country,flight controllers,n/a,2025-12-22\n';
const ROUTERS = 'category,Consumer routers produced in a foreign country,routers,n/a,2026-03-01\n';

let made = 0;
/** The exit status of `check` and why, of an edition of these rows and a plant of the flight controllers in that country. */
async function checked(rows: string, { country = 'TW', whole = true, paper = '' } = {}): Promise<{ status: number; out: string }> {
  const dir = join(folder, String(++made));
  const list = join(folder, `${made}-list`);
  cpSync(join(root, 'examples', 'quad-clear'), dir, { recursive: true, filter: (path) => !/[\\/]out$/.test(path) });
  mkdirSync(join(dir, 'rulebooks'));
  mkdirSync(list);
  writeFileSync(join(dir, 'rulebooks', 'covered-goods.yaml'), RULEBOOK);
  const edit = (file: string, change: (text: string) => string): void => writeFileSync(join(dir, file), change(readFileSync(join(dir, file), 'utf8')));
  edit('nonred.yaml', (text) => text.replace(/rulebooks: \[[^\]]*\]/, 'rulebooks: [covered-goods]'));
  edit('facilities.csv', (text) => text.replace(/(plant-avionics,.*),TW/, `$1,${country}`));
  if (paper !== '') edit('evidence.csv', (text) => `${text.trimEnd()}\nletter,${paper},Example counsel (made-up),2026-11-01,,${'a'.repeat(64)},,products/flight-controller\n`);
  writeFileSync(join(list, 'fcc.csv'), `kind,name,scope,includes_affiliates,added\nentity,Nobody We Know Ltd.,equipment,yes,2021-03\n${rows}`);
  const kept = await nonred(['import', 'lists', list, '--to', dir, '--edition', '2026-11-01', ...(whole ? ['--whole', '--gone', '7'] : [])]);
  expect(kept.err).toBe('');
  const answer = await nonred(['check', dir, '--json', '-']);
  expect(answer.status === 3 ? answer.err : '').toBe('');
  return answer;
}

test('a category that is known is a condition on goods: made abroad red, made at home clear, made nobody knows where open', async () => {
  expect((await checked(UAS)).status).toBe(2);
  expect((await checked(UAS, { country: 'US' })).status).toBe(0);
  expect((await checked(UAS, { country: '' })).status).toBe(4);
  expect((await checked('category,Uncrewed aircraft systems (UAS) produced in a foreign country,any,n/a,2025-12-22\n')).status).toBe(0); // of the whole aircraft, not of its parts
  expect((await checked(UAS, { country: 'US', whole: false })).status).toBe(4);
});

test('a category that is not known leaves all goods open until a paper says that they are outside it', async () => {
  const open = await checked(ROUTERS);
  expect(open.status).toBe(4);
  expect(open.out).toContain('outside-consumer-routers-produced-in-a-foreign-country');
  expect((await checked(ROUTERS, { paper: 'outside-consumer-routers-produced-in-a-foreign-country' })).status).toBe(0);
  expect((await checked(ROUTERS, { paper: 'outside-something-else' })).status).toBe(4);
  // Words of a known category in another one do not make it known.
  expect((await checked('category,Router critical components produced in a foreign country,x,n/a,2026-03-01\n')).status).toBe(4);
  expect((await checked('category,Ground stations for UAS,x,n/a,2026-03-01\n')).status).toBe(4);
  expect((await checked(UAS + ROUTERS)).status).toBe(2);
});
