/**
 * Valid and invalid statements of the Beneficial Ownership Data Standard: accepted or refused as told, and where the standard's
 * own list says at what path the fault is, one of our faults is there. `paths` on the line: at how many of them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseJson } from '../../src/base/json.ts';
import { checkBods } from '../../src/formats/bods/read.ts';
import type { SuiteResult } from './suites.ts';

interface Case { readonly id: string; readonly input: string; readonly expect: 'accept' | 'reject'; readonly errors?: readonly { readonly path: string; readonly keyword: string; readonly property: string }[] }

export function bods04(folder: string): SuiteResult {
  const { cases } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as { cases: readonly Case[] };
  const failures: string[] = [];
  let [paths, met] = [0, 0];
  for (const { id, input, expect, errors = [] } of cases) {
    const { value, issues } = parseJson(readFileSync(join(folder, input)), { source: input, duplicateKeys: 'last' });
    const faults = issues.length > 0 ? issues : checkBods(value, input);
    if (faults.length > 0 !== (expect === 'reject')) failures.push(`${id}: ${faults[0] ? `${faults[0].at.pointer} ${JSON.stringify(faults[0].params)}` : 'accepted'}`);
    for (const { path, keyword, property } of errors) {
      paths++;
      const place = path.replace(/^\$/, '').replaceAll(/\[(\d+)\]/g, '/$1').replaceAll('.', '/');
      const at = keyword === 'required' && !place.endsWith(`/${property}`) ? [place, `${place}/${property}`] : [place];
      if (faults.some((fault) => at.includes(fault.at.pointer))) met++;
    }
  }
  return { run: cases.length, failures, words: `paths ${met} of ${paths}` };
}
