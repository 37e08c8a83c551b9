/** CycloneDX/specification's own documents: `valid-...` must be read, `invalid-...` refused with a place. The name decides, not the index. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileOf } from '../../src/formats/file.ts';
import { recognise } from '../../src/formats/documents/recognise.ts';
import type { SuiteResult } from './suites.ts';

export function cyclonedx(folder: string): SuiteResult {
  const names = (readdirSync(folder, { recursive: true }) as string[]).map((name) => name.replaceAll('\\', '/')).filter((name) => /(?:^|\/)(?:in)?valid-[^/]*\.(?:json|xml)$/.test(name)).sort();
  const failures = names.flatMap((name) => {
    const known = recognise(name, fileOf(readFileSync(join(folder, name))), true);
    const issues = 'not' in known ? undefined : known.read.issues;
    const wanted = /(?:^|\/)valid-/.test(name);
    if (wanted) return issues?.length === 0 ? [] : [`${name}: refused: ${issues?.map(({ code, at }) => `${code} ${at.pointer}`).join(', ') ?? 'not recognised'}`];
    if (issues === undefined || issues.length === 0) return [`${name}: read`];
    return issues.every(({ at }) => at.pointer !== '') ? [] : [`${name}: refused without a place`];
  });
  return { run: names.length, failures };
}
