/** `nonred verify`: a certificate before a stranger, offline. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { canonical } from '../base/canonical.ts';
import { issue, NonredError } from '../base/issue.ts';
import { parseJson } from '../base/json.ts';
import { readStatusList } from '../certify/bundle.ts';
import { type Item, itemShape } from '../certify/items.ts';
import type { StatusList } from '../certify/status.ts';
import { readTrust, type Trust } from '../certify/trust.ts';
import { type Given, type Verification, verifyBundle } from '../certify/verify.ts';
import { nodeCrypto } from '../host/certify-crypto.ts';
import { sha256 } from '../host/crypto.ts';
import { loadRulebooks } from '../host/rulebooks.ts';
import { writeWhole } from '../host/write.ts';
import { verificationReport } from '../report/verification.ts';
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
}

/** Made by the build; src/cli and dist/cli stand equally deep. */
const PAGE_SCRIPT = fileURLToPath(new URL('../../dist/web/verify-page.js', import.meta.url));

/** 0 verified and clear, 2 verified and red, 4 unknown, 1 refused, 3 not a bundle at all. */
export async function verifyCommand(path: string | undefined, options: VerifyOptions, lang: Lang, io: Io): Promise<number> {
  if (options.page !== undefined) {
    const page = join(options.page, 'index.html');
    writeWhole(page, verifyPage({ script: readFileSync(PAGE_SCRIPT, 'utf8'), rulebooks: Object.fromEntries(knownRulebooks()), hash: (text) => createHash('sha256').update(text).digest('base64') }));
    io.out(`${say(lang, 'cli.verify.page', { path: shownPath(page) })}\n`);
    if (path === undefined) return EXIT.done;
  }
  if (path === undefined) throw new NonredError([issue('cli/usage', '', '', { given: 'verify BUNDLE' })]);
  const given: Given = {
    asOf: options.asOf ?? io.today(), rulebooks: knownRulebooks(),
    ...(options.trust !== undefined && { trust: trustIn(options.trust) }), ...(options.lot !== undefined && { lot: options.lot }),
    ...(options.status && { statusLists: options.status.map(statusListIn) }), ...(options.item !== undefined && { item: itemIn(options.item) }),
  };
  const answer = await verifyBundle(bytesOf(path), given, nodeCrypto);
  const text = `${canonical(answer)}\n`;
  if (options.json === '-') io.out(text);
  else {
    if (options.json !== undefined) writeWhole(options.json, text);
    io.out(verificationReport(answer, lookOf(io, lang)));
    if (options.json !== undefined) io.out(`${say(lang, 'cli.written', { path: shownPath(options.json) })}\n`);
  }
  return exitOf(answer);
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
