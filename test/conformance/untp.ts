/** uncefact/tests-untp: samples against their own schemas, the mocks of the upstream tool as groups, render templates, and the graph of a passport. */
import { attestedClaims, readUntp, renderFaults } from '../../src/formats/untp/read.ts';
import { schemaOf } from '../../src/formats/untp/schema.ts';
import { type Any, Cases, json } from './read.ts';
import type { SuiteResult } from './suites.ts';

export function untp(folder: string): SuiteResult {
  const cases = new Cases();
  const all: Any[] = json(folder, 'index.json').cases;
  const groups = new Map<string, { rejected: number; warned: number; members: string[]; expect: string }>();
  for (const { id, input, expect, schema, verdict, verdict_without_format: bare } of all) {
    const value = json(folder, input);
    if (schema !== undefined) {
      const read = readUntp(value, schemaOf(json(folder, schema)));
      const strict = read !== undefined && read.faults.length + read.warnings.length === 0;
      cases.expect(id, read !== undefined && strict === (verdict === 'accept') && expect === verdict && (read.faults.length === 0) === (bare === 'accept'));
    } else if (id.startsWith('render-template')) cases.expect(id, (renderFaults(value).length === 0) === (expect === 'accept'));
    else if (id.startsWith('cli-mock')) {
      const name = id.split('/')[1]!;
      const group = groups.get(name) ?? { rejected: 0, warned: 0, members: [] as string[], expect };
      groups.set(name, group);
      group.members.push(id);
      const read = readUntp(value);
      const listed: Any[] = Array.isArray(value.credentials) ? value.credentials : [];
      if (read?.faults.length) group.rejected++;
      if (read?.warnings.some(({ keyword }) => keyword === 'unknown-member')) group.warned++;
      // A list of files names the kind, the version and the file of each, unless it names a schema.
      if (!Array.isArray(value.credentials) && read === undefined) group.rejected++;
      if (listed.some((one) => !one.dataPath || (one.url === undefined && (!one.type || !one.version)) || (one.url && !/^https:\/\/\S+\.json\?class=/.test(one.url) && one.url !== ''))) group.rejected++;
    }
  }
  for (const { rejected, warned, members, expect } of groups.values()) {
    const holds = expect === 'accept' ? rejected === 0 && warned === 0 : expect === 'warn' ? rejected === 0 && warned > 0 : expect === 'reject-some' ? rejected > 0 : rejected > 0 && warned > 0;
    for (const id of members) cases.expect(id, holds);
  }
  const graph = all.filter(({ id }) => id.startsWith('tier3-graph')).map(({ id, input }) => ({ id, value: json(folder, input) }));
  const passport = graph.find(({ id }) => id.includes('passport'))!.value;
  const others = graph.map(({ value }) => value).filter((value) => value !== passport);
  const claims = attestedClaims(passport, others, ['did:web:abr.business.gov.au']);
  const alone = claims.filter(({ by }) => by === undefined);
  const chained = claims.filter(({ by }) => by !== undefined).every(({ chain }) => chain?.at(-1) === 'did:web:abr.business.gov.au');
  const without = attestedClaims(passport, others, ['did:web:someone.example']).every(({ chain }) => chain === undefined);
  for (const { id, value } of graph) cases.expect(id, readUntp(value) !== undefined && claims.length === 4 && alone.length === 1 && chained && without);
  return cases;
}
