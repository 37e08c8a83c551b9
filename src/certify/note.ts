/**
 * Signed notes and checkpoints of transparency logs in the C2SP forms (https://c2sp.org/signed-note, https://c2sp.org/tlog-checkpoint):
 * origin, size and root of a tree, each on a line, an empty line, and one Ed25519 signature line. One spelling only: no further
 * lines, no further signatures.
 */
import { concat, type Crypto, type Maybe, sameBytes, utf8 } from './crypto.ts';
import { fromBase64, toBase64 } from './multibase.ts';

export interface Checkpoint {
  /** Names the log; also the name of its key. No space, no plus sign. */
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}
const ED25519 = 1; // the signature type of signed notes

/** Key id: SHA-256 of name, line feed, type and key; the first four bytes. */
async function keyId(name: string, publicKey: Uint8Array, crypto: Pick<Crypto, 'sha256'>): Promise<Uint8Array> {
  return (await crypto.sha256(concat(utf8(`${name}\n`), Uint8Array.of(ED25519), publicKey))).slice(0, 4);
}

/** The note's text; `sign` signs with the key that `publicKey` belongs to. */
export async function signCheckpoint(checkpoint: Checkpoint, publicKey: Uint8Array, sign: (message: Uint8Array) => Maybe<Uint8Array>, crypto: Pick<Crypto, 'sha256'>): Promise<string> {
  const body = bodyOf(checkpoint);
  const signature = concat(await keyId(checkpoint.origin, publicKey, crypto), await sign(utf8(body)));
  return `${body}\n— ${checkpoint.origin} ${toBase64(signature)}\n`;
}

/** What a note says, whoever signed it; `undefined` where it is not spelled as above. */
export function readCheckpoint(note: string): (Checkpoint & { readonly keyId: Uint8Array; readonly signature: Uint8Array }) | undefined {
  const found = /^([^\s+]{1,500})\n(0|[1-9][0-9]{0,14})\n([A-Za-z0-9+/]{43}=)\n\n— ([^\s+]{1,500}) ([A-Za-z0-9+/=]{1,200})\n$/.exec(note);
  const [, origin = '', size = '', rootText = '', name = '', signatureText = ''] = found ?? [];
  const root = fromBase64(rootText);
  const signature = fromBase64(signatureText);
  if (!found || name !== origin || root?.length !== 32 || signature?.length !== 68) return undefined;
  return { origin, size: Number(size), root, keyId: signature.slice(0, 4), signature: signature.slice(4) };
}

/** The checkpoint that this key signed, or nothing. */
export async function openCheckpoint(note: string, publicKey: Uint8Array, crypto: Crypto): Promise<Checkpoint | undefined> {
  const read = readCheckpoint(note);
  if (read === undefined || !sameBytes(read.keyId, await keyId(read.origin, publicKey, crypto))) return undefined;
  const { origin, size, root, signature } = read;
  return (await crypto.verify({ type: 'Ed25519', bytes: publicKey }, utf8(bodyOf(read)), signature)) ? { origin, size, root } : undefined;
}

function bodyOf({ origin, size, root }: Checkpoint): string {
  if (!/^[^\s+]+$/.test(origin)) throw new RangeError(`no name for a log: ${origin}`);
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}
