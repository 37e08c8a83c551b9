/**
 * `npm run bench -- documents`: CycloneDX documents of 50 MB with 100,000 components, JSON and XML, read whole by the built package as
 * `nonred check FILE` reads them (validated, records made, checks run), each in a process of its own; the median of three counts.
 * CPU time stands beside the wall's: on a busy machine it is the one that says something.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL, fileURLToPath } from 'node:url';
import { random } from '../test/support/random.ts';

const COMPONENTS = 100_000;
const RUNS = 3;
/** Words of a description that make a component about 500 bytes long. */
const LENGTH: Readonly<Record<'json' | 'xml', number>> = { json: 20, xml: 11 };
const WORDS = ['connector', 'resistor', 'camera', 'radio', 'regulator', 'shielded', 'surface mount', 'thermal', 'low profile', 'right angle'];

interface Part { readonly ref: string; readonly name: string; readonly maker: string; readonly supplier: string; readonly words: readonly string[]; readonly quantity: number; readonly inside: Part[] }

function parts(): Part[] {
  const chance = random(1);
  const one = (i: number): Part => ({
    ref: `part-${i}`, name: `PN-${i}`, maker: `Maker ${chance.int(3000)}`, supplier: `Distributor ${chance.int(50)}`, quantity: 1 + chance.int(8), inside: [],
    words: Array.from({ length: LENGTH.json }, () => chance.pick(WORDS)),
  });
  const tops: Part[] = [];
  for (let i = 0; i < COMPONENTS; i++) {
    const part = one(i);
    const above = i % 10 === 0 ? undefined : tops.at(-1);
    if (above) above.inside.push(part);
    else tops.push(part);
  }
  return tops;
}

const json = (part: Part): object => ({
  type: 'device', 'bom-ref': part.ref, supplier: { name: part.supplier, url: ['https://example.com/'] }, manufacturer: { name: part.maker }, name: part.name, version: '1', description: part.words.join(' '),
  properties: [{ name: 'cdx:device:quantity', value: String(part.quantity) }, { name: 'cdx:device:function', value: 'connector' }], ...(part.inside.length > 0 && { components: part.inside.map(json) }),
});
const xml = (part: Part): string => `<component type="device" bom-ref="${part.ref}"><supplier><name>${part.supplier}</name><url>https://example.com/</url></supplier><manufacturer><name>${part.maker}</name></manufacturer>`
  + `<name>${part.name}</name><version>1</version><description>${part.words.slice(0, LENGTH.xml).join(' ')}</description>`
  + `<properties><property name="cdx:device:quantity">${part.quantity}</property><property name="cdx:device:function">connector</property></properties>`
  + `${part.inside.length > 0 ? `<components>${part.inside.map(xml).join('')}</components>` : ''}</component>`;

const folder = mkdtempSync(join(tmpdir(), 'nonred-bench-'));
try {
  const all = parts();
  const refs = all.map(({ ref }) => ref);
  const files: Record<string, string> = {
    json: JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', metadata: { component: { type: 'device', name: 'product', 'bom-ref': 'product' } }, components: all.map(json), dependencies: [{ ref: 'product', dependsOn: refs }] }),
    xml: `<?xml version="1.0"?><bom xmlns="http://cyclonedx.org/schema/bom/1.6"><metadata><component type="device" bom-ref="product"><name>product</name></component></metadata><components>${all.map(xml).join('\n')}</components></bom>`,
  };
  process.stdout.write(`machine: ${cpus().length} x ${cpus()[0]?.model ?? '?'}, Node ${process.version}, load ${loadavg().map((load) => load.toFixed(1)).join(' ')}\n`);
  const door = pathToFileURL(fileURLToPath(new URL('../dist/index.js', import.meta.url))).href;
  const run = join(folder, 'run.mjs');
  writeFileSync(run, `
    import { loadWorkspace } from ${JSON.stringify(door)};
    const start = performance.now();
    const { value, issues } = loadWorkspace(process.argv[2]);
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    process.stdout.write(JSON.stringify({ seconds: (performance.now() - start) / 1000, cpu: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1000, issues: issues.length, lines: value.lines }));
  `);
  let short = false;
  for (const [kind, text] of Object.entries(files)) {
    const path = join(folder, `large.${kind}`);
    writeFileSync(path, text);
    const runs = Array.from({ length: RUNS }, () => {
      const { stdout, stderr } = spawnSync(process.execPath, [run, path], { encoding: 'utf8' });
      if (stdout === '') throw new Error(stderr);
      return JSON.parse(stdout) as { seconds: number; cpu: number; megabytes: number; issues: number; lines: number };
    });
    if (runs.some(({ issues, lines }) => issues > 0 || lines !== COMPONENTS)) throw new Error(`${kind}: not read whole: ${JSON.stringify(runs[0])}`);
    const middle = (of: 'seconds' | 'megabytes' | 'cpu'): number => runs.map((one) => one[of]).sort((a, b) => a - b)[RUNS >> 1]!;
    process.stdout.write(`${kind}: ${(statSync(path).size / 1e6).toFixed(1)} MB, ${COMPONENTS} components; runs ${runs.map((one) => `${one.seconds.toFixed(2)} s (CPU ${one.cpu.toFixed(2)} s) ${one.megabytes.toFixed(0)} MB`).join(', ')}\n`);
    for (const [what, want, got, unit] of [['time', 5, middle('seconds'), 's'], ['memory', 1000, middle('megabytes'), 'MB']] as const) {
      const ok = got < want;
      short ||= !ok;
      process.stdout.write(`bar documents-${kind}-${what} want <${want}${unit} got ${got.toFixed(2)}${unit} ${ok ? 'ok' : 'short'}\n`);
    }
  }
  process.exitCode = short ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
