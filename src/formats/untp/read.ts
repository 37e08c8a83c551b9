/**
 * Credentials of the UN Transparency Protocol (https://uncefact.github.io/spec-untp/), as they are found: a good half of the published
 * samples fail their own schema, most of them by a date without a zone. That is said and read all the same; any other fault refuses.
 * Schemas and the documents that a claim points at are given: nothing is fetched.
 */
import type { SchemaFault, Validate } from './schema.ts';

export type UntpKind = 'DigitalConformityCredential' | 'DigitalProductPassport' | 'DigitalTraceabilityEvent' | 'DigitalFacilityRecord' | 'DigitalIdentityAnchor' | 'Event';
type Json = Readonly<Record<string, unknown>>;
export interface Untp {
  readonly kind: UntpKind;
  /** As its second context says: `0.6.0`. */
  readonly version?: string;
  readonly document: Json;
  readonly faults: readonly SchemaFault[];
  /** Known faults of the published samples and tools: read, and said. */
  readonly warnings: readonly SchemaFault[];
}

const KINDS: readonly UntpKind[] = ['DigitalConformityCredential', 'DigitalProductPassport', 'DigitalTraceabilityEvent', 'DigitalFacilityRecord', 'DigitalIdentityAnchor'];
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
const objects = (value: unknown): Json[] => list(value).filter(isObject);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** `validate`: the schema of its kind and version, where the caller has it. `undefined` where it is no UNTP document. */
export function readUntp(value: unknown, validate?: Validate): Untp | undefined {
  if (!isObject(value)) return undefined;
  const types = list(value.type);
  const kind = KINDS.find((one) => types.includes(one)) ?? (types.some((one) => /Event$/.test(text(one))) || typeof value.eventType === 'string' || value.class !== undefined ? 'Event' : undefined);
  if (kind === undefined) return undefined;
  const version = list(value['@context']).map(text).flatMap((one) => /\/untp\/[a-z]+\/([0-9][^/]*)\/?$/.exec(one)?.[1] ?? [])[0];
  const found = validate ? validate(value) : earlyEventFaults(value);
  const tolerated = (fault: SchemaFault): boolean => (fault.keyword === 'format' && fault.given.startsWith('date')) || fault.keyword === 'unknown-member';
  return { kind, ...(version !== undefined && { version }), document: value, faults: found.filter((fault) => !tolerated(fault)), warnings: found.filter(tolerated) };
}

/** Events before 0.3 have no published schema: what every quantity and every certification of them has, and what nobody knows. */
const EARLY: Readonly<Record<string, { readonly needs: readonly string[]; readonly knows: readonly string[] }>> = {
  quantity: { needs: ['productClass', 'quantity', 'uom'], knows: [] },
  certification: { needs: ['certificateID', 'referenceStandard'], knows: ['evidenceURL', 'criteriaList', 'assessmentLevel', 'responsibleAgency'] },
};

function earlyEventFaults(event: Json): SchemaFault[] {
  const faults: SchemaFault[] = [];
  if (typeof event.eventType !== 'string') return zoneFaults(event, '');
  for (const [name, value] of Object.entries(event)) {
    const shape = /QuantityList$|^quantityList$/.test(name) ? EARLY.quantity! : name === 'certification' ? EARLY.certification! : undefined;
    for (const [i, one] of shape ? objects(value).entries() : []) {
      const at = `/${name}/${i}`;
      for (const need of shape!.needs) if (one[need] === undefined) faults.push({ at, keyword: 'required', given: need });
      for (const member of Object.keys(one)) if (![...shape!.needs, ...shape!.knows].includes(member)) faults.push({ at: `${at}/${member}`, keyword: 'unknown-member', given: member });
    }
  }
  if (event.certification === undefined || list(event.certification).length === 0) faults.push({ at: '/certification', keyword: 'required', given: 'certification' });
  return faults;
}

/** Times without a zone, wherever they stand: the commonest fault of all. */
function zoneFaults(value: unknown, at: string): SchemaFault[] {
  const faults: SchemaFault[] = [];
  const open: { readonly value: unknown; readonly at: string }[] = [{ value, at }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next.value === 'string' && /[tT]ime$|validFrom$|validUntil$/.test(next.at) && !/(Z|[+-]\d\d:\d\d)$/.test(next.value)) faults.push({ at: next.at, keyword: 'format', given: 'date-time' });
    if (typeof next.value === 'object' && next.value !== null) for (const [name, inner] of Object.entries(next.value)) open.push({ value: inner, at: `${next.at}/${name}` });
  }
  return faults;
}

/** What is wrong with a credential's render templates (Render Template 2024); they are never run here. */
export function renderFaults(given: unknown): SchemaFault[] {
  const credential = isObject(given) ? given.credential : undefined;
  if (!isObject(credential)) return [{ at: '/credential', keyword: 'required', given: 'credential' }];
  const contexts = credential['@context'];
  if (!Array.isArray(contexts) || !contexts.some((one) => typeof one === 'string' && one.startsWith('https://www.w3.org/'))) return [{ at: '/credential/@context', keyword: 'type', given: text(contexts) }];
  const methods = objects(credential.renderMethod);
  if (methods.length === 0) return [{ at: '/credential/renderMethod', keyword: 'required', given: 'renderMethod' }];
  return methods.flatMap((one, i) => (typeof one.template === 'string' || typeof one.url === 'string' ? [] : [{ at: `/credential/renderMethod/${i}`, keyword: 'required', given: 'template' }]));
}

/** One criterion that a passport claims, and who attests it. */
export interface Attested {
  readonly claim: string;
  readonly criterion: string;
  /** The id of the conformity credential that assesses this product by this criterion, with the same outcome. */
  readonly by?: string;
  /** Issuers from the credential's up to one that the reader trusts, by identity anchors; absent where no chain gets there. */
  readonly chain?: readonly string[];
}

/** What a passport claims against what conformity credentials say; a claim that nobody attests is the maker's own word. Proofs are the caller's to check. */
export function attestedClaims(passport: Json, others: readonly Json[], trusted: readonly string[]): Attested[] {
  const subject = isObject(passport.credentialSubject) ? passport.credentialSubject : {};
  const product = isObject(subject.product) ? text(subject.product.id) : '';
  // What the passport's own issuer says once more is the same word.
  const credentials = others.filter((one) => list(one.type).includes('DigitalConformityCredential') && (issuerOf(one) === '' || issuerOf(one) !== issuerOf(passport)));
  const anchors = others.filter((one) => list(one.type).includes('DigitalIdentityAnchor'));
  return objects(subject.conformityClaim).flatMap((claim) => objects(claim.assessmentCriteria).map((criterion): Attested => {
    const found = credentials.find((one) => assesses(one, product, text(criterion.id), claim.conformance));
    const chain = found && chainOf(issuerOf(found), anchors, trusted);
    return { claim: text(claim.id), criterion: text(criterion.id), ...(found && { by: text(found.id) }), ...(chain && { chain }) };
  }));
}

function assesses(credential: Json, product: string, criterion: string, conformance: unknown): boolean {
  const subject = isObject(credential.credentialSubject) ? credential.credentialSubject : {};
  return objects(subject.assessment).some((one) => typeof conformance === 'boolean' && one.conformance === conformance
    && objects(one.assessedProduct).some((assessed) => isObject(assessed.product) && assessed.product.id === product)
    && objects(one.assessmentCriteria).some(({ id }) => id === criterion));
}

const issuerOf = ({ issuer }: Json): string => (isObject(issuer) ? text(issuer.id) : text(issuer));

function chainOf(issuer: string, anchors: readonly Json[], trusted: readonly string[]): string[] | undefined {
  const chain = [issuer];
  for (let last = issuer; !trusted.includes(last); ) {
    const anchor = anchors.find((one) => isObject(one.credentialSubject) && one.credentialSubject.id === last);
    const above = anchor && issuerOf(anchor);
    if (!above || chain.includes(above)) return undefined;
    chain.push(above);
    last = above;
  }
  return chain;
}
