/** CycloneDX documents, JSON and XML, of 1.2 to 1.7: validated, then read. An invalid one is refused with its first faults. */
import { type Issue, issue, type Read } from '../../base/issue.ts';
import type { Document } from '../documents/builder.ts';
import type { XmlElement } from '../xml.ts';
import { bomOfJson } from './json.ts';
import type { CdxBom } from './model.ts';
import { cyclonedxRecords } from './records.ts';
import { isSpecVersion, jsonCheck, SPEC_VERSIONS, versionOfNamespace, xmlFaults } from './valid.ts';
import { bomOfXml } from './xml.ts';

/** Is a parsed JSON document meant to be CycloneDX? */
export function isCycloneDxJson(value: unknown): boolean {
  const { bomFormat, $schema } = value as { bomFormat?: unknown; $schema?: unknown };
  return bomFormat === 'CycloneDX' || (typeof $schema === 'string' && /^https?:\/\/cyclonedx\.org\//.test($schema));
}
export function isCycloneDxXml({ namespace }: XmlElement): boolean {
  return versionOfNamespace(namespace) !== undefined;
}

export function readCycloneDxJson(value: unknown, source: string): Read<Document | undefined> {
  const { specVersion } = value as { specVersion?: unknown };
  if (!isSpecVersion(specVersion)) return refused([unknownVersion(source, '/specVersion', specVersion)]);
  const faults = jsonCheck(specVersion)(value);
  if (faults.length > 0) return refused(faults.map(({ pointer, wanted, given }) => issue('document/invalid', source, pointer, { format: `CycloneDX ${specVersion}`, wanted, given })));
  return documentOf(bomOfJson(value));
}

export function readCycloneDxXml(root: XmlElement, source: string): Read<Document | undefined> {
  const version = versionOfNamespace(root.namespace);
  if (!isSpecVersion(version)) return refused([unknownVersion(source, `/line/${root.line}`, version)]);
  const faults = xmlFaults(root, version);
  if (faults.length > 0) return refused(faults.map(({ line, path, wanted, given }) => issue('document/invalid', source, `/line/${line}`, { format: `CycloneDX ${version}`, wanted, given: `${given} (${path})` })));
  return documentOf(bomOfXml(root, version));
}

function documentOf(bom: CdxBom): Read<Document> {
  return { value: { format: `CycloneDX ${bom.version}`, build: (to) => cyclonedxRecords(bom, to) }, issues: [] };
}

function unknownVersion(source: string, pointer: string, given: unknown): Issue {
  return issue('document/unknown-version', source, pointer, { format: 'CycloneDX', given: String(given).slice(0, 40), options: SPEC_VERSIONS.join(', ') });
}

const refused = (issues: readonly Issue[]): Read<undefined> => ({ value: undefined, issues });
