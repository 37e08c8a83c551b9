/** The shape of conditions, for values that come as text: of rulebooks and of scenarios. Each is the type of the same name. */
import { day, object, type Shape, whole, word, z } from '../formats/shape.ts';
import type { EvidencePred, Places, Pred } from './predicate.ts';

const ppmOrBp = whole(0, 10_000);
export const ids: Shape<string[]> = z.array(word).min(0);
export const name: Shape<string> = z.string().regex(/^[a-zA-Z0-9][a-zA-Z0-9._-]*$/).max(64);
export const place: Shape<string | { region: string }> = z.union([z.string().regex(/^[A-Z]{2}$/), object({ region: z.string().regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/) })]);
export const places: Shape<Places> = z.union([name, z.array(place)]).meta({ id: 'Places' });
export const evidence: Shape<EvidencePred> = object({
  kind: ids, about: z.enum(['product', 'maker', 'facility', 'lot']), issuer: z.exactOptional(ids), maxAgeDays: z.exactOptional(whole(0, 100_000)),
  custody: z.exactOptional(ids), status: z.exactOptional(object({ freshDays: whole(0, 100_000) })),
}).meta({ id: 'EvidencePred' });
const window = object({ from: z.exactOptional(day), to: z.exactOptional(day) });
export const pred: Shape<Pred> = z.lazy(() => condition).meta({ id: 'Pred' });
const shareOf = <B extends string>(bound: B) =>
  object({ share: z.enum(['cost', 'mass']), over: z.enum(['components', 'materials']), where: pred, [bound]: ppmOrBp } as { share: z.ZodEnum<{ cost: 'cost'; mass: 'mass' }>; over: z.ZodEnum<{ components: 'components'; materials: 'materials' }>; where: Shape<Pred> } & Record<B, Shape<number>>);
const condition: Shape<Pred> = z.union([
  object({ all: z.array(pred) }), object({ any: z.array(pred) }), object({ not: pred }),
  object({ role: ids }), object({ hs: z.array(z.string().regex(/^\d{2,10}$/)) }), object({ category: name }), object({ material: ids, atLeast: z.exactOptional(ppmOrBp) }),
  object({ madeIn: places, step: z.exactOptional(ids) }), object({ allSteps: ids, outside: places, seen: z.exactOptional(ids) }),
  object({ maker: pred }), object({ supplier: pred }), object({ operator: pred }), object({ domicile: places }), object({ principalPlace: places }),
  object({ listed: ids, closure: z.exactOptional(name) }), object({ owned: name, by: pred, dispersed: z.exactOptional(z.literal('ignore')) }),
  object({ ancestor: pred, materials: z.exactOptional(ids) }),
  shareOf('atLeast'), shareOf('moreThan'), shareOf('atMost'), shareOf('lessThan'),
  object({ evidence }), object({ date: window, of: z.enum(['asOf', 'act']) }), object({ act: ids }), object({ buyer: ids }), object({ purpose: ids }),
], { error: 'condition' }) as Shape<Pred>;
