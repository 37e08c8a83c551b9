/** A valid CycloneDX document in JSON to the model. It has been checked against its grammar, so members have their types. */
import { token } from '../../base/pointer.ts';
import type { CdxBom, CdxOrganization, CdxPart } from './model.ts';

interface Organization { readonly name?: string }
interface Component {
  readonly 'bom-ref'?: string; readonly type?: string; readonly name: string; readonly group?: string; readonly version?: string; readonly purl?: string; readonly cpe?: string;
  readonly scope?: string; readonly manufacturer?: Organization; readonly supplier?: Organization; readonly provider?: Organization;
  readonly properties?: readonly { readonly name?: string; readonly value?: string }[];
  readonly components?: readonly Component[]; readonly services?: readonly Component[];
  readonly externalReferences?: readonly { readonly type?: string }[];
  readonly evidence?: { readonly identity?: Identity | readonly Identity[] };
}
interface Identity { readonly confidence?: number }
interface Bom {
  readonly specVersion: string;
  readonly metadata?: { readonly component?: Component; readonly manufacture?: Organization; readonly supplier?: Organization };
  readonly components?: readonly Component[];
  readonly services?: readonly Component[];
  readonly dependencies?: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
  readonly compositions?: readonly { readonly aggregate: string; readonly assemblies?: readonly string[]; readonly dependencies?: readonly string[] }[];
  readonly formulation?: readonly unknown[];
}

/** Expects a document that jsonCheck found no fault in. */
export function bomOfJson(document: unknown): CdxBom {
  const { specVersion, metadata, components, services, dependencies, compositions, formulation } = document as Bom;
  // `metadata.manufacturer` (1.6 and later) made the document and not the product; `metadata.manufacture` made the product.
  const made = metadata?.component && part(metadata.component, '/metadata/component');
  const root = made && {
    ...made,
    manufacturer: made.manufacturer ?? organization(metadata.manufacture, '/metadata/manufacture'),
    supplier: made.supplier ?? organization(metadata.supplier, '/metadata/supplier'),
  };
  return {
    version: specVersion,
    root,
    parts: [...parts(components, '/components'), ...parts(services, '/services')],
    dependencies: (dependencies ?? []).map(({ ref, dependsOn }, i) => ({ at: `/dependencies/${i}`, ref, on: dependsOn ?? [] })),
    formulas: formulation?.length ?? 0,
    compositions: (compositions ?? []).map(({ aggregate, assemblies, dependencies: of }, i) => ({ at: `/compositions/${i}`, aggregate, assemblies: assemblies ?? [], dependencies: of ?? [] })),
  };
}

const NONE: readonly never[] = [];
function parts(list: readonly Component[] | undefined, at: string): readonly CdxPart[] {
  return list ? list.map((one, i) => part(one, `${at}/${i}`)) : NONE;
}

/** The reader of the text has bounded the depth. */
function part(one: Component, at: string): CdxPart {
  const identity = one.evidence?.identity;
  const identities = identity === undefined ? NONE : Array.isArray(identity) ? (identity as Identity[]) : [identity as Identity];
  return {
    at, ref: one['bom-ref'], name: one.name, type: one.type ?? 'service', group: one.group, version: one.version, purl: one.purl, cpe: one.cpe, scope: one.scope,
    manufacturer: organization(one.manufacturer, `${at}${token('manufacturer')}`),
    supplier: organization(one.supplier, `${at}/supplier`) ?? organization(one.provider, `${at}/provider`),
    unsure: identities.some(({ confidence }) => confidence !== undefined && confidence < 1),
    billElsewhere: one.externalReferences?.some(({ type }) => type === 'bom') ?? false,
    properties: one.properties ? one.properties.map(({ name, value }, i) => ({ name: name ?? '', value: value ?? '', at: `${at}/properties/${i}` })) : NONE,
    parts: one.services ? [...parts(one.components, `${at}/components`), ...parts(one.services, `${at}/services`)] : parts(one.components, `${at}/components`),
  };
}

function organization(given: Organization | undefined, at: string): CdxOrganization | undefined {
  const name = given?.name?.trim();
  return name ? { name, at } : undefined;
}
