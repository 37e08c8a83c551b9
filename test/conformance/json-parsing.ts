/**
 * JSONTestSuite (nst/JSONTestSuite, test_parsing): `y_` is read, `n_` is refused, `i_` may be either; nothing throws or hangs.
 * What is read must be what JSON.parse reads. RFC 8259 lets equal names pass, so they are let pass here and nowhere else.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parseJson } from '../../src/base/json.ts';
import type { SuiteResult } from './suites.ts';

export function jsonParsing(folder: string): SuiteResult {
  const names = readdirSync(join(folder, 'files')).filter((name) => /^[yni]_.*\.json$/.test(name)).sort();
  const failures: string[] = [];
  for (const name of names) {
    const fault = judge(name, readFileSync(join(folder, 'files', name)));
    if (fault) failures.push(`${name}: ${fault}`);
  }
  return { run: names.length, failures };
}

function judge(name: string, bytes: Uint8Array): string | undefined {
  let read: ReturnType<typeof parseJson>;
  try {
    read = parseJson(bytes, { source: name, duplicateKeys: 'last' });
  } catch (thrown) {
    return `threw ${thrown instanceof Error ? thrown.message : String(thrown)}`;
  }
  if (read.issues.length > 0) return name.startsWith('y_') ? `refused: ${read.issues[0]!.code}` : undefined;
  if (name.startsWith('n_')) return 'read';
  return isDeepStrictEqual(read.value, JSON.parse(new TextDecoder().decode(bytes))) ? undefined : 'another value than JSON.parse gives';
}
