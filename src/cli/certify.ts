/** `nonred certify`: a workspace checked and signed. `nonred certify --new-key FILE` makes the key for it. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { canonical } from '../base/canonical.ts';
import { issue, NonredError } from '../base/issue.ts';
import type { Bundle } from '../certify/bundle.ts';
import type { GroundsFile } from '../certify/claim.ts';
import type { Signer } from '../certify/crypto.ts';
import { assertionKey, type DidDocument, documentOf, multikeyOf, webDocument } from '../certify/did.ts';
import { checkpointOf, type Register, statusListsOf, type Today, treeOfRegister } from '../certify/register.ts';
import { signCredentialJwt } from '../certify/jwt.ts';
import type { Json } from '../certify/proof.ts';
import { qrTexts } from '../certify/qr-text.ts';
import { readTrust, type Trust, type TrustedIssuer } from '../certify/trust.ts';
import { untpOf } from '../certify/untp.ts';
import type { Hidden } from '../certify/hide.ts';
import { certify, checkHidden, validUntil, VALID_DAYS, withAllRecords } from '../engine/certify.ts';
import { nodeCrypto } from '../host/certify-crypto.ts';
import { sha256 } from '../host/crypto.ts';
import { chineseFont, type FontFile } from '../host/fonts.ts';
import { alone, bundlePath, ISSUED, newRegister, readRegister, writeRegister } from '../host/issuer.ts';
import { createKeyFile, openKeyFile } from '../host/keys.ts';
import { keyedBy } from '../host/workspace.ts';
import { stage } from '../host/write.ts';
import { certificatePdf, isFont } from '../report/certificate-pdf.ts';
import { type Lang, say } from '../text/catalogue.ts';
import { packResult } from '../wire/result.ts';
import { type Answer, answerTo, type Given } from './answer.ts';
import { EXIT, EXIT_OF, type Io, misuse, refuseIdle, shownPath } from './io.ts';

export interface KeyOptions { readonly key?: string | undefined; readonly passphraseFile?: string; readonly issuer?: string }
export interface CertifyOptions extends KeyOptions, Given {
  readonly newKey?: string;
  readonly name?: string;
  readonly lot?: string;
  readonly serials?: string;
  readonly days?: number;
  readonly statusDays?: number;
  readonly acceptUnverified?: true;
  readonly pdf?: string;
  readonly hideNames?: true;
  readonly allRecords?: true;
  readonly font?: string;
  readonly untp?: true;
  readonly jwt?: true;
}

export async function certifyCommand(path: string | undefined, options: CertifyOptions, lang: Lang, io: Io): Promise<number> {
  const { newKey: _new, passphraseFile: _word, ...signing } = options;
  if (path === undefined && options.newKey !== undefined) refuseIdle('certify DIR --key FILE', signing, ...(Object.keys(signing) as (keyof typeof signing)[]).filter((name) => (name as string) !== 'lang'));
  if (options.pdf === undefined) refuseIdle('certify DIR --pdf FILE', options, 'font');
  if (options.newKey !== undefined) {
    const did = createKeyFile(options.newKey, await passphrase(options, lang, io));
    io.out(`${say(lang, 'cli.keyMade', { path: shownPath(options.newKey) })}\n${say(lang, 'cli.keyDid', { did })}\n`);
    if (path === undefined) return EXIT.done;
  }
  if (path === undefined) misuse('certify DIR --key FILE', lang);
  const { folder, ...open } = await answerTo(path, options, lang, io);
  if (folder === undefined) throw new NonredError([issue('input/no-config', path, '', { given: path })]);
  const { result: answer, records, hidden } = options.hideNames ? await hiddenAnswer(open, folder) : { ...open, hidden: undefined };
  const result = options.allRecords ? withAllRecords(answer, records, sha256) : answer;
  const file = packResult(result, sha256) as unknown as GroundsFile;
  const serials = options.serials === undefined ? undefined : serialsIn(options.serials);
  const until = validUntil(result, options.days ?? VALID_DAYS);
  if (until <= result.question.asOf) throw new NonredError([issue('certify/nothing-left', '', '', { until })]);
  const font = options.pdf === undefined ? undefined : fontFor(options.font);
  const signer = await signerOf({ ...options, key: options.key ?? options.newKey }, lang, io);
  return alone(folder, () => enterAndWrite({ folder, result, records, file, hidden, serials, font, signer }, options, lang, io));
}

interface ToSign {
  readonly folder: string;
  readonly result: Answer['result'];
  readonly records: Answer['records'];
  readonly file: GroundsFile;
  readonly hidden: Hidden | undefined;
  readonly serials: readonly string[] | undefined;
  readonly font: FontFile | undefined;
  readonly signer: Signer;
}

async function enterAndWrite({ folder, result, records, file, hidden, serials, font, signer }: ToSign, options: CertifyOptions, lang: Lang, io: Io): Promise<number> {
  const document = documentFor(signer);
  const register = await registerOf(folder, signer, options.name ?? makerOf(file));
  const today = todayOf(io, options.statusDays);
  const issued = await certify({
    result, file, records, register, document, today, ...(options.days !== undefined && { validDays: options.days }), ...(options.acceptUnverified && { acceptUnverified: true }),
    wanted: { ...(options.lot !== undefined && { lot: options.lot }), ...(serials && { serials }), ...(hidden && { hidden: { names: hidden.openings.length } }) },
  }, signer, nodeCrypto, sha256);
  const { id, validFrom, validUntil: end } = issued.bundle.credential;
  const bundle = bundlePath(folder, id);
  const trust = join(folder, ISSUED, 'trust.json');
  const items = bundle.replace(/\.bundle\.json$/, '.items');
  const also = await otherForms(issued.bundle, file, options, font, signer, bundle);
  // What cannot be written is found before it is entered, and it leaves only after it was entered.
  const files = stage([
    [bundle, issued.text], [trust, `${JSON.stringify(trustFor(trust, signer, register.name, document), null, 2)}\n`],
    ...(signer.issuer.startsWith('did:key:') ? [] : [[join(folder, ISSUED, 'did.json'), `${JSON.stringify(document, null, 2)}\n`] as const]),
    ...issued.items.map((item) => [join(items, `${item.index + 1}.item.json`), `${canonical(item)}\n`] as const),
    ...(hidden ? [[bundle.replace(/\.bundle\.json$/, '.openings.json'), `${JSON.stringify(hidden.openings, null, 1)}\n`] as const] : []), ...also,
  ]);
  try {
    await saveRegister(folder, issued.register, today, signer);
  } catch (thrown) {
    files.discard();
    throw thrown;
  }
  files.commit();
  io.out(`${say(lang, 'cli.certified', { path: shownPath(bundle) })}\n`);
  io.out(`${say(lang, 'cli.certified.until', { verdict: say(lang, `verdict.${result.verdict}`), from: validFrom.slice(0, 10), until: end.slice(0, 10), index: issued.bundle.inclusion.index + 1 })}\n`);
  if (issued.items.length > 0) io.out(`${say(lang, 'cli.certified.items', { count: issued.items.length, path: shownPath(items) })}\n`);
  for (const [path] of also) io.out(`${say(lang, 'cli.certified.also', { path: shownPath(path) })}\n`);
  io.out(`${say(lang, 'cli.certified.trust', { path: shownPath(trust) })}\n`);
  return EXIT_OF[result.verdict];
}

async function hiddenAnswer({ result, records }: Pick<Answer, 'result' | 'records'>, folder: string): Promise<Pick<Answer, 'result' | 'records'> & { readonly hidden: Hidden }> {
  const keyed = keyedBy(folder);
  if (keyed === undefined) throw new NonredError([issue('certify/no-secret', folder, '')]);
  const { result: again, hidden } = await checkHidden(result, records, keyed, sha256);
  return { result: again, records: hidden.records, hidden };
}

/** To print, for UNTP, as a JWT: what was asked for, by the path where it is to lie. */
async function otherForms(bundle: Bundle, file: GroundsFile, options: CertifyOptions, font: FontFile | undefined, signer: Signer, path: string): Promise<(readonly [path: string, text: string | Uint8Array])[]> {
  const forms: (readonly [string, string | Uint8Array])[] = [];
  const beside = (ending: string): string => path.replace(/\.bundle\.json$/, ending);
  if (options.untp) for (const [name, document] of Object.entries(await untpOf(bundle.credential, file, signer, nodeCrypto))) forms.push([beside(`.${name}.json`), `${canonical(document)}\n`]);
  if (options.jwt) {
    const { proof: _, ...credential } = bundle.credential;
    forms.push([beside('.jwt'), `${await signCredentialJwt(credential as unknown as Json, signer)}\n`]);
  }
  if (options.pdf !== undefined && font) forms.push([options.pdf, await certificatePdf(bundle, await qrTexts(bundle, nodeCrypto), font)]);
  return forms;
}

/** Before anything is signed: without a font there is no PDF. */
function fontFor(given: string | undefined): FontFile {
  if (given !== undefined && !existsSync(given)) throw new NonredError([issue('input/no-such-file', '', '', { given })]);
  const font = given === undefined ? chineseFont() : { path: given };
  if (font === undefined) throw new NonredError([issue('certify/no-font', '', '')]);
  if (!isFont(font)) throw new NonredError([issue('certify/bad-font', font.path, '', { path: font.path })]);
  return font;
}

export function todayOf(io: Io, statusDays?: number): Today {
  return { day: io.today(), now: io.now?.() ?? `${io.today()}T00:00:00Z`, ...(statusDays !== undefined && { statusDays }) };
}

/** The register as it is after this, its checkpoint and both lists, written. */
export async function saveRegister(folder: string, register: Register, today: Today, signer: Signer): Promise<string[]> {
  const checkpoint = await checkpointOf(register, await treeOfRegister(register, nodeCrypto), signer, nodeCrypto);
  return writeRegister(folder, register, checkpoint, await statusListsOf(register, today, signer, nodeCrypto));
}

export async function signerOf(options: KeyOptions, lang: Lang, io: Io): Promise<Signer> {
  if (options.key === undefined) throw new NonredError([issue('cli/usage', '--key', '', { given: say(lang, 'cli.usage.missing', { name: '--key' }) })]);
  const word = await passphrase(options, lang, io);
  const signer = openKeyFile(options.key, word);
  if (options.issuer === undefined) return signer;
  if (!/^did:web:[A-Za-z0-9._:%-]+$/.test(options.issuer)) throw new NonredError([issue('cli/usage', '--issuer', '', { given: say(lang, 'cli.usage.did', { given: options.issuer }) })]);
  return { ...signer, issuer: options.issuer, verificationMethod: `${options.issuer}#${multikeyOf(signer.publicKey)}` };
}

export async function registerOf(folder: string, signer: Signer, name: string): Promise<Register> {
  const found = await readRegister(folder);
  if (found === undefined) return newRegister(signer.issuer, name);
  if (found.issuer !== signer.issuer) throw new NonredError([issue('certify/another-issuer', '', '', { issuer: found.issuer, given: signer.issuer })]);
  return found;
}

function documentFor(signer: Signer): DidDocument {
  const own = documentOf(signer.issuer);
  if ('value' in own) return own.value;
  const document = webDocument(signer.issuer, [{ fragment: multikeyOf(signer.publicKey), publicKey: signer.publicKey }]);
  if ('fault' in assertionKey(document, signer.verificationMethod)) throw new RangeError(`no key ${signer.verificationMethod}`);
  return document;
}

/** What stands in the file already stays: earlier documents and keys of a did:web, and what was written into it by hand (a key that was lost). */
function trustFor(path: string, signer: Signer, name: string, document: DidDocument): Trust {
  const read = existsSync(path) && statSync(path).isFile() ? readTrust(readFileSync(path), path) : undefined;
  if (read && 'fault' in read) throw new NonredError([issue('certify/trust', path, read.fault)]);
  const before: Trust = read?.trust ?? { version: 1, issuers: [] };
  const known: TrustedIssuer = before.issuers.find(({ id }) => id === signer.issuer) ?? { id: signer.issuer, name };
  const [digest, key] = [sha256(canonical(document)), multikeyOf(signer.publicKey)];
  const { documents = [], keys = [] } = known;
  const own: TrustedIssuer = signer.issuer.startsWith('did:key:') ? known : {
    ...known, documents: documents.includes(digest) ? documents : [...documents, digest], keys: keys.some((one) => one.key === key) ? keys : [...keys, { key }],
  };
  return { ...before, issuers: [...before.issuers.filter(({ id }) => id !== own.id), own] };
}

/** The maker of the product, where nobody says who signs. */
function makerOf(file: GroundsFile): string {
  const maker = file.records.find((rec) => rec.kind === 'product' && rec.id === file.product)?.maker;
  return (typeof maker === 'string' ? file.labels[maker] : undefined) ?? file.labels[file.product] ?? file.product;
}

function serialsIn(path: string): string[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new NonredError([issue('input/no-such-file', '', '', { given: path })]);
  }
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/).map((line) => line.trim());
  const seen = new Set<string>();
  for (const line of lines) {
    if (line === '' || seen.has(line) || line.length > 200) throw new NonredError([issue('certify/serials', path, '', { given: line })]);
    seen.add(line);
  }
  return lines;
}

async function passphrase({ passphraseFile }: KeyOptions, lang: Lang, io: Io): Promise<string> {
  if (passphraseFile !== undefined) {
    try {
      return readFileSync(passphraseFile, 'utf8').replace(/\r?\n$/, '') || none();
    } catch (thrown) {
      if (thrown instanceof NonredError) throw thrown;
      throw new NonredError([issue('input/no-such-file', '', '', { given: passphraseFile })]);
    }
  }
  return io.env.NONRED_PASSPHRASE || (await io.secret?.(say(lang, 'cli.passphrase'))) || none();
}

function none(): never {
  throw new NonredError([issue('key/no-passphrase', '', '')]);
}
