/**
 * Made-up products whose makers stand behind shells, from a seed: red ones, where a listed party holds half or more of a maker in a
 * way that hides it, and clean ones that look the same. With full papers everything that can be known is recorded, and every name
 * that the matching proposes has been judged by who knows; `holed`, some of that is lost, and nothing is judged that was not seen.
 */
import { addDays } from '../../src/base/day.ts';
import type { Id, Listing, Ownership, Party, Rec } from '../../src/model/record.ts';
import { NameIndex } from '../../src/names/find.ts';
import type { Question } from '../../src/select/predicate.ts';
import { digestOf } from './digest.ts';
import { ask, complete, judge, line, listing, party, product, recipe, stake, supply } from './make.ts';
import { type Random, random } from './random.ts';

export const KINDS = ['shells', 'ring', 'split', 'renamed', 'simplified', 'between dates', 'sold'] as const;
export interface Shells { readonly seed: number; readonly kind: (typeof KINDS)[number]; readonly red: boolean; readonly records: readonly Rec[]; readonly question: Question; readonly lost: readonly string[] }

const LIST = 'us-sdn';
const ASOF = '2026-11-01';
const SYLLABLES = 'ver lan tor mik sol dra ken pol vas ril gan bor tes nim hal cor zev lum ost kar dim fen'.split(' ');
/** Traditional and simplified: made-up trade names, one character of each. */
const HAN = '龍龙 電电 華华 東东 機机 紅红 業业 訊讯 遠远 輝辉 鋼钢 銳锐 廣广 豐丰 飛飞 雲云 陽阳 偉伟 達达 聯联 寶宝 興兴 榮荣 勝胜 鵬鹏 凱凯 騰腾 駿骏'.split(' ').map((pair) => [...pair] as [string, string]);

/** `holed`: the same product with some of its papers lost. */
export function shells(seed: number, red: boolean, holed: boolean): Shells {
  const r = random(7 * seed + (red ? 1 : 2));
  const kind = KINDS[seed % KINDS.length]!;
  const world = new World(r);
  const makers = ['m0', 'm1', 'm2', 'm3'].slice(0, 2 + r.int(3));
  for (const maker of makers) world.firm(maker);
  const victim = r.pick(makers);
  for (const maker of makers) if (maker !== victim) world.ordinary(maker);
  world.plant(victim, kind, red);
  for (let i = 2 + r.int(5); i > 0; i--) world.entry(world.name(), { ids: [world.lei()] });
  return { seed, kind, red, ...world.records(makers, holed ? random(11 * seed + 5) : undefined), question: ask('unit', { asOf: ASOF, knownAt: ASOF }) };
}

class World {
  readonly r: Random;
  readonly parties = new Map<Id, Party>();
  readonly stakes: Ownership[] = [];
  readonly entries: Listing[] = [];
  /** Entries that were on the list, and are not any more. */
  readonly former: Listing[] = [];
  /** Who is on the list, in truth. */
  readonly same = new Set<string>();
  #next = 0;

  constructor(r: Random) {
    this.r = r;
  }

  name(): string {
    const word = (): string => Array.from({ length: 3 }, () => this.r.pick(SYLLABLES)).join('');
    const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);
    return `${capital(word())} ${capital(word())} ${this.r.pick(['Ltd', 'GmbH', 'Co Ltd', 'SA', 'Holdings'])}`;
  }
  /** Traditional and simplified. */
  hanName(): [string, string] {
    const chars = this.r.shuffle(HAN).slice(0, 4);
    const ending: [string, string] = ['科技股份有限公司', '科技股份有限公司'];
    return [0, 1].map((form) => chars.map((pair) => pair[form as 0 | 1]).join('') + ending[form]) as [string, string];
  }
  lei(): { scheme: string; value: string } {
    return { scheme: 'lei', value: `X${String(this.#next++).padStart(6, '0')}${this.r.int(1_000_000)}` };
  }
  firm(id: Id = `f${this.#next++}`, body: Partial<Party> = {}): Id {
    this.parties.set(id, party(id, { names: [this.name()], ids: [this.lei()], partyKind: 'company', domicile: this.r.pick(['TW', 'SG', 'CY', 'AE', 'NL']), ...body }));
    return id;
  }
  person(): Id {
    return this.firm(`h${this.#next++}`, { names: [this.name().replace(/ (Ltd|GmbH|Co Ltd|SA|Holdings)$/, '')], partyKind: 'person', domicile: 'TW' });
  }
  hold(owner: Id, asset: Id, ppm: number, body: Partial<Ownership> = {}): void {
    this.stakes.push(stake(owner, asset, ppm, ppm, { id: `${owner}>${asset}${body.validTo ?? ''}`, ...body } as never));
  }
  /** What is left of the asset is held by one or two persons. */
  rest(asset: Id, ppm: number): void {
    if (ppm <= 0) return;
    const first = ppm > 1 && this.r.chance(0.5) ? 1 + this.r.int(ppm - 1) : ppm;
    this.hold(this.person(), asset, first);
    if (first < ppm) this.hold(this.person(), asset, ppm - first);
  }
  ordinary(asset: Id): void {
    if (this.r.chance(0.5)) return this.rest(asset, 1_000_000);
    const holding = this.firm();
    this.rest(holding, 1_000_000);
    const ppm = 100_000 + this.r.int(800_000);
    this.hold(holding, asset, ppm);
    this.rest(asset, 1_000_000 - ppm);
  }
  entry(name: string, body: Partial<Listing> = {}): Listing {
    const made = listing(`e${this.#next++}`, LIST, { names: [name], ...body });
    this.entries.push(made);
    return made;
  }
  /** A listed firm, by its number; others hold it. */
  listed(): Id {
    const id = this.firm();
    this.rest(id, 1_000_000);
    const { names, ids } = this.parties.get(id)!;
    this.same.add(`${id} ${this.entry(names![0]!, { ids: ids! }).id}`);
    return id;
  }

  plant(victim: Id, kind: (typeof KINDS)[number], red: boolean): void {
    const { r } = this;
    const half = 500_000;
    /** Enough to be caught, or a little less than that. */
    const share = (): number => (red ? r.pick([half, half, half + 1, 510_000, 750_000, 1_000_000]) : r.pick([half - 1, half - 1, 499_000, 490_000, 300_000]));
    const owns = (owner: Id, asset: Id, ppm: number): void => {
      this.hold(owner, asset, ppm);
      this.rest(asset, 1_000_000 - ppm);
    };
    switch (kind) {
      case 'shells': {
        let above = this.listed();
        const depth = 1 + r.int(12);
        const weak = r.int(depth); // where a clean chain is not held by half
        for (let i = 0; i < depth; i++) {
          const below = i === depth - 1 ? victim : this.firm();
          owns(above, below, red || i !== weak ? (red ? share() : 1_000_000) : share());
          above = below;
        }
        return;
      }
      case 'ring': {
        const [a, b, c] = [this.firm(), this.firm(), this.firm()];
        const entrant = red ? this.listed() : this.person();
        this.hold(entrant, a, half);
        this.hold(c, a, half);
        owns(a, b, r.pick([half, 600_000]));
        owns(b, c, r.pick([half, 900_000]));
        return owns(b, victim, r.pick([half, 700_000, 1_000_000]));
      }
      case 'split': {
        const parts = 2 + r.int(5);
        const top = this.listed();
        const total = red ? half + r.pick([0, 0, 1, 20_000]) : half - r.pick([1, 1, 10_000]);
        let left = total;
        for (let i = 0; i < parts; i++) {
          const ppm = i === parts - 1 ? left : Math.floor(total / parts);
          left -= ppm;
          const holder = r.chance(0.5) ? this.listed() : this.firm();
          if (this.stakes.every(({ asset }) => asset !== holder)) owns(top, holder, r.pick([half, 1_000_000]));
          this.hold(holder, victim, ppm);
        }
        return this.rest(victim, 1_000_000 - total);
      }
      case 'renamed': {
        const owner = this.listed();
        const known = this.parties.get(owner)!;
        const now = this.name();
        // Listed under the old name; the register says the new one and the old one, or its number is that of the entry.
        this.parties.set(owner, { ...known, names: r.chance(0.5) ? [now, known.names![0]!] : [now] });
        return owns(owner, victim, share());
      }
      case 'simplified': {
        const [traditional, simplified] = this.hanName();
        const owner = this.firm(undefined, { names: [simplified], domicile: 'CN' });
        const { ids: _, ...bare } = this.parties.get(owner)!;
        this.parties.set(owner, bare);
        const entry = this.entry(traditional);
        if (red) this.same.add(`${owner} ${entry.id}`); // else another firm of the same name
        this.rest(owner, 1_000_000);
        return owns(owner, victim, 500_000 + r.int(500_001));
      }
      case 'between dates': {
        const owner = this.listed();
        const entry = this.entries.pop()!;
        const dated = listing(entry.id, LIST, { names: entry.names!, ids: entry.ids!, validFrom: '2026-02-01', validTo: red ? '2026-12-01' : r.pick(['2026-10-31', '2026-11-01', '2026-06-01']) });
        (red ? this.entries : this.former).push(dated);
        return owns(owner, victim, 500_000 + r.int(500_001));
      }
      case 'sold': {
        const owner = this.listed();
        const ends = red ? r.pick(['2026-11-02', '2027-01-01']) : r.pick(['2026-11-01', '2026-10-01']);
        this.hold(owner, victim, 600_000, { validTo: ends });
        if (red) return this.rest(victim, 400_000);
        this.hold(this.person(), victim, 600_000, { validFrom: ends });
        return this.rest(victim, 400_000);
      }
    }
  }

  /** With `lose`: some of it is lost, and what was not seen is not judged. */
  records(makers: readonly Id[], lose: Random | undefined): { readonly records: readonly Rec[]; readonly lost: readonly string[] } {
    const lost: string[] = [];
    const loses = (what: string, odds: number): boolean => lose?.chance(odds) === true && lost.push(what) > 0;
    const parts = makers.map((maker, i) => ({ id: `part${i}`, maker }));
    const parties = [...this.parties.values()].map((known) => {
      // A firm that is known by another name than the list's is then known by its number only.
      const listedName = this.entries.some(({ names }) => known.names!.some((name) => names?.includes(name)));
      if (listedName && known.ids && loses(`${known.id} ids`, 0.15)) return { ...known, ids: undefined } as unknown as Party;
      return known;
    }).map((known) => Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)) as unknown as Party);
    const goods: Rec[] = [
      product('unit', { maker: makers[0]! }), ...parts.map(({ id, maker }) => product(id, { maker })), recipe('r', 'unit', { steps: ['assembled'], country: 'TW', sole: true }),
      ...parts.map(({ id }) => recipe(`r/${id}`, id, { steps: ['assembled'], country: 'TW', sole: true })),
    ];
    const sold = supply('s', 'unit', makers[0]!, { use: 'in-use' });
    const lines = parts.map(({ id }, i) => line('r', String(i + 1), [id]));
    const stakes = this.stakes.filter(({ id }) => !loses(`stake ${id}`, 0.06)).map((held) => (loses(`${held.id} to a band`, 0.06) ? { ...held, equityPpm: { lo: Math.max(0, held.equityPpm!.lo - 50_000), hi: Math.min(1_000_000, held.equityPpm!.hi + 50_000) } } : held));
    const inForce = (rec: Ownership): boolean => (rec.validFrom ?? '') <= ASOF && ASOF < (rec.validTo ?? '9');
    const statements: Rec[] = [...this.parties.keys()].filter((id) => this.parties.get(id)!.partyKind === 'company' && !loses(`owners of ${id}`, 0.12))
      .map((id) => complete('owners', id, this.stakes.filter((held) => held.asset === id && inForce(held))));
    statements.push(complete('components', 'r', lines), ...parts.map(({ id }) => complete('components', `r/${id}`, [])), complete('supplies', 'unit', [sold]), complete('entries', LIST, this.entries, { validFrom: addDays(ASOF, -5) }));
    const all = [...this.entries, ...this.former];
    const facts: Rec[] = [...goods, sold, ...lines, ...parties, ...stakes, ...all, ...statements];
    const paper: Rec = { kind: 'evidence', id: 'paper', level: 'confirmed', docKind: 'company-registry', issued: addDays(ASOF, -10), supports: facts.filter((rec) => rec.kind !== 'party' || !loses(`paper of ${rec.id}`, 0.03)).map((rec) => digestOf(rec)).sort() };
    return { records: [...facts, paper, ...this.#screened(parties, lose, lost)], lost };
  }

  /** What the matching proposes: judged by who knows, or open. A number decides before a name does. */
  #screened(parties: readonly Party[], lose: Random | undefined, lost: string[]): Rec[] {
    const texts = this.entries.flatMap((entry) => (entry.names ?? []).map((text) => ({ entry, text })));
    const index = new NameIndex(texts.map(({ text }) => ({ text, kind: 'company' })));
    const judged = new Map<string, Rec>();
    for (const one of parties)
      for (const name of one.names ?? [])
        for (const { at } of index.search(name)) {
          const { entry } = texts[at]!;
          if (one.ids && entry.ids) continue;
          const key = `${one.id} ${entry.id}`;
          if (judged.has(key)) continue;
          const seen = lose === undefined || lose.chance(0.5);
          if (!seen) lost.push(`judgement ${key}`);
          judged.set(key, judge(one, entry, !seen ? 'unsure' : this.same.has(key) ? 'same' : 'different'));
        }
    return [...judged.values()];
  }
}
