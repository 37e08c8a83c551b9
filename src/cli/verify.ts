/** `nonred verify`: a certificate before a stranger, offline. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { canonical } from '../base/canonical.ts';
import { issue, NonredError } from '../base/issue.ts';
import { parseJson } from '../base/json.ts';
import { readBundle, readStatusList } from '../certify/bundle.ts';
import { compose, type Piece } from '../certify/compose.ts';
import { type Opening, openingsShape, opens } from '../certify/hide.ts';
import { type Item, itemShape } from '../certify/items.ts';
import type { Question } from '../certify/lines.ts';
import type { StatusList } from '../certify/status.ts';
import { readTrust, type Trust } from '../certify/trust.ts';
import { type Given, type Verification, verifyBundle } from '../certify/verify.ts';
import { type ForeignAnswer, type ForeignGiven, verifyForeign } from '../certify/foreign.ts';
import type { Json } from '../certify/proof.ts';
import { type Attested, attestedClaims } from '../formats/untp/read.ts';
import { nodeCrypto } from '../host/certify-crypto.ts';
import { sha256 } from '../host/crypto.ts';
import { type Certified, lift } from '../engine/compose.ts';
import { unpackResult } from '../wire/result.ts';
import { loadRulebooks } from '../host/rulebooks.ts';
import { writeWhole } from '../host/write.ts';
import { foreignReport, verificationReport } from '../report/verification.ts';
import { attestedText, compositionText, shownForeign } from '../report/verification-text.ts';
import { verifyPage } from '../report/verify-page.ts';
import { type Lang, say } from '../text/catalogue.ts';
import { EXIT, EXIT_OF, type Io, lookOf, misuse, refuseIdle, shownPath } from './io.ts';

export interface VerifyOptions {
  readonly trust?: string;
  readonly asOf?: string;
  readonly lot?: string;
  readonly status?: readonly string[];
  readonly item?: string;
  readonly document?: readonly string[];
  readonly json?: string;
  readonly page?: string;
  readonly open?: string;
}

/** Made by the build; src/cli and dist/cli stand equally deep. */
const PAGE_SCRIPT = fileURLToPath(new URL('../../dist/web/verify-page.js', import.meta.url));

/** 0 verified and clear, 2 verified and red, 4 unknown, 1 refused, 3 neither a bundle nor a credential. */
export async function verifyCommand(paths: readonly string[], options: VerifyOptions, lang: Lang, io: Io): Promise<number> {
  if (paths.length === 0) refuseIdle('verify BUNDLE', options, 'trust', 'asOf', 'lot', 'status', 'item', 'document', 'json', 'open');
  if (options.page !== undefined) {
    const page = join(options.page, 'index.html');
    writeWhole(page, verifyPage({ script: readFileSync(PAGE_SCRIPT, 'utf8'), rulebooks: Object.fromEntries(knownRulebooks()), hash: (text) => createHash('sha256').update(text).digest('base64') }));
    io.out(`${say(lang, 'cli.verify.page', { path: shownPath(page) })}\n`);
    if (paths.length === 0) return EXIT.done;
  }
  const [path] = paths;
  if (path === undefined) misuse('verify BUNDLE', lang);
  const trust = options.trust === undefined ? undefined : trustIn(options.trust);
  const about = { asOf: options.asOf ?? io.today(), ...(trust && { trust }), ...(options.lot !== undefined && { lot: options.lot }) };
  const statusFiles = (options.status ?? []).map((one) => ({ path: one, bytes: bytesOf(one) }));
  const others: ForeignGiven = { ...about, statusLists: statusFiles.map(({ bytes }) => rawList(bytes)), ...(options.document && { documents: options.document.map(documentIn) }) };
  const read = await Promise.all(paths.map((one) => readFile(one, others)));
  const bundles = read.filter((one) => 'bytes' in one);
  const checkpoints = bundles.length > 1 ? bundles.flatMap(({ bytes }) => checkpointIn(bytes)) : [];
  const given: Given = {
    ...about, rulebooks: knownRulebooks(), checkpoints,
    ...(bundles.length > 0 && statusFiles.length > 0 && { statusLists: statusFiles.map(statusListIn) }), ...(options.item !== undefined && { item: itemIn(options.item) }),
  };
  const names = options.open === undefined ? undefined : opened(options.open, path);
  const pieces: (Piece & { readonly path: string })[] = await Promise.all(bundles.map(async (one) => ({ path: one.path, ...(await pieceOf(one.bytes, given)) })));
  const foreign = read.filter((one) => 'foreign' in one);
  const together = pieces.length > 1 ? await lift(pieces.map(certifiedOf), sha256) : undefined;
  const composition = together && compose(pieces, together);
  const attested = attestations(foreign.map((one) => one.foreign));
  if (options.json !== undefined) {
    const answers = read.map((one) => ('foreign' in one ? shownForeign(one.foreign) : pieces.find((piece) => piece.path === one.path)!.answer));
    const text = `${canonical(answers.length === 1 ? answers[0] : { ...(composition && { composition }), ...(together && { together: { lifted: together.lifted, open: together.open, aside: together.aside } }), pieces: answers, ...(attested.length > 0 && { attested }) })}\n`;
    if (options.json === '-') io.out(text);
    else writeWhole(options.json, text);
  }
  if (options.json !== '-') {
    const look = lookOf(io, lang);
    const many = paths.length > 1;
    for (const one of read) {
      const report = 'foreign' in one ? foreignReport(one.foreign, look) : verificationReport(pieces.find((piece) => piece.path === one.path)!.answer, look);
      io.out(`${many ? `${shownPath(one.path)}\n` : ''}${report}${many ? '\n' : ''}`);
    }
    if (attested.length > 0) io.out(`${attestedText(attested, lang).join('\n')}\n`);
    if (composition && together) io.out(`${compositionText(composition, together, pieces.map((piece) => shownPath(piece.path)), lang).join('\n')}\n`);
    if (names !== undefined) io.out(`${names.map(({ hidden, name, fits }) => say(lang, fits ? 'verify.opened' : 'verify.opened.not', { hidden: hidden.slice(0, 15), name })).join('\n')}\n`);
    if (options.json !== undefined) io.out(`${say(lang, 'cli.written', { path: shownPath(options.json) })}\n`);
  }
  const own = composition ? [exitOf({ ...composition, lines: [], ...(pieces[0]!.answer.certificate && { certificate: pieces[0]!.answer.certificate }) })] : pieces.map(({ answer }) => exitOf(answer));
  return worst([...own, ...foreign.map((one) => exitOfForeign(one.foreign))]);
}

/** Of several answers: one that is no credential at all, then one refused, red, unknown. */
const worst = (statuses: readonly number[]): number => [EXIT.refused, EXIT.failed, EXIT_OF.red, EXIT.unknown].find((status) => statuses.includes(status)) ?? EXIT.done;

/** A bundle of ours is kept as bytes; another credential is answered at once. */
async function readFile(path: string, given: ForeignGiven): Promise<{ readonly path: string; readonly bytes: Uint8Array } | { readonly path: string; readonly foreign: ForeignAnswer }> {
  const bytes = bytesOf(path);
  const foreign = 'bundle' in readBundle(bytes) ? undefined : await verifyForeign(bytes, given, nodeCrypto);
  return foreign === undefined ? { path, bytes } : { path, foreign };
}

function checkpointIn(bytes: Uint8Array): string[] {
  const read = readBundle(bytes);
  return 'bundle' in read ? [read.bundle.checkpoint] : [];
}

async function pieceOf(bytes: Uint8Array, given: Given): Promise<Piece> {
  const answer = await verifyBundle(bytes, given, nodeCrypto);
  const read = readBundle(bytes);
  return { answer, ...('bundle' in read && read.bundle.grounds && { grounds: read.bundle.grounds }) };
}

/** As the engine reads it; what has no grounds cannot be read together with anything. */
function certifiedOf({ answer, grounds }: Piece): Certified | undefined {
  const result = grounds && unpackResult(grounds, '', sha256).value;
  const subject = answer.certificate?.credentialSubject;
  return result && {
    result, verified: answer.outcome === 'verified', allRecords: answer.lines.some(({ question, code }) => question === 'grounds' && code === 'full'),
    hidden: subject?.hidden !== undefined, narrow: subject?.lot !== undefined || subject?.serials !== undefined,
  };
}

/** What a passport claims against the conformity credentials beside it whose signatures are good. */
function attestations(foreign: readonly ForeignAnswer[]): readonly Attested[] {
  const has = ({ lines }: ForeignAnswer, question: Question): boolean => lines.some((line) => line.question === question && line.outcome === 'passed');
  const signed = foreign.filter((one) => one.outcome !== 'refused' && has(one, 'signature'));
  // By name alone nobody is trusted: whose document is not pinned may be anybody.
  const trusted = signed.filter((one) => has(one, 'trust')).map(({ credential: { issuer } }) => (typeof issuer === 'object' && issuer !== null ? String((issuer as Json).id) : String(issuer)));
  return signed.filter(({ credential }) => [credential.type].flat().includes('DigitalProductPassport')).flatMap(({ credential }) => attestedClaims(credential, signed.map((one) => one.credential), trusted));
}

export const exitOfForeign = ({ outcome, lines }: ForeignAnswer): number =>
  (lines.some(({ question, outcome: one }) => question === 'form' && one === 'refused') ? EXIT.refused : outcome === 'refused' ? EXIT.failed : EXIT.unknown);

export function exitOf({ outcome, verdict, certificate }: Verification): number {
  if (certificate === undefined) return EXIT.refused;
  if (outcome === 'refused') return EXIT.failed;
  return outcome === 'unknown' || verdict === undefined ? EXIT.unknown : EXIT_OF[verdict];
}

/** Digests of the rulebooks that this program ships. */
export function knownRulebooks(): ReadonlyMap<string, readonly string[]> {
  return new Map([...loadRulebooks()].map(([id, rulebook]) => [id, [sha256(canonical(rulebook))]]));
}

function trustIn(path: string): Trust {
  const read = readTrust(bytesOf(path), path);
  if ('fault' in read) throw new NonredError([issue('certify/trust', path, read.fault)]);
  return read.trust;
}

/** As it is: JSON, or the text of a JWT. */
function rawList(bytes: Uint8Array): unknown {
  const text = new TextDecoder().decode(bytes).trim();
  return text.startsWith('{') ? parseJson(bytes, { source: '', maxBytes: MOST_BYTES }).value : text;
}

function documentIn(path: string): Json {
  const { value, issues } = parseJson(bytesOf(path), { source: path, maxBytes: 1 << 20 });
  if (issues.length > 0) throw new NonredError(issues);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new NonredError([issue('certify/not-a-bundle', path, '/', { fault: 'not-a-document' })]);
  return value as Json;
}

function statusListIn({ path, bytes }: { readonly path: string; readonly bytes: Uint8Array }): StatusList {
  const read = readStatusList(bytes);
  if ('fault' in read) throw new NonredError([issue('certify/not-a-list', path, read.at.startsWith('/') ? read.at : '', { fault: read.fault })]);
  return read.list;
}

function itemIn(path: string): Item {
  const { value, issues } = parseJson(bytesOf(path), { source: path, maxBytes: 1 << 20 });
  if (issues.length > 0) throw new NonredError(issues);
  const fault = itemShape(value);
  if (fault !== undefined) throw new NonredError([issue('certify/not-a-bundle', path, fault, { fault: 'not-an-item' })]);
  return value as Item;
}

/** Names that the issuer has opened: each fits what is hidden in this very bundle, or not. */
function opened(path: string, bundle: string): (Opening & { readonly fits: boolean })[] {
  const { value, issues } = parseJson(bytesOf(path), { source: path, maxBytes: 16 << 20 });
  if (issues.length > 0) throw new NonredError(issues);
  const fault = openingsShape(value);
  if (fault !== undefined) throw new NonredError([issue('certify/openings', path, fault)]);
  const text = new TextDecoder().decode(bytesOf(bundle));
  return (value as readonly Opening[]).map((one) => ({ ...one, fits: text.includes(`"${one.hidden}"`) && opens(one, sha256) }));
}

const MOST_BYTES = 64 << 20;

function bytesOf(path: string): Uint8Array {
  try {
    const stat = statSync(path);
    if (!stat.isFile()) throw new NonredError([issue('input/not-a-file', path, '', { given: path })]);
    if (stat.size > MOST_BYTES) throw new NonredError([issue('input/too-large', path, '', { what: 'bytes', count: stat.size, limit: MOST_BYTES })]);
    return readFileSync(path);
  } catch (thrown) {
    if (thrown instanceof NonredError) throw thrown;
    throw new NonredError([issue('input/no-such-file', '', '', { given: path })]);
  }
}
