/**
 * A large made-up workspace from a seed: a bill of 5,000 lines in five tiers, 60,000 supplies, 3,000 parties, 20,000
 * stakes, a list of 10,000 names. Most facts have papers; one part in fifty lacks its origin, one its roles, one in two hundred its maker.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { random } from '../test/support/random.ts';

const ROLES = ['none', 'none', 'none', 'motor', 'esc', 'battery', 'frame', 'camera', 'radio', 'flight-controller', 'gimbal'];
const COUNTRIES = ['TW', 'JP', 'US', 'KR', 'DE', 'MY', 'VN', 'NL'];
export const SIZE = { lines: 5_000, supplies: 60_000, parties: 3_000, stakes: 20_000, names: 10_000 };

export function writeLargeWorkspace(folder: string, seed = 20_261_122): void {
  const dice = random(seed);
  const upTo = (n: number): number => Math.floor(dice.next() * n);
  const pick = <T>(from: readonly T[]): T => from[upTo(from.length)]!;
  mkdirSync(folder, { recursive: true });
  const table = (name: string, head: string, rows: readonly string[]): void => writeFileSync(join(folder, `${name}.csv`), `${head}\n${rows.join('\n')}\n`);

  // Five tiers: the aircraft, its assemblies, their assemblies, boards, and what is bought.
  const products: string[] = ['quad,quadcopter,m0,Q-1,uas'];
  const recipes: string[] = ['r-quad,quad,assembled,,TW,yes'];
  const lines: string[] = [];
  const own = { recipes: new Map<string, string[]>(), products: new Map<string, string[]>() };
  const note = (kind: keyof typeof own, maker: string, id: string): void => void own[kind].set(maker, [...(own[kind].get(maker) ?? []), id]);
  const bought: string[] = [];
  let counter = 0;
  const add = (parent: string, at: number, tier: number, width: readonly number[]): void => {
    const count = width[tier]!;
    for (let i = 0; i < count && lines.length < SIZE.lines; i++) {
      const id = `p${++counter}`;
      const internal = tier + 1 < width.length;
      lines.push(`r-${parent},${at + i + 1},${id},${1 + upTo(4)},H87`);
      const maker = internal ? 'm0' : upTo(200) === 0 ? '' : `m${3 * upTo(SIZE.parties / 3)}`;
      products.push(`${id},part ${id},${maker},PN-${id},${internal ? 'motor | esc | battery | frame | camera | radio | flight-controller | gimbal' : upTo(50) === 0 ? '' : pick(ROLES)}`);
      if (maker) note('products', maker, `products/${id}`);
      if (internal || upTo(50) > 0) {
        recipes.push(`r-${id},${id},assembled,,${internal ? 'TW' : pick(COUNTRIES)},yes`);
        if (maker) note('recipes', maker, `recipes/r-${id}`);
      }
      if (internal) add(id, 0, tier + 1, width);
      else bought.push(id);
    }
  };
  add('quad', 0, 0, [20, 10, 5, 4]);
  while (lines.length < SIZE.lines) add('quad', 1_000 + lines.length, 3, [0, 0, 0, 1]);
  note('products', 'm0', 'products/quad');
  note('recipes', 'm0', 'recipes/r-quad');
  table('products', 'id,name,maker,partNumber,roles', products);
  table('recipes', 'id,output,steps,facility,country,sole', recipes);
  table('lines', 'recipe,line,product,quantity,uom', lines);

  // One in three is a company; its twenty owners, persons but for two companies before it, hold it whole.
  const person = (i: number): boolean => i % 3 !== 0;
  const parties = Array.from({ length: SIZE.parties }, (_, i) => `m${i},Example Maker ${i} (made-up),${person(i) ? 'person' : 'company'},${pick(COUNTRIES)},example-register,${100_000 + i}`);
  table('parties', 'id,name,kind,domicile,idScheme,idValue', parties);
  const stakes: string[] = [];
  const held = new Map<string, string[]>();
  for (let i = 0; i < SIZE.parties; i += 3)
    for (let k = 0; k < SIZE.stakes / (SIZE.parties / 3); k++) {
      const owner = k < 2 && i > 30 ? 3 * (2 * upTo(i / 6 - 1) + k) : 1 + 3 * ((i / 3 + k * 7) % (SIZE.parties / 3));
      const id = `s${stakes.length}`;
      stakes.push(`${id},m${owner},m${i},equity,5 %,5 %`);
      held.set(`m${i}`, [...(held.get(`m${i}`) ?? []), `ownerships/${id}`]);
    }
  table('ownerships', 'id,owner,asset,measure,lo,hi', stakes);
  const supplies = Array.from({ length: SIZE.supplies }, (_, i) => `v${i},${bought[i % bought.length]},m${upTo(SIZE.parties)},in-use`);
  supplies[0] = 'v0,quad,m0,in-use';
  table('supplies', 'id,product,supplier,use', supplies);
  table('listings', 'id,list,name,idScheme,idValue,scope', Array.from({ length: SIZE.names }, (_, i) => `e${i},${i % 10 === 0 ? 'covered-uas-company' : 'us-csl'},Example Listed Firm ${i} (made-up),example-register,${900_000 + i},self`));
  const covered = Math.ceil(SIZE.names / 10);
  const parts = recipes.map((row) => row.split(',')[0]!).map((id) => [id, lines.filter((line) => line.startsWith(`${id},`)).length] as const).filter(([, count]) => count > 0);
  const entries = [`entries,us-csl,complete,2026-11-10,as listed here (${SIZE.names - covered})`, `entries,covered-uas-company,complete,2026-11-01,as listed here (${covered})`];
  table('completeness', 'list,of,status,validFrom,members', [...parts.map(([id, count]) => `components,${id},complete,,as listed here (${count})`), ...entries]);
  const papers: string[] = [];
  const paper = (id: string, kind: string, supports: readonly string[]): void => {
    for (let i = 0; i < supports.length; i += 500) page(`${id}-${i / 500}`, kind, supports.slice(i, i + 500));
  };
  const page = (id: string, kind: string, supports: readonly string[]): void => void papers.push(`${id},${kind},Example Assessor (made-up),2026-10-01,${createHash('sha256').update(id).digest('hex')},"${supports.join(' | ')}"`);
  for (let i = 0; i < SIZE.parties; i++) {
    const id = `m${i}`;
    paper(`d-${id}`, 'company-registry', [`parties/${id}`, ...(held.get(id) ?? []), ...(own.products.get(id) ?? []), ...(own.recipes.get(id) ?? [])]);
  }
  paper('d-bills', 'bill-of-materials', parts.map(([id]) => `completeness/components:${id}`));
  paper('d-lists', 'official-list', ['completeness/entries:us-csl', 'completeness/entries:covered-uas-company']);
  table('evidence', 'id,kind,issuer,issued,sha256,supports', papers);
  writeFileSync(join(folder, 'nonred.yaml'), ['title: large (made-up)', 'madeUp: true', 'product: quad', 'bom: r-quad', 'asOf: 2026-11-22', 'rulebooks: [us-ndaa-848, tw-non-red]', 'act: operate-in-contract', ''].join('\n'));
}
