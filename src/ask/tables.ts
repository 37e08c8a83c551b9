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
import type { Network } from '../model/network.ts';
import type { Completeness, Digest, Id, Rec } from '../model/record.ts';
import { plain } from '../text/plain.ts';
import type { Answer, Returned } from './returned.ts';

/** File name to text. */
export type Files = ReadonlyMap<string, string>;
type Cells = Readonly<Record<string, string | undefined>>;

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
    for (const answer of returned.answers) things.set(`${answer.table}/${answer.id}`, [...(things.get(`${answer.table}/${answer.id}`) ?? []), answer]);
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

  /** References to things that the workspace does not have: a sheet of another workspace, or a changed reference. */
  unknown(): Answer[] {
    const { products, recipes, parties, facilities } = this.#net;
    const has = { products: (id: Id): boolean => products.get(id) !== undefined || id.startsWith('?') || this.#records.some((rec) => rec.kind === 'line' && rec.options.some((option) => option.product === id)), recipes: (id: Id) => recipes.get(id) !== undefined, parties: (id: Id) => parties.get(id) !== undefined, facilities: (id: Id) => facilities.get(id) !== undefined };
    return this.#returned.answers.filter(({ table, id }) => !has[table](id) && id !== this.#returned.product);
  }

  /** All files, the statements and the paper pinned to what is read back. */
  files(read: (files: Files) => readonly Rec[], folder: string, sha256: Sha256, paper: { readonly file: string; readonly digest: Digest }): Files {
    const facts = this.#csv(this.#rows);
    const first = read(facts);
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
    const makerId = typeof maker === 'string' ? this.#party(maker, said.get('makerCountry') as string | undefined) : undefined;
    if (makerId !== undefined || typeof name === 'string' || roles !== undefined || id !== given) this.#row('products', { id, name: name as string | undefined, maker: makerId, roles: roles && (roles.length > 0 ? roles.join(' | ') : 'none') });
    const recorded = this.#net.recipesOf.get(id) ?? [];
    const [only, parts] = [said.get('only'), said.get('parts')];
    const [country, steps] = [said.get('country') as string | undefined, said.get('steps') as readonly string[] | undefined];
    if (country !== undefined || steps !== undefined || (recorded.length === 0 && (only !== undefined || parts !== undefined))) {
      const recipe = recorded.length === 1 ? recorded[0]![0]!.id : `answer:${id}`;
      this.#row('recipes', { id: recipe, output: id, country, steps: steps?.join(' | '), sole: recorded.length === 0 && only === true ? 'yes' : undefined });
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
    if (country !== undefined || steps !== undefined || use !== undefined) this.#row('recipes', { id, output: this.#net.recipes.get(id)?.[0]?.output, country, steps: steps?.join(' | '), use });
    if (typeof parts === 'boolean') this.#lists.push({ list: 'components', of: id, complete: parts });
  }

  #partyAnswers(id: Id, said: ReadonlyMap<string, Answer['value']>): void {
    const fields = ['domicile', 'principalPlace', 'citizenship'].map((field) => [field, said.get(field) as string | undefined] as const).filter(([, value]) => value !== undefined);
    const [name, kind, owners] = [said.get('name') as string | undefined, said.get('partyKind') as string | undefined, said.get('owners')];
    if (fields.length > 0 || name !== undefined || kind !== undefined) this.#row('parties', { id, name, kind: kind?.replace('-', ' '), ...Object.fromEntries(fields) });
    if (typeof owners === 'boolean') this.#lists.push({ list: 'owners', of: id, complete: owners });
  }

  #facility(id: Id, said: ReadonlyMap<string, Answer['value']>): void {
    const operator = said.get('operator');
    if (typeof operator === 'string') this.#row('facilities', { id, operator: this.#party(operator, said.get('operatorCountry') as string | undefined) });
  }

  /** Owners as the sheet had them count only where the sender said something of the list; what is new always does. */
  #owners(): void {
    const spoken = new Set(this.#returned.answers.filter(({ table, what }) => table === 'parties' && what === 'owners').map(({ id }) => id));
    for (const { asset, owner, name, kind, country, share } of this.#returned.owners) {
      if (owner !== undefined && !spoken.has(asset)) continue;
      const id = owner ?? this.#partyId(name);
      if (kind !== undefined || country !== undefined || this.#net.parties.get(id) === undefined) this.#row('parties', { id, ...(owner === undefined && { name }), kind: kind?.replace('-', ' '), domicile: country });
      const percent = (ppm: number): string => `${ppm} ppm`;
      this.#row('ownerships', { id: `${id}>${asset}/answer`, owner: id, asset, measure: 'equity', lo: share && percent(share.lo), hi: share && percent(share.hi) });
    }
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

function membersOf(records: readonly Rec[], list: Completeness['list'], of: Id, sha256: Sha256): Digest[] {
  const own = records.filter((rec) =>
    list === 'components' ? rec.kind === 'line' && rec.recipe === of
      : list === 'recipes' ? rec.kind === 'recipe' && rec.output === of
        : list === 'supplies' ? rec.kind === 'supply' && rec.product === of
          : list === 'owners' && rec.kind === 'ownership' && rec.asset === of);
  return [...new Set(own.map((rec) => digestOf(rec, sha256)))].sort();
}
