/**
 * The three calls of the VC API that W3C's test suites make: issue, verify a credential, verify a presentation. Requests and answers are
 * plain values; host/listen.ts has the socket. Nothing that is asked here reaches a disk or a network.
 */
import { parseJson } from '../base/json.ts';
import { CERTIFICATE_CONTEXT_ID } from '../certify/context.ts';
import { CONTEXTS, type ContextSet } from '../certify/contexts.ts';
import type { Crypto, Signer } from '../certify/crypto.ts';
import { type Answer, type Interop, issueFor, verifyCredential, verifyPresentation } from '../certify/interop.ts';
import type { Cryptosuite, Json } from '../certify/proof.ts';

export interface Request { readonly method: string; readonly path: string; readonly type: string; readonly body: Uint8Array }
export interface Reply { readonly status: number; readonly body: unknown }
export interface VcApi { readonly signer: Signer; readonly crypto: Crypto; readonly now: () => string; readonly contexts?: ContextSet }

export const MOST_BODY_BYTES: number = 1 << 20;
const PATHS = ['/credentials/issue', '/credentials/verify', '/presentations/verify'];

/** Never throws for what is asked. */
export async function vcApi({ method, path, type, body }: Request, { signer, crypto, now, contexts = CONTEXTS }: VcApi): Promise<Reply> {
  if (!PATHS.includes(path)) return refuse(404, 'no-such-path');
  if (method !== 'POST') return refuse(405, 'only-post');
  if (!/^application\/(?:[\w.+-]+\+)?json\b/i.test(type)) return refuse(415, 'only-json'); // a form of another page cannot send it
  const { value, issues } = parseJson(body, { source: 'request', maxBytes: MOST_BODY_BYTES });
  if (issues[0]) return refuse(issues[0].code === 'input/too-large' ? 413 : 400, issues[0].code, issues[0].at.pointer);
  if (!isObject(value)) return refuse(400, 'model/type');
  const { options = {} } = value;
  if (!isObject(options)) return refuse(400, 'model/type', '/options');
  // Passed over, a challenge in another form would be no challenge.
  for (const name of ['challenge', 'domain']) if (options[name] !== undefined && typeof options[name] !== 'string') return refuse(400, 'model/type', `/options/${name}`);
  const about: Interop = { contexts, inline: true, now: now(), ...(typeof options.challenge === 'string' && { challenge: options.challenge }), ...(typeof options.domain === 'string' && { domain: options.domain }) };
  if (path === '/credentials/issue') return issue(value, options, signer, about, crypto);
  const given = path === '/credentials/verify' ? (value.verifiableCredential ?? value) : (value.verifiablePresentation ?? value);
  return told(await (path === '/credentials/verify' ? verifyCredential(given, about, crypto) : verifyPresentation(given, about, crypto)));
}

/** The credential is the whole answer, as the suites read it. */
async function issue(value: Json, options: Json, signer: Signer, about: Interop, crypto: Crypto): Promise<Reply> {
  const { cryptosuite = 'eddsa-rdfc-2022' } = options;
  if (cryptosuite !== 'eddsa-rdfc-2022' && cryptosuite !== 'eddsa-jcs-2022') return refuse(400, 'unknown-suite', '/options/cryptosuite');
  const { credential } = value;
  if (!isObject(credential)) return refuse(400, 'model/missing', '/credential');
  if (isOwn(credential)) return refuse(400, 'own-credential', '/credential');
  const made = await issueFor(credential, cryptosuite satisfies Cryptosuite, signer, about, crypto);
  return 'credential' in made ? { status: 201, body: made.credential } : { status: 400, body: { verified: false, errors: made.faults } };
}

/** Certificates and status lists are signed by `certify` and `lapse`, which check them first: whoever can reach this port must not take back what was revoked. */
function isOwn({ id, '@context': contexts }: Json): boolean {
  return (typeof id === 'string' && /^urn:nonred:/i.test(id)) || [contexts].flat().includes(CERTIFICATE_CONTEXT_ID);
}

const told = (answer: Answer): Reply => ({ status: answer.verified ? 200 : 400, body: answer });
const refuse = (status: number, code: string, at = ''): Reply => ({ status, body: { verified: false, errors: [{ code, at }] } });
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
