/**
 * A returned sheet as tables of the workspace: one folder an import, so that it can be read, compared and taken out as a
 * whole. Every statement is its sender's declaration, supported by the sheet itself and by nothing else; what was on record
 * stays beside it. A list that is stated to be complete is pinned to the digests of its members as they are now.
 */
import { csvRow } from '../formats/table/escape.ts';
import { closed } from '../formats/workspace/draft.ts';
import type { TableName } from '../formats/workspace/tables.ts';
import { digestOf } from '../model/digest.ts';
import type { Sha256 } from '../base/canonical.ts';
import type { ErrorCode } from '../base/issue.ts';
import { push } from '../base/multimap.ts';
import { readShare } from '../base/percent.ts';
import { type Network, recordsInForce } from '../model/network.ts';
import type { Completeness, Digest, Id, RangePpm, Rec } from '../model/record.ts';
import { plain } from '../text/plain.ts';
import { OnRecord, refOf, type Table, type What } from './questions.ts';
import type { Answer, Returned } from './returned.ts';
import type { Senders } from './senders.ts';

/** File name to text. */
export type Files = ReadonlyMap<string, string>;
type Cells = Readonly<Record<string, string | undefined>>;
/** Why a sheet is refused, with its cell. */
export interface AnswerFault { readonly code: ErrorCode; readonly cell: string; readonly [param: string]: string }

/** Makes the files of an import; `read`: all records of the workspace with these files in it. */
export class AnswerTables {
  readonly #returned: Returned;
  readonly #net: Network;
  readonly #records: readonly Rec[];
  readonly #rows = new Map<TableName, Cells[]>();
  readonly #lists: { readonly list: Completeness['list']; readonly of: Id; readonly complete: boolean }[] = [];
  readonly #ids = new Map<Id, Id>();

  constructor(returned: Returned, net: Network, records: readonly Rec[]) {
    this.#returned = returned;
    this.#net = net;
    this.#records = records;
    const things = new Map<string, Answer[]>();
    for (const answer of returned.answers) push(things, `${answer.table}/${answer.id}`, answer);
    for (const answers of things.values()) {
      const { table, id } = answers[0]!;
      const said = new Map(answers.map(({ what, value }) => [what, value]));
      if (table === 'products') this.#product(id, said);
      else if (table === 'recipes') this.#recipe(id, said);
      else if (table === 'parties') this.#partyAnswers(id, said);
      else this.#facility(id, said);
    }
    this.#owners();
  }

  /** Answers that nobody should take: of things that the sender was not asked about, about lists that have changed since, or of nothing. */
  faults(senders: Senders): AnswerFault[] {
    const { answers, owners, from } = this.#returned;
    const record = new OnRecord(this.#net, this.#records);
    const faults: AnswerFault[] = [];
    for (const { table, id, what, value, cell, shown } of answers) {
      const given = refOf({ table, id, what });
      if (!this.#has(table, id, record)) faults.push({ code: 'answers/unknown-ref', cell, given });
      else if (!senders.speaksFor(from, table, id)) faults.push({ code: 'answers/not-asked', cell, given, from });
      else if (this.#saysNothing(table, id, what, value)) faults.push({ code: 'answers/of-nothing', cell, given });
      else if (value === true) {
        const changed = what === 'owners' ? this.#otherOwners(id, record) : record.changed(table, id, what, shown);
        if (changed) faults.push({ code: 'answers/list-changed', cell, given, more: changed.more.join(', ') || '-', gone: changed.gone || '-' });
      }
    }
    for (const { asset, owner, cell } of owners) {
      const given = `owners/${asset}${owner === undefined ? '' : `>${owner}`}`;
      const stakes = record.isParty(asset) ? record.ownersOf(asset) : [];
      if (!record.isParty(asset) || (owner !== undefined && !stakes.some((one) => one.owner === owner))) faults.push({ code: 'answers/unknown-ref', cell, given });
      else if (!senders.speaksFor(from, 'parties', asset)) faults.push({ code: 'answers/not-asked', cell, given, from });
    }
    return faults;
  }

  /** Of a sheet of another workspace, or of a changed reference, there is nothing here. */
  #has(table: Table, id: Id, record: OnRecord): boolean {
    const line = /^\?(.*)#[^#]*$/s.exec(id)?.[1];
    if (line !== undefined) return table === 'products' && this.#net.recipes.get(line) !== undefined;
    return this.#net[table].get(id) !== undefined
      || (table === 'parties' && record.isParty(id))
      || (table === 'products' && (id === this.#returned.product || this.#records.some((rec) => rec.kind === 'line' && rec.options.some((option) => option.product === id))));
  }

  #answered(table: Table, id: Id, ...whats: readonly What[]): boolean {
    return this.#returned.answers.some((one) => one.table === table && one.id === id && whats.includes(one.what));
  }

  /** The country of a company that nobody names, a list of sellers or owners without one, the parts of one way of several. */
  #saysNothing(table: Table, id: Id, what: What, value: Answer['value']): boolean {
    const { recipesOf, suppliesOf, ownersOf, classes } = this.#net;
    switch (what) {
      case 'makerCountry': return !this.#answered(table, id, 'maker') && this.#makersOf(id).length !== 1;
      case 'operatorCountry': return !this.#answered(table, id, 'operator') && this.#operatorsOf(id).length !== 1;
      case 'sellers': return value === true && suppliesOf.get(id) === undefined && !this.#answered(table, id, 'seller');
      case 'owners': return value === true && ownersOf.get(classes.of(id)) === undefined && !this.#returned.owners.some(({ asset }) => asset === id);
      case 'parts': return table === 'products' && (recipesOf.get(id) ?? []).length > 1 && !this.#answered(table, id, 'country', 'steps');
      default: return false;
    }
  }

  /** Whom the sheet did not name among the owners, though they are on record. */
  #otherOwners(asset: Id, record: OnRecord): { readonly more: readonly string[]; readonly gone: string } | undefined {
    const { classes } = this.#net;
    const named = new Set(this.#returned.owners.filter((one) => classes.of(one.asset) === classes.of(asset)).map(({ owner, name }) => classes.of(owner ?? this.#partyId(name))));
    const more = [...new Set(record.ownersOf(asset).filter(({ owner }) => !named.has(classes.of(owner))).map(({ name }) => name))];
    return more.length > 0 ? { more, gone: '' } : undefined;
  }

  #makersOf(product: Id): Id[] {
    return [...new Set((this.#net.products.get(product) ?? []).flatMap((rec) => rec.maker ?? []))];
  }

  #operatorsOf(facility: Id): Id[] {
    return [...new Set((this.#net.facilities.get(facility) ?? []).flatMap((rec) => rec.operator ?? []))];
  }

  /** All files, the statements and the paper pinned to what is read back. */
  files(read: (files: Files) => readonly Rec[], folder: string, sha256: Sha256, paper: { readonly file: string; readonly digest: Digest }): Files {
    const facts = this.#csv(this.#rows);
    // What the sheet showed: what has ended, or has not begun, is no member that anybody spoke of, and a pin that is not in force never holds.
    const first = [...recordsInForce(read(facts), this.#net.asOf, this.#net.knownAt, sha256).values()];
    const statements = new Map<TableName, Cells[]>([['completeness', this.#lists.map(({ list, of, complete }) => ({ list, of, status: complete ? 'complete' : 'incomplete', members: complete ? membersOf(first, list, of, sha256).join(' | ') || 'none' : '' }))]]);
    const stated = new Map([...facts, ...(this.#lists.length > 0 ? this.#csv(statements) : [])]);
    const own = read(stated).filter((rec) => rec.origin?.startsWith(`${folder}/`));
    const supports = own.map((rec) => digestOf(rec, sha256)).sort();
    const { by, company, on } = this.#returned;
    const evidence: Cells = { id: `answer ${on} ${paper.digest.slice(0, 12)}`, kind: 'declaration', issuer: `${by}, ${company}`, issued: on, file: paper.file, sha256: paper.digest, supports: supports.join(' | ') };
    return new Map([...stated, ...this.#csv(new Map([['evidence', [evidence]]]))]);
  }

  #csv(tables: ReadonlyMap<TableName, readonly Cells[]>): Map<string, string> {
    return new Map([...tables].filter(([, rows]) => rows.length > 0).map(([name, rows]) => {
      const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
      return [`${name}.csv`, [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))].map(csvRow).join('')];
    }));
  }

  #row(table: TableName, cells: Cells): void {
    const row = closed<Cells>(cells);
    const rows = this.#rows.get(table) ?? [];
    if (!rows.some((other) => JSON.stringify(other) === JSON.stringify(row))) this.#rows.set(table, [...rows, row]);
  }

  /** A line that did not say what it is gets a product of its own, and says it. */
  #productId(id: Id): Id {
    const [, recipe, line] = /^\?(.*)#([^#]*)\/[0-9]+$/s.exec(id) ?? [];
    if (recipe === undefined) return id;
    const own = `part:${recipe}#${line}`;
    if (!this.#ids.has(id)) this.#row('lines', { recipe, line, product: own });
    this.#ids.set(id, own);
    return own;
  }

  #product(given: Id, said: ReadonlyMap<string, Answer['value']>): void {
    const id = this.#productId(given);
    const maker = said.get('maker');
    const [name, roles] = [said.get('name'), said.get('roles') as readonly string[] | undefined];
    const makerCountry = said.get('makerCountry') as string | undefined;
    const makerId = typeof maker === 'string' ? this.#party(maker, makerCountry) : undefined;
    if (makerId === undefined && makerCountry !== undefined) for (const recorded of this.#makersOf(id)) this.#row('parties', { id: recorded, domicile: makerCountry });
    if (makerId !== undefined || typeof name === 'string' || roles !== undefined || id !== given) this.#row('products', { id, name: name as string | undefined, maker: makerId, roles: roles && (roles.length > 0 ? roles.join(' | ') : 'none') });
    const recorded = this.#net.recipesOf.get(id) ?? [];
    const [only, parts] = [said.get('only'), said.get('parts')];
    const [country, steps] = [said.get('country') as string | undefined, said.get('steps') as readonly string[] | undefined];
    const runs = said.get('operator');
    if (country !== undefined || steps !== undefined || typeof runs === 'string' || (recorded.length === 0 && (only !== undefined || parts !== undefined))) {
      const recipe = recorded.length === 1 ? recorded[0]![0]!.id : `answer:${id}`;
      this.#row('recipes', { id: recipe, output: id, country, steps: steps?.join(' | '), facility: this.#plant(recipe, said), sole: recorded.length === 0 && only === true ? 'yes' : undefined });
      if (typeof parts === 'boolean') this.#lists.push({ list: 'components', of: recipe, complete: parts });
    } else if (typeof parts === 'boolean' && recorded.length === 1) this.#lists.push({ list: 'components', of: recorded[0]![0]!.id, complete: parts });
    if (typeof only === 'boolean') this.#lists.push({ list: 'recipes', of: id, complete: only });
    const seller = said.get('seller');
    if (typeof seller === 'string') {
      const supplier = this.#party(seller, undefined);
      this.#row('supplies', { id: `answer:${id}<${supplier}`, product: id, supplier });
    }
    const sellers = said.get('sellers');
    if (typeof sellers === 'boolean') this.#lists.push({ list: 'supplies', of: id, complete: sellers });
  }

  #recipe(id: Id, said: ReadonlyMap<string, Answer['value']>): void {
    const steps = said.get('steps') as readonly string[] | undefined;
    const [country, use, parts] = [said.get('country') as string | undefined, said.get('use') as string | undefined, said.get('parts')];
    const facility = this.#plant(id, said);
    if (country !== undefined || steps !== undefined || use !== undefined || facility !== undefined) this.#row('recipes', { id, output: this.#net.recipes.get(id)?.[0]?.output, country, steps: steps?.join(' | '), facility, use });
    if (typeof parts === 'boolean') this.#lists.push({ list: 'components', of: id, complete: parts });
  }

  /** The plant of a way of making that has none on record, once somebody says who runs it. */
  #plant(recipe: Id, said: ReadonlyMap<string, Answer['value']>): Id | undefined {
    const operator = said.get('operator');
    if (typeof operator !== 'string') return undefined;
    const known = new Set((this.#net.recipes.get(recipe) ?? []).flatMap((rec) => rec.facility ?? []));
    const plant = known.size === 1 ? [...known][0]! : `plant:${recipe}`;
    this.#row('facilities', { id: plant, operator: this.#party(operator, said.get('operatorCountry') as string | undefined) });
    return plant;
  }

  #partyAnswers(id: Id, said: ReadonlyMap<string, Answer['value']>): void {
    const fields = ['domicile', 'principalPlace', 'citizenship'].map((field) => [field, said.get(field) as string | undefined] as const).filter(([, value]) => value !== undefined);
    const [name, kind, owners] = [said.get('name') as string | undefined, said.get('partyKind') as string | undefined, said.get('owners')];
    if (fields.length > 0 || name !== undefined || kind !== undefined) this.#row('parties', { id, name, kind: kind?.replace('-', ' '), ...Object.fromEntries(fields) });
    if (typeof owners === 'boolean') this.#lists.push({ list: 'owners', of: id, complete: owners });
  }

  #facility(id: Id, said: ReadonlyMap<string, Answer['value']>): void {
    const operator = said.get('operator');
    const operatorCountry = said.get('operatorCountry') as string | undefined;
    if (typeof operator === 'string') this.#row('facilities', { id, operator: this.#party(operator, operatorCountry) });
    else if (operatorCountry !== undefined) for (const recorded of this.#operatorsOf(id)) this.#row('parties', { id: recorded, domicile: operatorCountry });
  }

  /** Owners as the sheet had them count only where the sender said something of the list; what is new or was changed always does. */
  #owners(): void {
    const record = new OnRecord(this.#net, this.#records);
    const spoken = new Set(this.#returned.answers.filter(({ table, what }) => table === 'parties' && what === 'owners').map(({ id }) => id));
    for (const { asset, owner, name, kind, country, share } of this.#returned.owners) {
      if (owner !== undefined && kind === undefined && country === undefined && share === undefined) continue; // nothing is told of it
      const shown = owner !== undefined && record.ownersOf(asset).some((one) => one.owner === owner && (one.kind || undefined) === kind && (one.country || undefined) === country && sameShare(one.share, share));
      if (shown && !spoken.has(asset)) continue;
      const id = owner ?? this.#partyId(name);
      if (kind !== undefined || country !== undefined || this.#net.parties.get(id) === undefined) this.#row('parties', { id, ...(owner === undefined && { name }), kind: kind?.replace('-', ' '), domicile: country });
      const percent = (ppm: number): string => `${ppm} ppm`;
      this.#row('ownerships', { id: this.#stakeId(id, asset), owner: id, asset, measure: 'equity', lo: share && percent(share.lo), hi: share && percent(share.hi) });
    }
  }

  /** The one stake on record, which is then confirmed or contradicted; two of them side by side would be added up. */
  #stakeId(owner: Id, asset: Id): Id {
    const { classes, ownersOf } = this.#net;
    const stakes = (ownersOf.get(classes.of(asset)) ?? []).flat().filter((rec) => classes.of(rec.owner) === classes.of(owner));
    const shares = stakes.filter(({ equityPpm }) => equityPpm !== undefined);
    const known = new Set((shares.length > 0 ? shares : stakes).map(({ id }) => id));
    return known.size === 1 ? [...known][0]! : `${owner}>${asset}/answer`;
  }

  #party(name: string, country: string | undefined): Id {
    const id = this.#partyId(name);
    const known = this.#net.parties.get(id) !== undefined;
    if (!known || country !== undefined) this.#row('parties', { id, ...(!known && { name }), domicile: country });
    return id;
  }

  /** The one party on record that is called exactly so; else a party of its own, to be joined by the rules for all parties. */
  #partyId(name: string): Id {
    const called = new Set(this.#records.flatMap((rec) => (rec.kind === 'party' && rec.names?.[0] === name ? [rec.id] : [])));
    return called.size === 1 ? [...called][0]! : `maker:${plain(name).replaceAll('|', '\\u{7c}')}`.slice(0, 200);
  }
}

function sameShare(shown: string, share: RangePpm | undefined): boolean {
  if (shown === '' || share === undefined) return shown === '' && share === undefined;
  const read = readShare(shown);
  return !('fault' in read) && read.lo === share.lo && read.hi === share.hi;
}

function membersOf(records: readonly Rec[], list: Completeness['list'], of: Id, sha256: Sha256): Digest[] {
  const own = records.filter((rec) =>
    list === 'components' ? rec.kind === 'line' && rec.recipe === of
      : list === 'recipes' ? rec.kind === 'recipe' && rec.output === of
        : list === 'supplies' ? rec.kind === 'supply' && rec.product === of
          : list === 'owners' && rec.kind === 'ownership' && rec.asset === of);
  return [...new Set(own.map((rec) => digestOf(rec, sha256)))].sort();
}
