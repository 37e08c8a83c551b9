/**
 * Records from a standard document: one place for what all of them share. Ids of parts are made of the product's id and the
 * document's own reference, so two documents of a workspace never mean each other's parts by chance. Parties are named by
 * their spelling, as in a plain bill: one spelling, one party.
 */
import type { ErrorCode, Issue } from '../../base/issue.ts';
import { issue } from '../../base/issue.ts';
import type { Sha256 } from '../../base/canonical.ts';
import { digestOf } from '../../model/digest.ts';
import type { Completeness, Digest, Id, ListName, Rec } from '../../model/record.ts';
import { idPart } from '../bom/bill.ts';
import { closed, type Draft, type Open } from '../workspace/draft.ts';

export interface Ids {
  /** The file, as faults name it. */
  readonly source: string;
  /** What the document is about. */
  readonly product: Id;
  /** The product's bill. */
  readonly recipe: Id;
}
/** A document that was read without a fault: it makes its records when the workspace knows what product it is of. */
export interface Document {
  /** As people call it: `CycloneDX 1.6`. */
  readonly format: string;
  /** It tells of parties and not of a product. */
  readonly aside?: true;
  build(to: Builder): void;
}

type Fields<R> = R extends Rec ? Omit<Open<R>, 'level' | 'salt' | 'origin' | 'recordedAt' | 'supersedes' | 'validFrom' | 'validTo' | 'notes'> & Partial<Pick<R, 'level' | 'notes'>> & { validFrom?: string | undefined; validTo?: string | undefined } : never;
/** A record without what every record has: absent fields may be left out, or be `undefined`. */
export type Made = { [K in Rec['kind']]: Partial<Fields<Extract<Rec, { kind: K }>>> & { kind: K; id: Id } }[Rec['kind']];

export class Builder {
  readonly ids: Ids;
  readonly #draft: Draft;
  readonly #sha256: Sha256;
  readonly #made = new Set<string>();

  constructor(ids: Ids, draft: Draft, sha256: Sha256) {
    this.ids = ids;
    this.#draft = draft;
    this.#sha256 = sha256;
  }

  /** Keeps a record that was read at a place of the document: a JSON Pointer, or `/line/12`. */
  keep<R extends Rec>(place: string, fields: Made & { kind: R['kind'] }): R {
    const made = closed<R>({ level: 'confirmed', ...fields, salt: this.#draft.salt?.(fields.id), origin: place === '' ? this.ids.source : `${this.ids.source}, ${place}` } as unknown as Open<R>);
    this.#draft.records.push(made);
    return made;
  }

  /** Is it the first time that this is said? */
  once(what: string): boolean {
    if (this.#made.has(what)) return false;
    this.#made.add(what);
    return true;
  }

  part(ref: string): Id {
    return `${this.ids.product}#${idPart(ref)}`;
  }

  /** A place that the document only names: `Plant 1` of another document may be another. */
  site(name: string): Id {
    return `facility:${this.ids.product}#${idPart(name)}`;
  }

  /** One spelling, one party: kept when it is first met. */
  party(place: string, name: string, role: 'maker' | 'supplier'): Id {
    const id = `${role}:${idPart(name)}`;
    if (this.once(id)) this.keep(place, { kind: 'party', id, names: [name.trim()] });
    return id;
  }

  /** What the document says of a list, pinned to the members that it speaks of and no others. */
  list(place: string, list: ListName, of: Id, status: Completeness['status'], members: readonly Rec[]): void {
    const again = this.once(`${list}:${of}:${status}`) ? '' : `@${place}`;
    this.keep(place, { kind: 'completeness', id: `${list}:${of}/${this.ids.source}${again}`, list, of, status, members: this.#digests(members) });
  }

  #digests(members: readonly Rec[]): Digest[] {
    return [...new Set(members.map((rec) => digestOf(rec, this.#sha256)))].sort();
  }

  fault(code: ErrorCode, place: string, params: Issue['params'] = {}): undefined {
    this.#draft.issues.push(issue(code, this.ids.source, place, params));
    return undefined;
  }

  warn(code: ErrorCode, place: string, params: Issue['params'] = {}): undefined {
    this.#draft.warnings.push(issue(code, this.ids.source, place, params));
    return undefined;
  }
}
