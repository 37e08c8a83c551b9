/** w3c/rdf-canon: canonical N-Quads byte for byte, issued identifiers, and the poison graph that has to stop. */
import { canonicalQuads, parseQuads } from '../../src/certify/rdfc.ts';
import { Cases, json, text } from './read.ts';
import type { SuiteResult } from './suites.ts';

export async function rdfCanon(folder: string): Promise<SuiteResult> {
  const cases = new Cases();
  for (const { id, type, input, result, hashAlgorithm } of json(folder, 'index.json').cases) {
    const canonicalIdMap = new Map<string, string>();
    const options = { canonicalIdMap, ...(hashAlgorithm && { messageDigestAlgorithm: hashAlgorithm }) };
    const made = await canonicalQuads(parseQuads(text(folder, input)), options).catch(() => undefined);
    if (type === 'RDFC10NegativeEvalTest') cases.expect(id, made === undefined);
    else if (type === 'RDFC10EvalTest') cases.expect(id, made === text(folder, result));
    else {
      const bare = (name: string): string => name.replace(/^_:/, '');
      const issued = [...canonicalIdMap].map(([from, to]) => [bare(from), bare(to)]);
      const wanted = Object.entries(json(folder, result) as Record<string, string>);
      cases.expect(id, JSON.stringify(issued.sort()) === JSON.stringify(wanted.sort()));
    }
  }
  return cases;
}
