/**
 * `nonred/verify`: a certificate verified anywhere, offline. It has the rooms base, checker and certify and nothing else, and no module
 * of Node: `webCrypto` is the browser's, and Node's from version 20 on.
 */
export { type Bundle, bundleText, readBundle, readStatusList } from './certify/bundle.ts';
export type { Certificate } from './certify/credential.ts';
export type { Crypto, PublicKey } from './certify/crypto.ts';
export { checkItem, type Item } from './certify/items.ts';
export { openCheckpoint } from './certify/note.ts';
export { readTrust, type Trust } from './certify/trust.ts';
export { verifyConsistency, verifyInclusion } from './certify/tree.ts';
export type { Line } from './certify/lines.ts';
export { type Given, type Verification, verifyBundle } from './certify/verify.ts';
export { webCrypto } from './certify/web-crypto.ts';
