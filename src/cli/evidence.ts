/** `nonred evidence add FILE --about ID`: a paper is copied by its digest and a row says what it supports. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { isDay } from '../base/day.ts';
import { issue, NonredError } from '../base/issue.ts';
import { References } from '../formats/workspace/references.ts';
import { tableOf } from '../formats/workspace/tables.ts';
import { appendRows } from '../host/append.ts';
import { sha256 } from '../host/crypto.ts';
import { loadWorkspace } from '../host/workspace.ts';
import { loadRulebooks, rulebookFolders } from '../host/rulebooks.ts';
import { digestOf } from '../model/digest.ts';
import { EVIDENCE_KINDS } from '../rules/vocabulary.ts';
import type { Rec } from '../model/record.ts';
import { type Lang, say } from '../text/catalogue.ts';
import { EXIT, type Io, shownPath } from './io.ts';

export interface EvidenceOptions { readonly about: string; readonly kind?: string; readonly issuer?: string; readonly issued?: string; readonly custody?: string; readonly workspace?: string }

const LIMIT = 64 << 20;

/** Only the content chooses the name in `evidence/`: a file's own name can hold anything. */
export function evidenceAddCommand(file: string, options: EvidenceOptions, lang: Lang, io: Io): number {
  const { workspace = '.', kind, issued } = options;
  const kinds = kindsKnown(workspace);
  if (kind === undefined) throw new NonredError([issue('evidence/no-kind', '--kind', '', { options: kinds.join(', ') })]);
  if (!existsSync(file) || !statSync(file).isFile()) throw new NonredError([issue('evidence/no-file', file, '', { given: file })]);
  if (statSync(file).size > LIMIT) throw new NonredError([issue('input/too-large', file, '', { what: 'bytes', count: statSync(file).size, limit: LIMIT })]);
  if (!kinds.includes(kind)) throw new NonredError([issue('input/not-one-of', '--kind', '', { given: kind, options: kinds.join(', ') })]);
  if (issued !== undefined && !isDay(issued)) throw new NonredError([issue('input/bad-day', '--issued', '', { given: issued })]);
  if (issued !== undefined && issued > io.today()) throw new NonredError([issue('evidence/not-yet-issued', '--issued', '', { given: issued })]);
  const { value, issues } = loadWorkspace(workspace);
  if (issues.length > 0) throw new NonredError(issues);
  const supports = referencesOf(options.about, value.records);
  if (supports.length === 0) throw new NonredError([issue('input/missing', '--about', '', { field: 'about' })]);
  const bytes = readFileSync(file);
  if (bytes.length === 0) throw new NonredError([issue('evidence/empty', file, '')]);
  const digest = sha256(bytes);
  const before = value.records.flatMap((rec) => (rec.kind === 'evidence' && rec.digest === digest ? [rec] : []));
  const path = before[0]?.file ?? `evidence/${digest.slice(0, 32)}${safeEnding(file)}`;
  const id = `paper ${digest.slice(0, 12)}${before.length > 0 ? ` ${before.length + 1}` : ''}`;
  const row = { id, kind, issuer: options.issuer ?? '', issued: issued ?? '', file: path, sha256: digest, custody: options.custody ?? '', supports: [...new Set(supports)].join(' | ') };
  const same = before.find((rec) => rec.docKind === kind && rec.issued === issued && new Set(resolved(supports, value.records)).size === rec.supports.length && resolved(supports, value.records).every((one) => rec.supports.includes(one)));
  if (same) throw new NonredError([issue('evidence/known', file, '', { id: same.id })]);
  appendRows(workspace, 'evidence.csv', [row], new Map([[path, bytes]]));
  if (before.length > 0) io.err(`${say(lang, 'evidence.again', { id: before[0]!.id })}\n`);
  if (issued === undefined) io.err(`${say(lang, 'evidence.undated')}\n`);
  io.out(`${say(lang, 'evidence.added', { path: shownPath(path), media: mediaOf(bytes, file, lang), supports: supports.join(', ') })}\n`);
  return EXIT.done;
}

function resolved(names: readonly string[], records: readonly Rec[]): string[] {
  const references = new References(records);
  return names.flatMap((name) => {
    const found = references.resolve(name);
    return 'records' in found ? found.records.map((rec) => digestOf(rec, sha256)) : [];
  });
}

/** `products/cam`, or an id that one table alone has. Several are separated by commas. */
function referencesOf(about: string, records: readonly Rec[]): string[] {
  const references = new References(records);
  return about.split(',').map((text) => text.trim()).filter(Boolean).map((text) => {
    if (text.includes('/') && 'records' in references.resolve(text)) return text;
    const tables = [...new Set(records.flatMap((rec) => (rec.id === text && rec.kind !== 'evidence' && rec.kind !== 'judgement' ? [tableOf(rec.kind).name] : [])))];
    if (tables.length === 1) return `${tables[0]}/${text}`;
    throw new NonredError([issue(tables.length === 0 ? 'input/no-such-id' : 'evidence/which', '--about', '', { given: text, options: tables.map((table) => `${table}/${text}`).join(', ') })]);
  });
}

function safeEnding(file: string): string {
  const ending = extname(basename(file)).toLowerCase();
  return /^\.[a-z0-9]{1,8}$/.test(ending) ? ending : '';
}

/** The program's words and those of every rulebook, the workspace's own too: an exemption asks for a paper of its own name. */
function kindsKnown(workspace: string): string[] {
  const own = [...loadRulebooks(rulebookFolders(workspace)).values()].flatMap(({ words }) => words?.kinds ?? []);
  return [...new Set([...EVIDENCE_KINDS, ...own])].sort();
}

/** As much of a file as is looked at: a mail's head can be long. */
const HEAD = 64 << 10;
const MAIL = /^(?:From|To|Received|Return-Path|Delivered-To|Subject|Date|Message-ID|MIME-Version):/im;

/** By what is in it, not by what it is called. */
function mediaOf(bytes: Uint8Array, file: string, lang: Lang): string {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1').replace(/^\xef\xbb\xbf/, '');
  if (head.startsWith('%PDF-')) return 'PDF';
  if (head.startsWith('\x89PNG') || head.startsWith('\xff\xd8\xff') || /^(?:GIF8|RIFF....WEBP|II\*\0|MM\0\*|....ftyp(?:heic|heix|mif1|avif))/s.test(head)) return say(lang, 'media.image');
  // A token (a JWT, or with disclosures an SD-JWT), or a document in JSON.
  if (/^eyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?(?:~|\s*$|$)/.test(head) || /^\s*\{.*"(?:@context|verifiableCredential|credentialSubject)"\s*:/s.test(head)) return say(lang, 'media.credential');
  if (/^[!-9;-~]+:[ \t]/.test(head) && MAIL.test(head.split(/\r?\n\r?\n/, 1)[0]!)) return say(lang, 'media.mail');
  const ending = /^\.[a-z0-9]{1,8}$/.exec(safeEnding(file))?.[0].slice(1);
  return ending?.toUpperCase() ?? say(lang, 'media.file');
}
