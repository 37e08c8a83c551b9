/** Which standard document is it? By what is in it: the name of a file says nothing. One line a format. */
import { type Issue, issue, type Read } from '../../base/issue.ts';
import { parseJson } from '../../base/json.ts';
import { isBods, readBods } from '../bods/read.ts';
import { isCatenaX, readCatenaX } from '../catena-x/read.ts';
import { isCycloneDxJson, isCycloneDxXml, readCycloneDxJson, readCycloneDxXml } from '../cyclonedx/read.ts';
import { isEpcis, readEpcis } from '../epcis/read.ts';
import { type FileInput, wholeOf } from '../file.ts';
import { isFtm, linesOfFtm, readFtm } from '../ftm/read.ts';
import { isGleifJson, isGleifXml, readGleifJson, readGleifXml } from '../gleif/read.ts';
import { isIpc1752, readIpc1752 } from '../ipc-1752/read.ts';
import { isOwnJson, isOwnPage, isOwnResult } from '../own.ts';
import { parseXml, type XmlElement } from '../xml.ts';
import type { Document } from './builder.ts';

interface Format<T> { readonly name: string; is(value: T): boolean; read(value: T, source: string): Read<Document | undefined> }
const JSON_FORMATS: readonly Format<object>[] = [
  { name: 'CycloneDX', is: isCycloneDxJson, read: readCycloneDxJson },
  { name: 'Catena-X', is: isCatenaX, read: readCatenaX },
  { name: 'EPCIS 2.0', is: isEpcis, read: readEpcis },
  { name: 'BODS', is: isBods, read: readBods },
  { name: 'GLEIF', is: isGleifJson, read: readGleifJson },
  { name: 'FollowTheMoney', is: isFtm, read: readFtm },
];
const XML_FORMATS: readonly Format<XmlElement>[] = [
  { name: 'CycloneDX', is: isCycloneDxXml, read: readCycloneDxXml },
  { name: 'GLEIF', is: isGleifXml, read: readGleifXml },
  { name: 'IPC-1752', is: isIpc1752, read: readIpc1752 },
];
/** What is read, for a message. */
export const FORMATS: readonly string[] = [...new Set([...JSON_FORMATS, ...XML_FORMATS].map(({ name }) => name)), 'CMRT', 'EMRT'];

/** Names, in the first bytes of a file, of the formats that we know. A file that has one and cannot be read is a fault, not some other file. */
const MARKS = /"bomFormat"|cyclonedx\.org\/|catenax\.io|io\.catenax\.|"EPCIS|webstds\.ipc\.org/;
const DOCUMENT_BYTES = 64 << 20;
const HEAD = 64 << 10;

/** `not`: neither JSON nor XML, or none that we know; `own`: it is a file that nonred wrote. */
export type Recognised = { readonly not: 'text' | 'known' | 'own' } | { readonly read: Read<Document | undefined> };

/** `asked`: the file was named by its user, so whatever it is must be read or refused. */
export function recognise(name: string, file: FileInput, asked: boolean): Recognised {
  const { head, wide } = headOf(file);
  // XML and JSON of a Windows program: what is in it is seen, and it is not read.
  if (wide && MARKS.test(head)) return faulty(issue('input/encoding', name, '', { given: 'UTF-16' }));
  if (wide) return { not: 'known' };
  const first = /^(?:\ufeff)?\s*(.)/su.exec(head)?.[1];
  if (first !== '{' && first !== '[' && first !== '<') return { not: 'text' };
  if (isOwnPage(head) || (!asked && isOwnResult(head))) return { not: 'own' };
  const ours = asked || MARKS.test(head);
  const bytes = wholeOf(file, DOCUMENT_BYTES);
  if (!bytes) return ours ? faulty(issue('input/too-large', name, '', { what: 'bytes', count: file.size, limit: DOCUMENT_BYTES })) : { not: 'known' };
  if (first === '<') {
    const { value, issues } = parseXml(bytes, name);
    if (!value) return ours ? faulty(...issues) : { not: 'known' };
    const format = XML_FORMATS.find(({ is }) => is(value));
    return format ? { read: format.read(value, name) } : { not: 'known' };
  }
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf; // RFC 8259 lets a reader pass over it
  const whole = mark ? bytes.subarray(3) : bytes;
  const lines = linesOfFtm(whole, name);
  if (lines) return { read: lines.issues.length > 0 ? { value: undefined, issues: lines.issues } : readFtm(lines.value, name) };
  const { value, issues } = parseJson(whole, { source: name });
  if (issues.length > 0) return ours ? faulty(...issues) : { not: 'known' };
  if (typeof value !== 'object' || value === null) return { not: 'known' };
  const format = JSON_FORMATS.find(({ is }) => is(value));
  return format ? { read: format.read(value, name) } : { not: isOwnJson(value) ? 'own' : 'known' };
}

const faulty = (...issues: Issue[]): Recognised => ({ read: { value: undefined, issues } });

/** `wide`: it is XML or JSON in UTF-16, of either order, with a byte order mark or without. */
function headOf(file: FileInput): { readonly head: string; readonly wide: boolean } {
  const parts: string[] = [];
  let size = 0;
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for (const part of file.chunks()) {
    decoder ??= new TextDecoder(wideEncoding(part) ?? 'utf-8', { ignoreBOM: true });
    parts.push(decoder.decode(part, { stream: true }));
    size += part.length;
    if (size >= HEAD) break;
  }
  return { head: parts.join(''), wide: decoder !== undefined && decoder.encoding !== 'utf-8' };
}

function wideEncoding([a, b, c, d]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const opens = (byte: number | undefined): boolean => byte === 0x3c || byte === 0x7b || byte === 0x5b; // < { [
  if ((a === 0xff && b === 0xfe && opens(c) && d === 0) || (opens(a) && b === 0)) return 'utf-16le';
  return (a === 0xfe && b === 0xff && c === 0 && opens(d)) || (a === 0 && opens(b)) ? 'utf-16be' : undefined;
}
