/** Rows to records, for the kinds that name no digests: one row, one record. */
import type { Demand, Facility, Inventory, Material, Ownership, Product, Recipe, Supply, Use } from '../../model/record.ts';
import { closed, common, type Draft, keep, type Open } from './draft.ts';
import type { TableRow } from './rows.ts';

type OneRow = 'ownerships' | 'facilities' | 'products' | 'recipes' | 'materials' | 'supplies' | 'demands' | 'inventories';

export const FACTS: Readonly<Record<OneRow, (row: TableRow, draft: Draft) => void>> = {
  ownerships(row, draft) {
    const { cells } = row;
    const [owner, asset] = [cells.id('owner'), cells.id('asset')];
    const measure = cells.word<'equity' | 'voting' | 'board' | 'debt' | NonNullable<Ownership['control']>>('measure');
    const range = cells.shares('lo', 'hi');
    if (owner === undefined || asset === undefined || measure === undefined) return;
    const shared = measure === 'equity' || measure === 'voting' || measure === 'board' || measure === 'debt';
    keep(closed<Ownership>({
      kind: 'ownership', ...common(row, cells.id('id') ?? `${owner}>${asset}/${measure}`, draft), owner, asset,
      ...(shared ? { [`${measure}Ppm`]: range } : { control: measure }),
    } as Open<Ownership>), row, draft);
  },
  facilities(row, draft) {
    const { cells } = row;
    const country = cells.country('country');
    keep(closed<Facility>({
      kind: 'facility', ...common(row, cells.id('id') ?? '', draft), name: cells.text('name'), operator: cells.id('operator'), country,
      region: cells.region('region', country), lat: cells.signed('lat'), lon: cells.signed('lon'), recoverDays: cells.decimal('recoverDays'),
    }), row, draft);
  },
  products(row, draft) {
    const { cells } = row;
    keep(closed<Product>({
      kind: 'product', ...common(row, cells.id('id') ?? '', draft), name: cells.text('name'), maker: cells.id('maker'), partNumbers: cells.texts('partNumber'),
      hs: cells.text('hs')?.replace(/[.\s]/g, ''), roles: cells.roles('roles'), unitCost: cells.money('unitCost', 'currency'), unitMassKg: cells.amount('unitMassKg'), uom: cells.unit('uom'),
    }), row, draft);
  },
  recipes(row, draft) {
    const { cells } = row;
    const output = cells.id('output');
    if (output === undefined) return;
    const [steps, facility, country] = [cells.texts('steps'), cells.id('facility'), cells.country('country')];
    const made = `${output}<${facility ?? country ?? ''}${steps ? `/${steps.join('+')}` : ''}`; // two places of one product are two recipes
    keep(closed<Recipe>({
      kind: 'recipe', ...common(row, cells.id('id') ?? made, draft), output, steps, facility, country, sole: cells.flag('sole'), use: cells.word<Use>('use'),
      capacityPerDay: cells.decimal('capacityPerDay'), leadTimeDays: cells.decimal('leadTimeDays'), cost: cells.money('cost', 'currency'),
    }), row, draft);
  },
  materials(row, draft) {
    const { cells } = row;
    const [product, substance] = [cells.id('product'), cells.text('substance')];
    if (product === undefined || substance === undefined) return;
    const massPpm = cells.shares('massLo', 'massHi') ?? { lo: 0, hi: 1_000_000 };
    keep(closed<Material>({ kind: 'material', ...common(row, `${product}#${substance}`, draft), product, substance, massPpm }), row, draft);
  },
  supplies(row, draft) {
    const { cells } = row;
    const [product, supplier, buyer, facility] = [cells.id('product'), cells.id('supplier'), cells.id('buyer'), cells.id('facility')];
    if (product === undefined || supplier === undefined) return;
    const made = `${supplier}>${buyer ?? ''}/${product}${facility ? `@${facility}` : ''}`;
    keep(closed<Supply>({
      kind: 'supply', ...common(row, cells.id('id') ?? made, draft), product, supplier, buyer, facility, sharePpm: cells.share('share'), use: cells.word<Use>('use'),
      price: cells.money('price', 'currency'), leadTimeDays: cells.decimal('leadTimeDays'), capacityPerDay: cells.decimal('capacityPerDay'),
      via: cells.texts('via'),
    }), row, draft);
  },
  demands(row, draft) {
    const { cells } = row;
    const [product, perDay, customer] = [cells.id('product'), cells.decimal('perDay'), cells.text('customer')];
    if (product === undefined || perDay === undefined) return;
    keep(closed<Demand>({
      kind: 'demand', ...common(row, cells.id('id') ?? `${customer ?? ''}<${product}`, draft), product, customer, country: cells.country('country'), perDay, uom: cells.unit('uom'),
      margin: cells.money('margin', 'currency'), priority: cells.decimal('priority'),
    }), row, draft);
  },
  inventories(row, draft) {
    const { cells } = row;
    const [place, product, quantity] = [cells.id('place'), cells.id('product'), cells.decimal('quantity')];
    if (place === undefined || product === undefined || quantity === undefined) return;
    keep(closed<Inventory>({ kind: 'inventory', ...common(row, cells.id('id') ?? `${product}@${place}`, draft), place, product, quantity, uom: cells.unit('uom') }), row, draft);
  },
};
