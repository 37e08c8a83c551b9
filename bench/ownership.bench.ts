/**
 * `npm run bench -- ownership`: a million seeded stakes with rings, of 400,000 parties, every party under every named test,
 * from plain stakes to verdicts; the graph is made once. The median of five runs counts, in processor time: the machine may be shared.
 */
import { F, T } from '../src/base/verdict.ts';
import { ownershipGraph, type StakeGiven } from '../src/owners/graph.ts';
import { Owned, settle } from '../src/owners/settle.ts';
import { OWNERSHIP_TESTS, type Control } from '../src/owners/tests.ts';
import { random } from '../test/support/random.ts';

const [PARTIES, STAKES, RUNS, LIMIT_SECONDS] = [400_000, 1_000_000, 5, 5];
const r = random(5);
const stakes: StakeGiven[] = [];
/** Of nine assets in ten the owners are all recorded and hold everything; one in twenty holds a share of one of its owners. */
const ids = Array.from({ length: PARTIES }, (_, i) => ({ id: `p${i}`, ...(i % 10 > 0 && { ownersComplete: true as const }) }));
const ownersOf: number[][] = ids.map(() => []);
for (let asset = 0; stakes.length < STAKES; asset = (asset + 1) % PARTIES) {
  const owners = new Set<number>();
  for (let n = 1 + r.int(4); n > 0; n--) owners.add(r.int(PARTIES));
  const held = ownersOf.length > 0 && r.chance(0.05) ? [...owners].flatMap((owner) => ownersOf[owner]!.slice(0, 1)) : [];
  for (const owner of held) owners.add(owner);
  owners.delete(asset);
  if (ownersOf[asset]!.length > 0) continue;
  ownersOf[asset] = [...owners];
  let left = 1_000_000;
  [...owners].forEach((owner, at) => {
    const ppm = at === owners.size - 1 && asset % 10 > 0 ? left : Math.min(left, r.chance(0.3) ? 500_000 : r.int(400_000));
    left -= ppm;
    const range = { lo: ppm, hi: r.chance(0.02) ? Math.min(1_000_000, ppm + 50_000) : ppm };
    stakes.push({ owner: `p${owner}`, asset: `p${asset}`, range: { equityPpm: range, votingPpm: range, boardPpm: range, debtPpm: { lo: 0, hi: 0 } }, control: (r.chance(0.02) ? 'contract' : 'none') satisfies Control });
  });
}
const base = Uint8Array.from(ids, () => (r.chance(0.01) ? T : F));

const seconds: number[] = [];
let told = '';
for (let run = 0; run < RUNS; run++) {
  const start = process.cpuUsage();
  const wall = process.hrtime.bigint();
  const { graph } = ownershipGraph(ids, stakes);
  const owned = new Owned(graph);
  const counts = [...OWNERSHIP_TESTS.values()].map((named) => {
    const { caught, possible } = settle(graph, base, named, owned);
    return `${named.id} ${caught.reduce((sum, is) => sum + is, 0)} caught ${possible.reduce((sum, is, i) => sum + (is === 1 && caught[i] === 0 ? 1 : 0), 0)} open`;
  });
  const used = process.cpuUsage(start);
  seconds.push((used.user + used.system) / 1e6);
  told = counts.join('; ');
  process.stdout.write(`run ${run + 1}: ${seconds.at(-1)!.toFixed(2)} s of processor, ${(Number(process.hrtime.bigint() - wall) / 1e9).toFixed(2)} s of wall\n`);
}
const median = seconds.sort((a, b) => a - b)[RUNS >> 1]!;
process.stdout.write(`${told}\nownership: ${stakes.length} stakes, ${PARTIES} parties, ${OWNERSHIP_TESTS.size} tests\n`);
process.stdout.write(`bar ownership-time want <${LIMIT_SECONDS}s got ${median.toFixed(2)}s ${median < LIMIT_SECONDS ? 'ok' : 'short'}\n`);
process.exitCode = median < LIMIT_SECONDS ? 0 : 1;

