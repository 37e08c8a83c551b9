/**
 * The data model of W3C Verifiable Credentials 2.0 (https://www.w3.org/TR/vc-data-model-2.0/) for credentials of others: what every
 * credential and presentation has to look like. Our own certificates have a much narrower shape (credential.ts).
 */
import { CREDENTIALS_V2 } from './context.ts';
import type { Json } from './proof.ts';

/** A JSON Pointer to what is wrong, and a word for it; empty where all is well. */
export interface ModelFault { readonly at: string; readonly what: 'missing' | 'type' | 'context' | 'url' | 'text' | 'date' | 'empty' | 'order' }

type Add = (at: string, what: ModelFault['what']) => void;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const many = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
/** An absolute URL (RFC 3986): a scheme and no white space. */
const isUrl = (value: unknown): value is string => typeof value === 'string' && /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+$/.test(value);
/** xsd:dateTimeStamp: seconds and a zone are there. */
const STAMP = /^-?\d{4,}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
export const isStamp = (value: unknown): value is string => typeof value === 'string' && STAMP.test(value) && !Number.isNaN(Date.parse(value));

export function credentialFaults(credential: unknown): ModelFault[] {
  const faults: ModelFault[] = [];
  const add: Add = (at, what) => void faults.push({ at, what });
  if (!isObject(credential)) return [{ at: '', what: 'type' }];
  common(credential, 'VerifiableCredential', add);
  const { issuer, validFrom, validUntil, credentialSubject } = credential;
  if (!isUrl(isObject(issuer) ? issuer.id : issuer)) add('/issuer', issuer === undefined ? 'missing' : 'url');
  if (isObject(issuer)) described(issuer, '/issuer', add);
  described(credential, '', add);
  for (const [name, value] of [['validFrom', validFrom], ['validUntil', validUntil]] as const) if (value !== undefined && !isStamp(value)) add(`/${name}`, 'date');
  if (isStamp(validFrom) && isStamp(validUntil) && Date.parse(validUntil) < Date.parse(validFrom)) add('/validUntil', 'order');
  if (credentialSubject === undefined || many(credentialSubject).length === 0) add('/credentialSubject', 'missing');
  else for (const subject of many(credentialSubject)) {
    if (!isObject(subject) || Object.keys(subject).length === 0) add('/credentialSubject', 'empty');
    else if (subject.id !== undefined && !isUrl(subject.id)) add('/credentialSubject/id', 'url');
  }
  for (const [name, wants] of Object.entries(TYPED)) if (credential[name] !== undefined) for (const value of many(credential[name])) typed(value, `/${name}`, wants, add);
  return faults;
}

/** Members that are objects with a type, and whether their `id` has to be there. */
const TYPED: Readonly<Record<string, { readonly id: boolean }>> = {
  credentialStatus: { id: false }, credentialSchema: { id: true }, evidence: { id: false }, termsOfUse: { id: false }, refreshService: { id: false }, proof: { id: false },
};

export function presentationFaults(presentation: unknown): ModelFault[] {
  const faults: ModelFault[] = [];
  const add: Add = (at, what) => void faults.push({ at, what });
  if (!isObject(presentation)) return [{ at: '', what: 'type' }];
  common(presentation, 'VerifiablePresentation', add);
  const { holder, verifiableCredential } = presentation;
  if (holder !== undefined && !isUrl(isObject(holder) ? holder.id : holder)) add('/holder', 'url');
  if (verifiableCredential !== undefined) for (const [i, one] of many(verifiableCredential).entries()) {
    const types = isObject(one) ? many(one.type) : [];
    const enveloped = isObject(one) && types.includes('EnvelopedVerifiableCredential') && typeof one.id === 'string' && one.id.startsWith('data:');
    if (!enveloped && !types.includes('VerifiableCredential')) add(`/verifiableCredential/${i}`, 'type');
  }
  return faults;
}

function common(document: Json, type: string, add: Add): void {
  const { '@context': contexts, id, type: types } = document;
  const [first, ...more] = Array.isArray(contexts) ? contexts : [];
  if (first !== CREDENTIALS_V2) add('/@context', contexts === undefined ? 'missing' : 'context');
  if (more.some((one) => typeof one !== 'string' && !isObject(one))) add('/@context', 'context');
  if (id !== undefined && !isUrl(id)) add('/id', 'url');
  if (types === undefined) add('/type', 'missing');
  else if (!many(types).includes(type) || many(types).some((one) => typeof one !== 'string' || one === '')) add('/type', 'type');
}

/** `name` and `description`: a text, or a text with its language and direction, or several of these. */
function described(of: Json, at: string, add: Add): void {
  for (const member of ['name', 'description']) {
    const value = of[member];
    if (value === undefined) continue;
    for (const one of many(value)) {
      const localized = isObject(one) && typeof one['@value'] === 'string' && Object.keys(one).every((key) => ['@value', '@language', '@direction'].includes(key));
      if (typeof one !== 'string' && !localized) add(`${at}/${member}`, 'text');
    }
  }
}

function typed(value: unknown, at: string, { id: needed }: { readonly id: boolean }, add: Add): void {
  if (!isObject(value)) return add(at, 'type');
  const types = many(value.type);
  if (value.type === undefined) add(`${at}/type`, 'missing');
  else if (types.length === 0 || types.some((one) => typeof one !== 'string' || one === '')) add(`${at}/type`, 'type');
  if (value.id === undefined ? needed : !isUrl(value.id)) add(`${at}/id`, value.id === undefined ? 'missing' : 'url');
}
