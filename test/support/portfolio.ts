/** Products that share parts, made up from a seed; and answers side by side, as the program puts them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Member, memberOf, openParts, type SharedPart, SharedParts } from '../../src/engine/portfolio.ts';
import type { CheckResult } from '../../src/engine/result.ts';
import type { Rec } from '../../src/model/record.ts';
import { random } from './random.ts';

export function portfolioOf(given: readonly { readonly path: string; readonly result: CheckResult; readonly records: readonly Rec[] }[]): { members: Member[]; shared: SharedPart[] } {
  const shared = new SharedParts();
  for (const [place, { result, records }] of given.entries()) shared.add(place, openParts(result, records));
  return { members: given.map(({ path, result }) => memberOf(path, result)), shared: shared.parts };
}

export interface MadePortfolio { readonly folders: readonly string[]; readonly parts: number; readonly makers: number; /** By part number, how many products have it. */ readonly usedIn: ReadonlyMap<string, number> }

/**
 * One workspace a product: a bill as an enterprise system exports it, flat, with maker, part number and country of origin, the last
 * left empty for some. Parts are drawn evenly from five times as many as a bill has lines, so each is in a fifth of the products.
 */
export function writePortfolio(folder: string, products: number, lines: number): MadePortfolio {
  const r = random(7);
  const [parts, makers] = [lines * 5, Math.ceil(lines * 0.4)];
  const pool = Array.from({ length: parts }, (_, i) => ({ pn: `PN-${i}`, row: `Part ${i},Maker ${i % makers} Ltd,PN-${i},${r.pick(['TW', 'JP', 'US', 'DE', '', 'KR', r.chance(0.05) ? 'CN' : 'TW'])}` }));
  const usedIn = new Map<string, number>();
  const folders = Array.from({ length: products }, (_, product) => {
    const dir = join(folder, `product-${String(product).padStart(3, '0')}`);
    mkdirSync(dir, { recursive: true });
    const bill = r.shuffle(pool).slice(0, lines);
    for (const { pn } of bill) usedIn.set(pn, (usedIn.get(pn) ?? 0) + 1);
    writeFileSync(join(dir, 'nonred.yaml'), 'product: drone\nasOf: 2026-11-22\nrulebooks: [us-ndaa-848, tw-non-red]\nasIfBound: true\nmadeUp: true\n');
    writeFileSync(join(dir, 'bom.csv'), `Line,Description,Manufacturer,MPN,Country of origin,Quantity\n${bill.map(({ row }, i) => `${i + 1},${row},1\n`).join('')}`);
    return dir;
  });
  return { folders, parts, makers, usedIn };
}
