/** What is read of a CycloneDX document, whether it came as JSON or as XML. Everything else in it is valid and not asked for. */

export interface CdxOrganization { readonly name: string; readonly at: string }
/** A component or a service. */
export interface CdxPart {
  /** JSON Pointer, or `/line/12`. */
  readonly at: string;
  readonly ref: string | undefined;
  readonly name: string;
  /** `device`, `library` ...; `service` for a service. */
  readonly type: string;
  readonly group: string | undefined;
  readonly version: string | undefined;
  readonly purl: string | undefined;
  readonly cpe: string | undefined;
  /** `required`, `optional`, `excluded`. */
  readonly scope: string | undefined;
  /** Who made it (1.6 and later; of the root by `metadata.manufacture` before). */
  readonly manufacturer: CdxOrganization | undefined;
  /** Who delivered it: never taken for the maker. Of a service, who provides it. */
  readonly supplier: CdxOrganization | undefined;
  /** The document itself is not certain what this is: an identity with a confidence below 1. */
  readonly unsure: boolean;
  /** Another document is named as its bill of materials. */
  readonly billElsewhere: boolean;
  readonly properties: readonly { readonly name: string; readonly value: string; readonly at: string }[];
  readonly parts: readonly CdxPart[];
}
export interface CdxDependency { readonly at: string; readonly ref: string; readonly on: readonly string[] }
export interface CdxComposition {
  readonly at: string;
  readonly aggregate: string;
  readonly assemblies: readonly string[];
  readonly dependencies: readonly string[];
}
export interface CdxBom {
  readonly version: string;
  /** What the document describes; some say nothing of it. */
  readonly root: CdxPart | undefined;
  /** Of the document's own list: components, then services. */
  readonly parts: readonly CdxPart[];
  readonly dependencies: readonly CdxDependency[];
  readonly compositions: readonly CdxComposition[];
  /** How many ways of making and testing it tells (`formulation`), of which nothing is read. */
  readonly formulas: number;
}
