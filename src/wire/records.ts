/** The record kinds as they stand in a result file: the same members as src/model/record.ts, each of them checked. */
import { type Shape, z } from '../formats/shape.ts';
import type { Rec } from '../model/record.ts';

const text = z.string();
const digest = z.string().regex(/^[0-9a-f]{64}$/).meta({ id: 'recordDigest' });
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/).meta({ id: 'recordDay' });
const decimal = z.string().regex(/^[0-9]+(\.[0-9]+)?$/).max(40);
const ppm = z.strictObject({ lo: z.int().min(0).max(1_000_000), hi: z.int().min(0).max(1_000_000) }).meta({ id: 'ppm' });
const amount = z.strictObject({ lo: decimal, hi: decimal }).meta({ id: 'amount' });
const money = z.strictObject({ lo: decimal, hi: decimal, currency: text }).meta({ id: 'money' });
const use = z.enum(['in-use', 'approved', 'known']);
const registered = z.array(z.strictObject({ scheme: text, value: text }));
const maybe = z.optional;

const common = {
  id: text,
  validFrom: maybe(day),
  validTo: maybe(day),
  level: z.enum(['confirmed', 'inferred']),
  recordedAt: maybe(text),
  supersedes: maybe(digest),
  salt: maybe(text),
  origin: maybe(text),
  notes: maybe(z.record(text, text)),
};
const party = z.strictObject({
  kind: z.literal('party'), ...common, names: maybe(z.array(text)), partyKind: maybe(z.enum(['person', 'company', 'state-body'])), ids: maybe(registered),
  domicile: maybe(text), principalPlace: maybe(text), citizenship: maybe(text), stateOf: maybe(text),
});
const ownership = z.strictObject({
  kind: z.literal('ownership'), ...common, owner: text, asset: text, equityPpm: maybe(ppm), votingPpm: maybe(ppm), boardPpm: maybe(ppm), debtPpm: maybe(ppm),
  control: maybe(z.enum(['contract', 'licence', 'appoints', 'consolidates', 'other', 'none'])),
});
const facility = z.strictObject({
  kind: z.literal('facility'), ...common, name: maybe(text), operator: maybe(text), country: maybe(text), region: maybe(text),
  lat: maybe(text), lon: maybe(text), recoverDays: maybe(decimal), // degrees have a sign
});
const product = z.strictObject({
  kind: z.literal('product'), ...common, name: maybe(text), maker: maybe(text), partNumbers: maybe(z.array(text)), hs: maybe(text), roles: maybe(z.array(text)),
  unitCost: maybe(money), unitMassKg: maybe(amount), uom: maybe(text),
});
const recipe = z.strictObject({
  kind: z.literal('recipe'), ...common, output: text, steps: maybe(z.array(text)), facility: maybe(text), country: maybe(text), sole: maybe(z.literal(true)),
  use: maybe(use), capacityPerDay: maybe(decimal), leadTimeDays: maybe(decimal), cost: maybe(money),
});
const line = z.strictObject({
  kind: z.literal('line'), ...common, recipe: text, line: text,
  options: z.array(z.strictObject({ product: z.nullable(text), share: maybe(ppm), use: maybe(use) })),
  quantity: maybe(decimal), uom: maybe(text), costEach: maybe(money),
});
const supply = z.strictObject({
  kind: z.literal('supply'), ...common, product: text, supplier: text, buyer: maybe(text), facility: maybe(text), sharePpm: maybe(ppm), use: maybe(use),
  price: maybe(money), leadTimeDays: maybe(decimal), capacityPerDay: maybe(decimal), via: maybe(z.array(text)),
});
const material = z.strictObject({ kind: z.literal('material'), ...common, product: text, substance: text, massPpm: ppm });
const evidence = z.strictObject({
  kind: z.literal('evidence'), ...common, docKind: text, issuer: maybe(text), issued: maybe(day), digest: maybe(digest), file: maybe(text), custody: maybe(text),
  supports: z.array(digest),
});
const completeness = z.strictObject({
  kind: z.literal('completeness'), ...common, list: z.enum(['components', 'recipes', 'supplies', 'owners', 'entries', 'materials']), of: text,
  scope: maybe(z.union([z.strictObject({ roles: z.array(text) }), z.strictObject({ abovePpm: z.int() })])),
  status: z.enum(['complete', 'incomplete', 'unknown']), members: z.array(digest),
});
const listing = z.strictObject({
  kind: z.literal('listing'), ...common, list: text, names: maybe(z.array(text)), ids: maybe(registered), scope: maybe(z.enum(['self', 'and-subsidiaries'])),
  category: maybe(z.record(text, z.unknown())),
});
const judgement = z.strictObject({
  kind: z.literal('judgement'), ...common, left: maybe(digest), right: maybe(digest), says: maybe(z.enum(['same', 'different', 'unsure'])), withdraws: maybe(digest),
  by: text, on: maybe(day), why: maybe(text),
});
const demand = z.strictObject({
  kind: z.literal('demand'), ...common, product: text, customer: maybe(text), country: maybe(text), perDay: decimal, uom: maybe(text), margin: maybe(money), priority: maybe(decimal),
});
const inventory = z.strictObject({ kind: z.literal('inventory'), ...common, place: text, product: text, quantity: decimal, uom: maybe(text) });

/** Any record; the kind chooses the members. */
export const recordShape: Shape<Rec> = z.discriminatedUnion('kind', [
  party, ownership, facility, product, recipe, line, supply, material, evidence, completeness, listing, judgement, demand, inventory,
]).meta({ id: 'record' }) as unknown as Shape<Rec>;
