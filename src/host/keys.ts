/**
 * Ed25519 keys of issuers, and their files: the seed under AES-256-GCM with a key that scrypt makes of the passphrase
 * (RFC 7914; N = 2^17, r = 8, p = 1, 128 MiB), mode 0600. A file that others may read is refused, as ssh does.
 */
import { createCipheriv, createDecipheriv, createPrivateKey, createPublicKey, type KeyObject, randomBytes, scryptSync, sign } from 'node:crypto';
import { closeSync, fstatSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { issue, NonredError } from '../base/issue.ts';
import { parseJson } from '../base/json.ts';
import type { Signer } from '../certify/crypto.ts';
import { didKeyOf } from '../certify/did.ts';

const COST = { N: 1 << 17, r: 8, p: 1 } as const;
const MEMORY = 256 << 20; // of scrypt: it needs 128 · N · r bytes
/** The private key in DER (RFC 8410) before its 32 bytes. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const AUTHENTICATED = 'nonred/key/1';

interface KeyFile { readonly nonred: 'key/1'; readonly did: string; readonly kdf: { readonly name: 'scrypt'; readonly N: number; readonly r: number; readonly p: number; readonly salt: string }; readonly cipher: 'aes-256-gcm'; readonly nonce: string; readonly sealed: string }

function keyOfSeed(seed: Uint8Array): { readonly key: KeyObject; readonly publicKey: Uint8Array } {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  const jwk = createPublicKey(key).export({ format: 'jwk' });
  return { key, publicKey: Buffer.from(jwk.x ?? '', 'base64url') };
}

/** A signer of 32 seed bytes; the issuer is the key's own `did:key` unless another is given. */
export function ed25519Signer(seed: Uint8Array, as?: { readonly issuer: string; readonly verificationMethod: string }): Signer {
  const { key, publicKey } = keyOfSeed(seed);
  const issuer = didKeyOf(publicKey);
  return { issuer, verificationMethod: `${issuer}#${issuer.slice('did:key:'.length)}`, ...as, publicKey, sign: (message) => sign(null, message, key) };
}

/** Makes a key and its file, which must not be there yet; the DID of it. */
export function createKeyFile(path: string, passphrase: string): string {
  const seed = randomBytes(32);
  const [salt, nonce] = [randomBytes(16), randomBytes(12)];
  const { issuer } = ed25519Signer(seed);
  const cipher = createCipheriv('aes-256-gcm', scryptSync(passphrase, salt, 32, { ...COST, maxmem: MEMORY }), nonce);
  cipher.setAAD(Buffer.from(`${AUTHENTICATED} ${issuer}`));
  const sealed = Buffer.concat([cipher.update(seed), cipher.final(), cipher.getAuthTag()]);
  const file: KeyFile = { nonred: 'key/1', did: issuer, kdf: { name: 'scrypt', ...COST, salt: salt.toString('base64') }, cipher: 'aes-256-gcm', nonce: nonce.toString('base64'), sealed: sealed.toString('base64') };
  try {
    writeFileSync(path, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600, flag: 'wx' }); // never over a key that is there
  } catch (cause) {
    throw new NonredError([issue('cli/cannot-write', path, '', { path, why: (cause as NodeJS.ErrnoException).code ?? String(cause) })]);
  }
  return issuer;
}

/** Throws NonredError: no key file, open to others, or not this passphrase. */
export function openKeyFile(path: string, passphrase: string, as?: { readonly issuer: string; readonly verificationMethod: string }): Signer {
  const file = readKeyFile(path);
  const { N, r, p, salt } = file.kdf;
  const bad = (code: 'key/not-a-key' | 'key/passphrase'): NonredError => new NonredError([issue(code, path, '')]);
  if (N !== COST.N || r !== COST.r || p !== COST.p) throw bad('key/not-a-key');
  const sealed = Buffer.from(file.sealed, 'base64');
  if (sealed.length !== 48) throw bad('key/not-a-key');
  const decipher = createDecipheriv('aes-256-gcm', scryptSync(passphrase, Buffer.from(salt, 'base64'), 32, { N, r, p, maxmem: MEMORY }), Buffer.from(file.nonce, 'base64'));
  decipher.setAAD(Buffer.from(`${AUTHENTICATED} ${file.did}`));
  decipher.setAuthTag(sealed.subarray(32));
  let seed: Buffer;
  try {
    seed = Buffer.concat([decipher.update(sealed.subarray(0, 32)), decipher.final()]);
  } catch {
    throw bad('key/passphrase');
  }
  return ed25519Signer(seed, as);
}

function readKeyFile(path: string): KeyFile {
  let handle: number;
  try {
    handle = openSync(path, 'r');
  } catch {
    throw new NonredError([issue('input/no-such-file', '', '', { given: path })]);
  }
  try {
    const { mode } = fstatSync(handle);
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) throw new NonredError([issue('key/open-to-others', path, '', { mode: (mode & 0o777).toString(8) })]);
    const { value, issues } = parseJson(readFileSync(handle), { source: path, maxBytes: 1 << 16 });
    const file = value as Partial<KeyFile> | null | undefined;
    const whole = issues.length === 0 && file?.nonred === 'key/1' && file.cipher === 'aes-256-gcm' && file.kdf?.name === 'scrypt' && [file.did, file.nonce, file.sealed, file.kdf.salt].every((one) => typeof one === 'string');
    if (!whole) throw new NonredError([issue('key/not-a-key', path, '')]);
    return file as KeyFile;
  } finally {
    closeSync(handle);
  }
}
