/** The events of a valid EPCIS 2.0 document, as far as they are read. */
import { isEventType } from './schema.ts';

export interface Quantity { readonly epcClass: string; readonly quantity?: number; readonly uom?: string }
export interface EpcisEvent {
  /** JSON Pointer. */
  readonly at: string;
  readonly type: string;
  /** RFC 3339. */
  readonly time: string;
  readonly id: string | undefined;
  readonly action: string | undefined;
  readonly bizStep: string | undefined;
  /** Where it happened. (`bizLocation` is where the things were afterwards.) */
  readonly readPoint: string | undefined;
  readonly bizLocation: string | undefined;
  /** Declared wrong by whoever recorded it. */
  readonly wrong: boolean;
  readonly parent: string | undefined;
  /** Instances and classes, in the order of the document: of the event, of the parent, what goes in, what comes out. */
  readonly things: readonly Quantity[];
  readonly children: readonly Quantity[];
  readonly inputs: readonly Quantity[];
  readonly outputs: readonly Quantity[];
  readonly transformation: string | undefined;
  /** Party whose property they were before, and after. */
  readonly sellers: readonly string[];
  readonly buyers: readonly string[];
}
/** Attributes of master data, by the id of what they are about, then by name. */
export type MasterData = ReadonlyMap<string, ReadonlyMap<string, string>>;

type Json = { readonly [name: string]: unknown };
interface Source { readonly type: string; readonly source?: string; readonly destination?: string }

/** Expects a document without a fault; a bare event is a document of one. */
export function eventsOf(document: Json): { readonly events: readonly EpcisEvent[]; readonly masterData: MasterData; /** When the document was made, where it says so. */ readonly madeAt: string | undefined } {
  const body = document.epcisBody as Json | undefined;
  const madeAt = document.creationDate as string | undefined;
  if (body === undefined) return { events: [event(document, '')], masterData: new Map(), madeAt };
  const results = (body.queryResults as Json | undefined)?.resultsBody as Json | undefined;
  const list = (results ?? body).eventList as readonly Json[];
  const at = results ? '/epcisBody/queryResults/resultsBody/eventList' : '/epcisBody/eventList';
  const header = (document.epcisHeader as Json | undefined)?.epcisMasterData as Json | undefined;
  // An event of another vocabulary may have members of our names that mean something else.
  return { events: list.flatMap((one, i) => (isEventType(one.type) ? event(one, `${at}/${i}`) : [])), masterData: masterDataOf([...vocabularies(header), ...vocabularies(results)]), madeAt };
}

const vocabularies = (from: Json | undefined): readonly Json[] => (from?.vocabularyList as readonly Json[] | undefined) ?? [];

function event(one: Json, at: string): EpcisEvent {
  const text = (name: string): string | undefined => one[name] as string | undefined;
  const place = (name: string): string | undefined => (one[name] as { id: string } | undefined)?.id;
  const things = (epcs: string, quantities: string): Quantity[] => [
    ...((one[epcs] as readonly string[] | undefined) ?? []).map((epcClass) => ({ epcClass })), ...((one[quantities] as readonly Quantity[] | undefined) ?? []),
  ];
  const owners = (list: string, side: 'source' | 'destination'): string[] =>
    ((one[list] as readonly Source[] | undefined) ?? []).flatMap((party) => (party.type === 'owning_party' && party[side] !== undefined ? [party[side]] : []));
  return {
    at, type: text('type')!, time: text('eventTime')!, id: text('eventID'), action: text('action'), bizStep: text('bizStep'), readPoint: place('readPoint'), bizLocation: place('bizLocation'),
    wrong: one.errorDeclaration !== undefined, parent: text('parentID'), things: things('epcList', 'quantityList'), children: things('childEPCs', 'childQuantityList'),
    inputs: things('inputEPCList', 'inputQuantityList'), outputs: things('outputEPCList', 'outputQuantityList'), transformation: text('transformationID'),
    sellers: owners('sourceList', 'source'), buyers: owners('destinationList', 'destination'),
  };
}

function masterDataOf(lists: readonly Json[]): MasterData {
  const found = new Map<string, Map<string, string>>();
  for (const { vocabularyElementList } of lists)
    for (const { id, attributes } of (vocabularyElementList as readonly { id: string; attributes?: readonly { id: string; attribute?: unknown }[] }[] | undefined) ?? []) {
      const known = found.get(id) ?? new Map<string, string>();
      for (const { id: name, attribute } of attributes ?? []) if (typeof attribute === 'string') known.set(name.replace(/^.*[#:/]/, ''), attribute);
      found.set(id, known);
    }
  return found;
}
