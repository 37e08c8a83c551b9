/** The published vectors of what certificates are made of; `npm run conformance` runs the same. */
import { expect, test } from 'vitest';
import { SUITES } from '../conformance/suites.ts';
import { shared } from '../support/shared.ts';

for (const name of ['bitstring-status-list', 'did-key', 'rdf-canon', 'rfc6962-merkle', 'untp', 'vc-data-model-2.0', 'vc-di-eddsa', 'wycheproof'])
  test(`${name}: every case`, async () => {
    const folder = shared('conformance', name);
    if (folder === undefined) return;
    const { run, failures } = await SUITES.get(name)!(folder);
    expect(failures).toEqual([]);
    expect(run).toBeGreaterThan(10);
  });
