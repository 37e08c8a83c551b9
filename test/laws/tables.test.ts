/** The same network through its tables: what records say, a workspace says, and its verdicts are the same. */
import { expect, test } from 'vitest';
import { canonical } from '../../src/base/canonical.ts';
import type { Completeness, Digest, Rec } from '../../src/model/record.ts';
import { runs } from '../runs.ts';
import { digestOf } from '../support/digest.ts';
import { workspace } from '../support/files.ts';
import { generate, seedsOf } from '../support/generate.ts';
import { FILES, type Style, tablesOf } from '../support/tables.ts';
import { engine } from './engine.ts';

type Read = { readonly records: readonly Rec[]; readonly became: Known; readonly listedHere: number } | { readonly not: string };
/** What was read the last time: by record written, the records that it became. */
type Known = ReadonlyMap<Rec, readonly Rec[]>;

/** By digest, which needs no words of the tables. */
const byDigest = (records: readonly Rec[], known: Known): Style => {
  const became = becameOf(records, known);
  const supported = (digest: Digest): readonly string[] => became(digest)?.map(digestOf) ?? [digest];
  return { supported, members: ({ members }) => members.flatMap(supported).join('|') || 'none' };
};

/** As people write: by table and id, lines by number, owners by party, and `as listed here` with the number of rows. */
const byName = (records: readonly Rec[], known: Known, asOf: string, rowsOf: (rec: Rec) => number, count: () => void): Style => {
  const became = becameOf(records, known);
  const all = [...known.values()].flat();
  const place = (rec: Rec): string => `${FILES[rec.kind]}/${rec.id}`;
  const only = (found: readonly Rec[], test: (rec: Rec) => boolean): boolean => all.filter(test).every((rec) => found.includes(rec));
  const supported = (digest: Digest): readonly string[] => {
    const found = became(digest);
    return found === undefined ? [digest] : found.map((rec) => (only(found, (one) => place(one) === place(rec)) ? place(rec) : digestOf(rec)));
  };
  const plain = byDigest(records, known);
  const members = (statement: Completeness): string => {
    const found = statement.members.flatMap((digest): readonly (Rec | undefined)[] => became(digest) ?? [undefined]);
    if (statement.status !== 'complete' || found.length === 0 || found.includes(undefined)) return plain.members(statement);
    const own = found as Rec[];
    const valid = all.filter((rec) => listOf(rec) === `${statement.list}|${statement.of}` && (rec.validFrom ?? '') <= asOf && asOf < (rec.validTo ?? '~'));
    const listed = valid.filter((rec) => !all.some((one) => one.supersedes === digestOf(rec) && (one.validFrom ?? '') <= asOf && asOf < (one.validTo ?? '~')));
    const rows = own.reduce((sum, rec) => sum + rowsOf(rec), 0);
    const same = listed.every((rec) => own.includes(rec));
    if (!own.every((rec) => listed.includes(rec))) return plain.members(statement);
    count();
    if (same && (statement.scope === undefined || !('roles' in statement.scope))) return `as listed here (${rows})`;
    const name = (rec: Rec): string => (rec.kind === 'line' ? rec.line : rec.kind === 'ownership' ? rec.owner : rec.id);
    if (!own.every((rec) => listed.filter((one) => name(one) === name(rec)).every((one) => own.includes(one)))) return plain.members(statement);
    return `${[...new Set(own.map(name))].join(' | ')} (${rows})`;
  };
  return { supported, members };
};

function becameOf(records: readonly Rec[], known: Known): (digest: Digest) => readonly Rec[] | undefined {
  const originals = new Map<Digest, Rec[]>();
  for (const rec of records) originals.set(digestOf(rec), [...(originals.get(digestOf(rec)) ?? []), rec]);
  return (digest) => {
    const found = originals.get(digest)?.flatMap((rec) => known.get(rec) ?? []);
    return found?.length ? found : undefined;
  };
}

function listOf(rec: Rec): string | undefined {
  switch (rec.kind) {
    case 'line': return `components|${rec.recipe}`;
    case 'recipe': return `recipes|${rec.output}`;
    case 'supply': return `supplies|${rec.product}`;
    case 'ownership': return `owners|${rec.asset}`;
    case 'listing': return `entries|${rec.list}`;
    case 'material': return `materials|${rec.product}`;
    default: return undefined;
  }
}

/** What a record says but for what the tables name otherwise: ids that they make, digests, registers, and a tariff code's dots. A stake of several measures becomes several records. */
function saying(...records: readonly Rec[]): string {
  const all = Object.assign({}, ...records) as Record<string, unknown>;
  const { id: _id, origin: _origin, notes: _notes, supersedes: _supersedes, supports: _supports, members: _members, left: _left, right: _right, withdraws: _withdraws, ids, hs, ...rest } = all;
  return canonical({ ...rest, ...(Array.isArray(ids) && { ids: ids.length }), ...(typeof hs === 'string' && { hs: hs.replace(/\D/g, '') }) });
}

/** Written with references to what was read the last time, until those stand for what they stood for. */
function throughTables(records: readonly Rec[], asOf: string, named: boolean): Read {
  let known: Known = new Map();
  let rowsWritten: ReadonlyMap<Rec, readonly string[]> = new Map();
  let before = '';
  for (let round = 0; round < 8; round++) {
    let listedHere = 0;
    const rowsIn = new Map([...known].flatMap(([rec, became]) => became.map((one): [Rec, number] => [one, (rowsWritten.get(rec) ?? []).length / became.length])));
    const style = named ? byName(records, known, asOf, (rec) => rowsIn.get(rec) ?? 0, () => void listedHere++) : byDigest(records, known);
    const written = tablesOf(records, style);
    if (written === undefined) return { not: 'no table says it' };
    const { value, issues } = workspace({ 'nonred.yaml': `product: p0\nasOf: ${asOf}\n`, ...written.files });
    if (issues.length > 0) return { not: `refused: ${issues[0]!.code}` };
    const owner = new Map([...written.rows].flatMap(([rec, rows]) => rows.map((row): [string, Rec] => [row, rec])));
    const found = new Map<Rec, Rec[]>();
    for (const rec of value.records) {
      const [, file = '', rows = ''] = /^(\S+), rows? (.*)$/.exec(rec.origin ?? '') ?? [];
      const of = new Set(rows.split(', ').map((row) => owner.get(`${file} ${row}`)));
      const [one] = of;
      if (of.size !== 1 || one === undefined) return { not: 'rows of two records are one' };
      found.set(one, [...(found.get(one) ?? []), rec]);
    }
    rowsWritten = written.rows;
    const now = JSON.stringify([written.files, value.records.map(digestOf)]);
    if (now === before) return { records: value.records, became: found, listedHere };
    [known, before] = [found, now];
  }
  return { not: 'never settled' };
}

test.each([['by digest', false], ['by name', true]])('a network written as tables, %s, and read again has the same verdicts', { timeout: 900_000 }, (_, named) => {
  const [differ, not] = [[] as string[], new Map<string, number>()];
  const tally = { same: 0, clear: 0, listedHere: 0 };
  for (const seed of seedsOf(runs(6_000))) {
    const { records, question, rulebook } = generate(seed);
    const read = throughTables(records, question.asOf, named);
    if ('not' in read) {
      not.set(read.not, (not.get(read.not) ?? 0) + 1);
      continue;
    }
    const [before, after] = [engine(records, question, rulebook), engine(read.records, question, rulebook)];
    const [one, other] = [before, after].map(({ verdict, clauses }) => JSON.stringify([verdict, [...clauses]]));
    const changed = records.filter((rec) => saying(rec) !== saying(...(read.became.get(rec) ?? [])));
    if (changed.length > 0) differ.push(`${seed}: ${saying(changed[0]!)} became ${saying(...(read.became.get(changed[0]!) ?? []))}`);
    else if (one === other) tally.same++;
    else differ.push(`${seed}: ${one} ${other}`);
    if (before.verdict === 'clear') tally.clear++;
    tally.listedHere += read.listedHere;
  }
  process.stdout.write(`through tables: ${JSON.stringify(tally)}; not tried: ${JSON.stringify(Object.fromEntries([...not].sort((a, b) => b[1] - a[1])))}\n`);
  expect(differ).toEqual([]);
  expect(tally.same).toBeGreaterThan(runs(4_000));
  expect(tally.clear).toBeGreaterThan(runs(900));
  if (named) expect(tally.listedHere).toBeGreaterThan(runs(6_000));
});
