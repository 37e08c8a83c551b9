/**
 * GS1's example documents of EPCIS 2.0. Each must be read, and its events must still be there in the records: how many, of
 * which instances and classes, with which business step. GS1 has no documents that must be refused, so they are made: each
 * member without which a document is none is taken out, and retyped, once.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FileInput, fileOf } from '../../src/formats/file.ts';
import { readWorkspace } from '../../src/formats/workspace/workspace.ts';
import { host } from '../support/files.ts';
import type { SuiteResult } from './suites.ts';

type Json = Record<string, unknown>;
const fileText = (document: unknown): FileInput => fileOf(new TextEncoder().encode(JSON.stringify(document)));
const read = (file: FileInput) => readWorkspace(new Map([['x.jsonld', file]]), host);

export function epcis(folder: string): SuiteResult {
  const names = (readdirSync(folder, { recursive: true }) as string[]).map((name) => name.replaceAll('\\', '/')).filter((name) => name.endsWith('.jsonld')).sort();
  const failures: string[] = [];
  let refusals = 0;
  for (const name of names) {
    const bytes = readFileSync(join(folder, name));
    const fault = judge(bytes);
    if (fault) failures.push(`${name}: ${fault}`);
    for (const [what, document] of harmed(JSON.parse(bytes.toString()) as Json)) {
      refusals++;
      if (read(fileText(document)).issues.length === 0) failures.push(`${name}: read with ${what}`);
    }
  }
  return { run: names.length + refusals, failures, words: `(${names.length} documents, ${refusals} made invalid)` };
}

const bodyOf = (document: Json): { eventList: Json[] } => {
  const body = document.epcisBody as Json & { queryResults?: { resultsBody: { eventList: Json[] } } };
  return body.queryResults?.resultsBody ?? (body as unknown as { eventList: Json[] });
};
const LISTS = ['epcList', 'childEPCs', 'inputEPCList', 'outputEPCList', 'quantityList', 'childQuantityList', 'inputQuantityList', 'outputQuantityList'];

function judge(bytes: Uint8Array): string | undefined {
  const { value, issues } = read(fileOf(bytes));
  if (issues.length > 0) return `refused: ${issues.map(({ code, at, params }) => `${code} ${at.pointer} ${JSON.stringify(params)}`).join(', ')}`;
  // By things: what happened to them, counted in the document itself.
  const happened = new Map<string, string[]>();
  for (const event of bodyOf(JSON.parse(new TextDecoder().decode(bytes)) as Json).eventList) {
    const epcs = [event.parentID as string | undefined, ...LISTS.flatMap((list) => ((event[list] ?? []) as (string | { epcClass: string })[]).map((one) => (typeof one === 'string' ? one : one.epcClass)))];
    for (const epc of epcs.filter((one) => one !== undefined)) happened.set(epc, [...(happened.get(epc) ?? []), `${String(event.type)} ${String(event.bizStep ?? '')}`]);
  }
  for (const [epc, events] of happened) {
    const product = value.records.find((rec) => rec.kind === 'product' && rec.id === `x#${epc}`);
    if (!product) return `${epc} is lost`;
    const notes = Object.values(product.notes ?? {});
    if (notes.length !== events.length) return `${epc} has ${notes.length} events of ${events.length}`;
    for (const [i, text] of events.entries()) if (!text.split(' ').every((word) => notes[i]!.includes(word))) return `${epc} lost ${text}`;
  }
  const products = value.records.filter(({ kind }) => kind === 'product').length;
  return products === happened.size + 1 ? undefined : `${products - 1} things of ${happened.size}`;
}

/** Copies of a document, each with one required member gone or of another type. */
function* harmed(document: Json): Generator<[string, Json]> {
  const copy = (change: (one: Json) => void): Json => {
    const one = structuredClone(document);
    change(one);
    return one;
  };
  for (const member of ['type', '@context', 'epcisBody', ...(document.type === 'EPCISDocument' ? ['schemaVersion', 'creationDate'] : [])]) {
    yield [`no ${member}`, copy((one) => void delete one[member])];
    yield [`${member} as a number`, copy((one) => void (one[member] = 7))];
  }
  for (const [i, event] of bodyOf(document).eventList.entries()) {
    for (const member of ['type', 'eventTime', 'eventTimeZoneOffset', ...(event.action === undefined ? [] : ['action'])]) {
      yield [`no ${member} of event ${i}`, copy((one) => void delete bodyOf(one).eventList[i]![member])];
      yield [`${member} of event ${i} as a number`, copy((one) => void (bodyOf(one).eventList[i]![member] = 7))];
    }
    for (const list of LISTS.filter((name) => event[name] !== undefined)) yield [`${list} of event ${i} as a text`, copy((one) => void (bodyOf(one).eventList[i]![list] = 'x'))];
    if (event.bizStep !== undefined) yield [`a business step of event ${i} that there is not`, copy((one) => void (bodyOf(one).eventList[i]!.bizStep = 'conjuring'))];
  }
}
