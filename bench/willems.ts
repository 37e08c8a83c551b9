/**
 * A chain of Willems (M&SOM 10(1), 2008) as a chain to be stressed. The data have neither capacity nor margin, so both are assumed: capacity
 * 1.25 times what is asked, stock the base stock of the stage's lead time (mean and z deviations, square-root law), margin 1.
 */
import type { Arc, Chain, Need, Plant } from '../src/stress/chain.ts';

export function willemsChain(csv: string): Chain {
  const rows = csv.trim().split(/\r?\n/).slice(1).map((line) => line.split(','));
  const at = new Map(rows.map(([id], i) => [id!, i]));
  const inputs = rows.map((cells) => {
    const found: { from: number; quantity: number }[] = [];
    for (let c = 8; c + 1 < cells.length; c += 2) if (cells[c] !== '') found.push({ from: at.get(cells[c]!)!, quantity: Number(cells[c + 1]) });
    return found;
  });
  const mean = rows.map((cells) => Number(cells[5]) || 0);
  const variance = rows.map((cells) => (Number(cells[6]) || 0) ** 2);
  const service = Math.max(1.645, ...rows.map((cells) => Number(cells[7]) || 0));
  const demands = rows.flatMap(([id], i) => (mean[i]! > 0 ? [{ id: id!, product: id!, perDay: mean[i]!, margin: 1 }] : []));
  // What is asked of each stage, from the customers up; stages stand in no particular order.
  const waiting = new Int32Array(rows.length);
  for (const list of inputs) for (const { from } of list) waiting[from]!++;
  const work = rows.map((_, i) => i).filter((i) => waiting[i] === 0);
  for (let head = 0; head < work.length; head++)
    for (const { from, quantity } of inputs[work[head]!]!) {
      mean[from]! += mean[work[head]!]! * quantity;
      variance[from]! += variance[work[head]!]! * quantity ** 2;
      if (--waiting[from]! === 0) work.push(from);
    }
  const plants: Plant[] = rows.map(([id, lead], i) => {
    const days = Number(lead) || 0;
    return { id: id!, product: id!, capacityPerDay: 1.25 * mean[i]!, stock: mean[i]! * days + service * Math.sqrt(variance[i]! * days) };
  });
  const needs: Need[] = [];
  const arcs: Arc[] = [];
  inputs.forEach((list, plant) => {
    for (const { from, quantity } of list) arcs.push({ from, to: { need: needs.push({ plant, product: rows[from]![0]!, quantity }) - 1 } });
  });
  demands.forEach(({ id }, d) => void arcs.push({ from: at.get(id)!, to: { demand: d } }));
  return { plants, needs, arcs, demands, caps: [] };
}
