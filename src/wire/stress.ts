/** The document of `nonred stress --json`, version 1. Infinity has no JSON form: how long something lasts is left out where nothing is lost. */
import { type Shape, z } from '../formats/shape.ts';
import type { StressResult } from '../engine/stress-result.ts';

const text = z.string();
const amount = z.number();
const interval = z.strictObject({ lo: amount, hi: amount }).meta({ id: 'interval', description: 'Least and most; equal where nothing is open.' });
const survival = z.strictObject({ lo: z.exactOptional(amount), hi: z.exactOptional(amount) }).meta({ id: 'survival', description: 'Days until the first loss, an upper bound; absent: none as far as was looked.' });
const localised = z.strictObject({ en: text, 'zh-Hant': text });
const source = z.strictObject({ text, confirmed: z.boolean() });

const limit = z.strictObject({ action: text, note: z.exactOptional(text), product: z.exactOptional(text), user: z.exactOptional(text) }).meta({ id: 'limit', description: 'What in the scenario sets the limit: its action and note, and of flows the product and who takes it.' });

export const stressShape: Shape<unknown> = z.strictObject({
  version: z.literal(1),
  kind: z.literal('stress'),
  madeUp: z.exactOptional(z.literal(true)),
  product: text,
  asOf: text,
  currency: z.exactOptional(text).describe('ISO 4217; absent: losses are units.'),
  bounds: z.literal('loss is a lower bound, survival an upper bound').describe('What the method can say.'),
  labels: z.record(text, text),
  gaps: z.strictObject({ noCapacity: z.array(text), noSource: z.array(text), noPlace: z.array(text), noStock: amount, claims: z.array(text) }).describe('What is not recorded, and so cannot be lost.'),
  scenarios: z.array(z.strictObject({
    ids: z.array(text), title: localised, madeUp: z.exactOptional(z.literal(true)), start: text, days: amount, stepDays: amount, backlogDays: z.exactOptional(amount).describe('Days of demand that customers wait for; of scenarios laid over each other the longest. Absent: none.'),
    loss: interval, base: amount.describe('Lost over the same days where nothing happens.'),
    demands: z.array(z.strictObject({ id: text, product: text, customer: z.exactOptional(text), asked: amount, lost: interval, survivalDays: survival, lostAt: z.array(amount) })),
    time: z.array(z.strictObject({ day: amount, lo: amount, hi: amount })),
    output: z.array(z.strictObject({ product: text, made: amount, normal: amount })),
    changes: z.array(z.strictObject({ action: text, note: z.exactOptional(text), picked: z.array(text), open: z.array(text), unmatched: z.exactOptional(z.array(text)).describe('Names in the selector that by themselves pick nothing in this chain.') })),
    conflict: z.exactOptional(z.array(z.strictObject({ kind: z.enum(['demand', 'capacity', 'stock', 'need', 'limit']), of: text, by: z.exactOptional(text), amount: z.exactOptional(amount), limit: z.exactOptional(limit) }))),
    sources: z.array(source),
  })),
  each: z.exactOptional(z.strictObject({
    by: z.enum(['facility', 'party', 'country', 'product', 'owner']), days: amount, base: amount, count: amount, finished: amount,
    rows: z.array(z.strictObject({ id: text, loss: interval, survivalDays: z.exactOptional(survival), skipped: z.boolean(), spend: z.exactOptional(amount) })),
  })),
});

/** The document's text. */
export function stressText({ madeUp, question, currency, labels, gaps, scenarios, each }: StressResult): string {
  const document = {
    version: 1, kind: 'stress', ...(madeUp && { madeUp }), product: question.product, asOf: question.asOf, ...(currency !== undefined && { currency }),
    bounds: 'loss is a lower bound, survival an upper bound', labels, gaps, scenarios,
    ...(each && { each: { ...each, rows: each.rows.map(({ survivalDays, ...row }) => ({ ...row, ...(survivalDays && { survivalDays: finite(survivalDays) }) })) } }),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

function finite({ lo, hi }: { readonly lo: number; readonly hi: number }): { lo?: number; hi?: number } {
  return { ...(Number.isFinite(lo) && { lo }), ...(Number.isFinite(hi) && { hi }) };
}
