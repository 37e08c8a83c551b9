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
import type { StatusList } from '../certify/status.ts';
import { readTrust, type Trust } from '../certify/trust.ts';
import { type Given, type Verification, verifyBundle } from '../certify/verify.ts';
import { nodeCrypto } from '../host/certify-crypto.ts';
import { sha256 } from '../host/crypto.ts';
import { loadRulebooks } from '../host/rulebooks.ts';
import { writeWhole } from '../host/write.ts';
import { verificationReport } from '../report/verification.ts';
import { compositionText } from '../report/verification-text.ts';
import { verifyPage } from '../report/verify-page.ts';
import { type Lang, say } from '../text/catalogue.ts';
import { EXIT, EXIT_OF, type Io, lookOf, shownPath } from './io.ts';

export interface VerifyOptions {
  readonly trust?: string;
  readonly asOf?: string;
  readonly lot?: string;
  readonly status?: readonly string[];
  readonly item?: string;
  readonly json?: string;
  readonly page?: string;
  readonly open?: string;
}

/** Made by the build; src/cli and dist/cli stand equally deep. */
const PAGE_SCRIPT = fileURLToPath(new URL('../../dist/web/verify-page.js', import.meta.url));

/** 0 verified and clear, 2 verified and red, 4 unknown, 1 refused, 3 not a bundle at all. */
export async function verifyCommand(paths: readonly string[], options: VerifyOptions, lang: Lang, io: Io): Promise<number> {
  if (options.page !== undefined) {
    const page = join(options.page, 'index.html');
    writeWhole(page, verifyPage({ script: readFileSync(PAGE_SCRIPT, 'utf8'), rulebooks: Object.fromEntries(knownRulebooks()), hash: (text) => createHash('sha256').update(text).digest('base64') }));
    io.out(`${say(lang, 'cli.verify.page', { path: shownPath(page) })}\n`);
    if (paths.length === 0) return EXIT.done;
  }
  const [path] = paths;
  if (path === undefined) throw new NonredError([issue('cli/usage', '', '', { given: 'verify BUNDLE' })]);
  const given: Given = {
    asOf: options.asOf ?? io.today(), rulebooks: knownRulebooks(),
    ...(options.trust !== undefined && { trust: trustIn(options.trust) }), ...(options.lot !== undefined && { lot: options.lot }),
    ...(options.status && { statusLists: options.status.map(statusListIn) }), ...(options.item !== undefined && { item: itemIn(options.item) }),
  };
  const pieces = await Promise.all(paths.map((one) => pieceOf(one, given)));
  const composition = pieces.length > 1 ? compose(pieces) : undefined;
  const text = `${canonical(composition ? { composition, pieces: pieces.map(({ answer }) => answer) } : pieces[0]!.answer)}\n`;
  if (options.json !== undefined && options.json !== '-') writeWhole(options.json, text);
  if (options.json === '-') io.out(text);
  else {
    for (const [i, { answer }] of pieces.entries()) io.out(`${pieces.length > 1 ? `${shownPath(paths[i]!)}\n` : ''}${verificationReport(answer, lookOf(io, lang))}${pieces.length > 1 ? '\n' : ''}`);
    if (composition) io.out(`${compositionText(composition, paths.map(shownPath), lang).join('\n')}\n`);
    if (options.open !== undefined) io.out(`${opened(options.open, path).map(({ hidden, name, fits }) => say(lang, fits ? 'verify.opened' : 'verify.opened.not', { hidden: hidden.slice(0, 15), name })).join('\n')}\n`);
    if (options.json !== undefined) io.out(`${say(lang, 'cli.written', { path: shownPath(options.json) })}\n`);
  }
  return composition ? exitOf({ ...composition, lines: [], ...(pieces[0]!.answer.certificate && { certificate: pieces[0]!.answer.certificate }) }) : exitOf(pieces[0]!.answer);
}

async function pieceOf(path: string, given: Given): Promise<Piece> {
  const bytes = bytesOf(path);
  const answer = await verifyBundle(bytes, given, nodeCrypto);
  const read = readBundle(bytes);
  return { answer, ...('bundle' in read && read.bundle.grounds && { grounds: read.bundle.grounds }) };
}

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

function statusListIn(path: string): StatusList {
  const read = readStatusList(bytesOf(path));
  if ('fault' in read) throw new NonredError([issue('certify/not-a-bundle', path, read.at, { fault: read.fault })]);
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
