/** Scenario files: by path, or by the id of one that is shipped. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeUtf8 } from '../base/utf8.ts';
import { issue, type Issue, NonredError } from '../base/issue.ts';
import { wholeOf } from '../formats/file.ts';
import { loadScenario, type Scenario } from '../stress/scenario.ts';
import { fileOn } from './files.ts';

const SHIPPED = fileURLToPath(new URL('../../examples/scenarios/', import.meta.url));
const BYTES = 1 << 20;

/** Ids of the scenarios that come with the package. */
export function shippedScenarios(): string[] {
  return existsSync(SHIPPED) ? readdirSync(SHIPPED).filter((name) => name.endsWith('.yaml')).map((name) => name.slice(0, -5)).sort() : [];
}

/** Throws NonredError with the faults of all of them. */
export function loadScenarios(names: readonly string[]): (Scenario & { readonly source: string })[] {
  const faults: Issue[] = [];
  const found = names.flatMap((name) => {
    const path = existsSync(name) ? name : join(SHIPPED, `${name}.yaml`);
    if ((!existsSync(name) && !shippedScenarios().includes(name)) || !existsSync(path)) {
      faults.push(issue('input/no-such-file', name, '', { given: name }));
      return [];
    }
    const source = basename(path);
    const bytes = wholeOf(fileOn(path), BYTES);
    if (!bytes) {
      faults.push(issue('input/too-large', source, '', { what: 'bytes', count: fileOn(path).size, limit: BYTES }));
      return [];
    }
    const decoded = decodeUtf8(bytes, source);
    if ('issue' in decoded) {
      faults.push(decoded.issue);
      return [];
    }
    const { value, issues } = loadScenario(decoded.text.replace(/^\ufeff/, ''), source);
    faults.push(...issues);
    return value === undefined ? [] : [{ ...value, source }];
  });
  if (faults.length > 0) throw new NonredError(faults);
  return found;
}
