/**
 * Made-up workspaces from a seed, each twice: as it is in truth, and as the user has it, with facts, papers and statements
 * lost. Makers, and dealers who could answer for them; clauses in which every fact counts, and clauses in which one of two
 * is enough. `answers` tells the truth about whatever a return sheet asks.
 */
import type { SheetQuestion } from '../../src/ask/questions.ts';
import { csvRow } from '../../src/formats/table/escape.ts';
import { type Random, random } from '../support/random.ts';

export interface World { readonly truth: Readonly<Record<string, string>>; readonly held: Readonly<Record<string, string>>; readonly rulebook: string; answer(question: SheetQuestion): string; readonly owners: ReadonlyMap<string, readonly (readonly [name: string, kind: string, country: string, share: string])[]> }
interface Part { readonly id: string; readonly maker: string; readonly country: string; readonly roles: readonly string[]; readonly parts: readonly string[]; readonly dealer?: string }
interface Firm { readonly id: string; readonly country: string; readonly owner: string; readonly ownerCountry: string }
type Cells = Record<string, string>;

const [GOOD, BAD] = [['JP', 'TW', 'DE'], ['CN']];
const CONDITIONS = [
  '{ any: [{ madeIn: cc, step: [assembled] }, { maker: { domicile: cc } }] }',
  '{ all: [{ madeIn: cc }, { maker: { domicile: cc } }] }',
  '{ maker: { domicile: cc } }',
  '{ any: [{ maker: { owned: ANY_CAPITAL, by: { domicile: cc } } }, { madeIn: cc }] }',
  '{ maker: { any: [{ domicile: cc }, { owned: OWN50_CASCADE, by: { domicile: cc } }] } }',
];
const WALKS = ['{ components: { walk: all } }', '{ components: { walk: all, roles: [camera, radio] } }', '{ components: { walk: bought } }', 'product'];

/** `kept`: in a hundred, how many facts the user has; `red`: how many places and companies are bad. */
export function world(seed: number, { kept = 75, red = 4 }: { readonly kept?: number; readonly red?: number } = {}): World {
  const r = random(seed + 1);
  const chance = (percent: number): boolean => r.int(100) < percent;
  const place = (): string => (chance(red) ? r.pick(BAD) : r.pick(GOOD));
  const firms: Firm[] = Array.from({ length: (2 + r.int(4)) }, (_, i) => ({ id: `firm${i}`, country: place(), owner: `owner${i}`, ownerCountry: place() }));
  const dealers = Array.from({ length: r.int(3) }, (_, i) => `dealer${i}`);
  const parts = tree(r, firms, dealers, place, chance);
  const rulebook = `id: world\ntitle: { en: World, zh-Hant: 世界 }\ncite: made-up\nstatusChecked: 2026-11-22\nbinds: { en: nobody, zh-Hant: 無 }\nsources: [{ key: m, text: made-up, confirmed: true }]\nversions: [{ version: "1", from: 2020-01-01, status: in-force, sources: [m], sets: { cc: [CN] } }]\n${chance(70) ? 'floor: { clear: { kind: [declaration, company-registry], maxAgeDays: 365 } }\n' : ''}clauses:\n${Array.from({ length: (1 + r.int(2)) }, (_, i) => `  - { id: c${i}, cite: made-up, sources: [m], for: ${r.pick(WALKS)}, redIf: ${r.pick(CONDITIONS)} }\n`).join('')}consequence: hold\nnotModelled: [{ en: all, zh-Hant: 全部 }]\n`;
  const tables = (lost: (what: string) => boolean): Record<string, string> => {
    const supports: string[] = [];
    const put = (table: string, rows: Cells[], name: string, cells: Cells): void => {
      if (lost(`row ${name}`)) return;
      rows.push(cells);
      if (!lost(`paper ${name}`)) supports.push(`${table}/${name}`);
    };
    const cell = (name: string, value: string): string => (lost(name) ? '' : value);
    const [products, parties, recipes, lines, completeness, ownerships, supplies]: Cells[][] = [[], [], [], [], [], [], []];
    for (const { id, maker, roles, country, parts: inside, dealer } of parts) {
      products!.push({ id, name: `name of ${id}`, maker: cell(`maker of ${id}`, maker), roles: cell(`roles of ${id}`, roles.join(' | ') || 'none') });
      if (!lost(`paper of ${id}`)) supports.push(`products/${id}`);
      if (inside.length > 0 || !lost(`recipe of ${id}`)) {
        recipes!.push({ id: `make-${id}`, output: id, country: cell(`country of ${id}`, country), steps: 'assembled', sole: cell(`sole of ${id}`, 'yes') });
        if (!lost(`paper of make-${id}`)) supports.push(`recipes/make-${id}`);
        inside.forEach((part, i) => { lines!.push({ recipe: `make-${id}`, line: String(i + 1), product: part }); supports.push(`lines/make-${id}#${i + 1}`); });
        put('completeness', completeness!, `components:make-${id}`, { list: 'components', of: `make-${id}`, status: 'complete', members: inside.length > 0 ? `as listed here (${inside.length})` : 'none' });
      }
      if (dealer !== undefined) supplies!.push({ id: `sale-${id}`, product: id, supplier: dealer, use: 'in-use' });
    }
    for (const { id, country, owner, ownerCountry } of firms) {
      parties!.push({ id, name: `name of ${id}`, kind: 'company', domicile: cell(`domicile of ${id}`, country) }, { id: owner, name: `name of ${owner}`, kind: 'person', domicile: cell(`domicile of ${owner}`, ownerCountry) });
      for (const party of [id, owner]) if (!lost(`paper of ${party}`)) supports.push(`parties/${party}`);
      put('ownerships', ownerships!, `${owner}-in-${id}`, { id: `${owner}-in-${id}`, owner, asset: id, measure: 'equity', lo: '100 %', hi: '100 %' });
      // A statement whose member was lost would be a false one.
      if (ownerships!.some((row) => row.asset === id)) put('completeness', completeness!, `owners:${id}`, { list: 'owners', of: id, status: 'complete', members: `as listed here (${ownerships!.filter((row) => row.asset === id).length})` });
    }
    for (const id of dealers) parties!.push({ id, name: `name of ${id}`, kind: 'company', domicile: 'TW' });
    const evidence = [{ id: 'papers', kind: 'declaration', issuer: 'made-up', issued: '2026-09-01', supports: supports.filter((name) => !name.startsWith('completeness/owners:') || completeness!.some(({ of, list }) => list === 'owners' && name.endsWith(`:${of}`))).join(' | ') }];
    const all = { products, parties, recipes, lines, completeness, ownerships, supplies, evidence };
    return { 'nonred.yaml': 'product: p0\nbom: make-p0\nasOf: 2026-11-22\nmadeUp: true\n', ...Object.fromEntries(Object.entries(all).filter(([, rows]) => rows!.length > 0).map(([name, rows]) => [`${name}.csv`, csv(rows as Cells[])])) };
  };
  const gone = new Map<string, boolean>();
  const held = tables((what) => {
    if (!gone.has(what)) gone.set(what, !chance(kept));
    return gone.get(what)!;
  });
  const [byId, byFirm] = [new Map(parts.map((part) => [part.id, part])), new Map(firms.map((firm) => [firm.id, firm]))];
  const answer = ({ table, id, what }: SheetQuestion): string => {
    const part = byId.get(table === 'recipes' ? id.replace(/^(?:make-|answer:)/, '') : id);
    if (part !== undefined)
      switch (what) {
        case 'name': case 'maker': return what === 'name' ? `name of ${part.id}` : `name of ${part.maker}`;
        case 'makerCountry': return byFirm.get(part.maker)!.country;
        case 'roles': return part.roles.join(', ') || 'none';
        case 'country': return part.country;
        case 'steps': return 'assembled';
        case 'only': case 'sellers': return 'yes';
        case 'parts': return table === 'recipes' || part.parts.length === 0 ? 'yes' : 'no';
        case 'seller': return `name of ${part.dealer ?? part.maker}`;
        case 'use': return 'in use';
        default: return '';
      }
    const firm = byFirm.get(id) ?? firms.find(({ owner }) => owner === id);
    if (firm === undefined) return '';
    if (what === 'owners') return firm.id === id ? 'yes' : ''; // a person has none
    if (what === 'partyKind') return firm.id === id ? 'company' : 'person';
    return what === 'name' ? `name of ${id}` : firm.id === id ? firm.country : firm.ownerCountry;
  };
  const owners = new Map(firms.map(({ id, owner, ownerCountry }) => [id, [[`name of ${owner}`, 'person', ownerCountry, '100 %'] as const]]));
  return { truth: tables(() => false), held, rulebook, answer, owners };
}

function tree(r: Random, firms: readonly Firm[], dealers: readonly string[], place: () => string, chance: (percent: number) => boolean): Part[] {
  const count = (2 + r.int(7));
  const above = Array.from({ length: count }, (_, i) => (i === 0 ? -1 : Math.max(0, i - 3) + r.int(i - Math.max(0, i - 3))));
  const roles = above.map((_, i) => (i > 0 && chance(50) ? [r.pick(['camera', 'radio', 'chip'])] : []));
  const within = (at: number): string[] => [...new Set([...roles[at]!, ...above.flatMap((parent, i) => (parent === at ? within(i) : []))])].sort();
  return above.map((_, i) => ({
    id: `p${i}`, maker: i === 0 ? 'firm0' : r.pick(firms).id, country: place(), roles: within(i), parts: above.flatMap((parent, j) => (parent === i ? [`p${j}`] : [])),
    ...(i > 0 && dealers.length > 0 && chance(60) && { dealer: r.pick(dealers) }),
  }));
}

function csv(rows: readonly Cells[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))].map(csvRow).join('');
}
