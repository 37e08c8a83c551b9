import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shared } from '../../support/shared.ts';
import { codes, readFile, recordsOf } from './support.ts';

const folder = shared('data', 'catena-x-bom');
interface Amount { readonly quantity?: { readonly value?: number; readonly quantityNumber?: number | string } }
interface Linked extends Amount { readonly catenaXId: string; readonly childCatenaXId: string }
interface Site { readonly catenaXsiteId?: string; readonly function?: string }
interface Aspect {
  readonly childItems?: Linked[]; readonly childParts?: Linked[]; readonly parentItems?: Linked[]; readonly sites?: Site[]; readonly partSitesInformationAsPlanned?: Site[];
  readonly manufacturingInformation?: { readonly sites?: Site[] };
}
const amount = ({ quantity }: Amount) => quantity && String(quantity.value ?? quantity.quantityNumber);
const names = folder ? readdirSync(folder).filter((name) => name.endsWith('.json')).sort() : [];
const CONTAINER = 'https://catenax.io/schema/TestDataContainer/1.0.0';
const item = (id: string, aspects: object = {}): object => ({ catenaXId: id, ...aspects });
const read = (...items: object[]) => readFile('x.json', JSON.stringify({ [CONTAINER]: items }));
const BOM = 'urn:samm:io.catenax.single_level_bom_as_built:3.0.0#SingleLevelBomAsBuilt';
const PART = 'urn:samm:io.catenax.serial_part:3.0.0#SerialPart';

test.skipIf(!folder)('there are six files of test data', () => expect(names.length).toBe(6));
test.skipIf(!folder).each(names)('%s imports whole: every item, every link, its amounts and sites', (name) => {
  const text = readFileSync(join(folder!, name), 'utf8');
  const found = readFile('x.json', text);
  expect(codes(found)).toEqual([]);
  const items = JSON.parse(text)[CONTAINER] as Record<string, unknown>[];
  const links: { from: string; to: string; amount: string | undefined }[] = [];
  const sites = new Set<string>();
  for (const one of items)
    for (const aspect of Object.entries(one).flatMap(([key, value]) => (key.startsWith('urn:') ? (value as Aspect[]) : []))) {
      for (const child of aspect.childItems ?? []) links.push({ from: one.catenaXId as string, to: child.catenaXId, amount: amount(child) });
      for (const child of aspect.childParts ?? []) links.push({ from: one.catenaXId as string, to: child.childCatenaXId, amount: amount(child) });
      for (const parent of aspect.parentItems ?? []) links.push({ from: parent.catenaXId, to: one.catenaXId as string, amount: amount(parent) });
      for (const site of [...(aspect.sites ?? []), ...(aspect.partSitesInformationAsPlanned ?? []), ...(aspect.manufacturingInformation?.sites ?? [])])
        if (site.function === 'production' && site.catenaXsiteId) sites.add(site.catenaXsiteId);
    }
  const tops = new Set([...items.map(({ catenaXId }) => catenaXId as string), ...links.map(({ from }) => from)]);
  for (const { to } of links) tops.delete(to);
  expect(new Set(recordsOf(found, 'product').map(({ id }) => id)).size).toBe(items.length + 1);
  const lines = recordsOf(found, 'line').map(({ recipe, options, quantity }) => `${recipe.replace(/^bom:x#/, '')} > ${options[0]!.product!.replace(/^x#/, '')} x ${quantity}`).sort();
  expect(lines).toEqual([...links.map(({ from, to, amount }) => `${from} > ${to} x ${amount}`), ...[...tops].map((top) => `bom > ${top} x undefined`)].sort());
  expect(new Set(recordsOf(found, 'facility').map(({ name: site }) => site))).toEqual(sites);
  expect(recordsOf(found, 'completeness')).toEqual([]); // nothing in these models says that a list is all there is
});

test('the maker is the part’s own manufacturerId, never who provides the data or the child', () => {
  const found = read(item('a', { bpnl: 'BPNLDATA', [BOM]: [{ childItems: [{ catenaXId: 'b', businessPartner: 'BPNLSELLER', quantity: { value: 2, unit: 'unit:piece' } }] }] }), item('b', { [PART]: [{ localIdentifiers: [{ key: 'manufacturerId', value: 'BPNLMAKER' }] }] }));
  expect(recordsOf(found, 'product').map(({ id, maker }) => [id, maker])).toEqual([['x#a', undefined], ['x#b', 'party:BPNLMAKER'], ['x', undefined]]);
  expect(recordsOf(found, 'supply').map(({ product, supplier }) => [product, supplier])).toEqual([['x#b', 'party:BPNLSELLER']]);
  expect(recordsOf(found, 'line')[0]).toMatchObject({ quantity: '2', uom: 'H87' });
});

test('a site makes it only where its function is production, and as long as it says so; several are several ways', () => {
  const site = (id: string, more: object = {}): object => ({ catenaXsiteId: id, function: 'production', functionValidFrom: '2024-01-01T00:00:00Z', functionValidUntil: '2025-06-30T23:59:59Z', ...more });
  const found = read(item('a', { [PART]: [{ manufacturingInformation: { country: 'DEU', sites: [site('S1')] } }] }), item('b', { [PART]: [{ sites: [site('S2'), site('S3', { function: 'warehouse' }), site('S4')] }] }));
  expect(recordsOf(found, 'recipe').filter(({ facility, country }) => facility ?? country).map(({ id, facility, country, validFrom, validTo }) => [id, facility ?? country, validFrom, validTo])).toEqual([
    ['bom:x#a', 'DE', undefined, undefined], ['bom:x#a', 'facility:S1', '2024-01-01', '2025-07-01'], ['bom:x#b<facility:S2', 'facility:S2', '2024-01-01', '2025-07-01'], ['bom:x#b<facility:S4', 'facility:S4', '2024-01-01', '2025-07-01'],
  ]);
  expect(recordsOf(found, 'recipe').some(({ sole }) => sole)).toBe(false);
});

test('a child that stands for others leaves them open; a parent that may be one is inferred; a country that is none stays unknown', () => {
  const usage = 'urn:samm:io.catenax.single_level_usage_as_built:3.0.0#SingleLevelUsageAsBuilt';
  const found = read(item('a', { [BOM]: [{ childItems: [{ catenaXId: 'b', hasAlternatives: true }] }] }), item('b', { [usage]: [{ parentItems: [{ catenaXId: 'c', isOnlyPotentialParent: true }] }], [PART]: [{ manufacturingInformation: { country: 'HUR' } }] }));
  expect(recordsOf(found, 'line').map(({ options, level }) => [options.length, level]).slice(0, 2)).toEqual([[2, 'confirmed'], [1, 'inferred']]);
  expect(found.value.warnings.map(({ code }) => code)).toEqual(['document/several-products', 'input/unknown-country', 'document/no-such-ref']);
  expect(codes(read(item('a', { [BOM]: [{ childItems: [{ quantity: { value: 1 } }] }] })))).toEqual([`document/invalid /https:~1~1catenax.io~1schema~1TestDataContainer~11.0.0/0/${BOM}/0/childItems/0`]);
  expect(codes(readFile('x.json', JSON.stringify({ [CONTAINER]: [{ bpnl: 'x' }] }))).length).toBe(1);
});

test('what goes into what is not lost: an aspect by itself, one of another item, one in other members, a period that ends before it begins', () => {
  const bom = (aspect: unknown) => read(item('a', { [BOM]: aspect }), item('b'));
  const lines = (found: ReturnType<typeof bom>) => recordsOf(found, 'line').filter(({ recipe }) => recipe === 'bom:x#a').map(({ options, validFrom, validTo }) => [options[0]!.product, validFrom, validTo]);
  expect(lines(bom({ catenaXId: 'a', childItems: [{ catenaXId: 'b' }] }))).toEqual([['x#b', undefined, undefined]]);
  const at = `${BOM.replaceAll('/', '~1')}`;
  expect(codes(bom({ catenaXId: 'c', childItems: [{ catenaXId: 'b' }] }))).toEqual([`document/invalid /https:~1~1catenax.io~1schema~1TestDataContainer~11.0.0/0/${at}/0/catenaXId`]);
  expect(codes(bom([{ catenaXId: 'a', children: [{ catenaXId: 'b' }] }]))).toEqual([`document/invalid /https:~1~1catenax.io~1schema~1TestDataContainer~11.0.0/0/${at}/0`]);
  const backwards = bom([{ childItems: [{ catenaXId: 'b', validityPeriod: { validFrom: '2026-05-01T00:00:00Z', validTo: '2025-05-01T00:00:00Z' } }] }]);
  expect(lines(backwards)).toEqual([['x#b', '2026-05-01', undefined]]);
  expect(backwards.value.warnings.map(({ code }) => code)).toEqual(['input/ends-before-start']);
});
