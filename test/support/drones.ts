/**
 * Made-up bills of drones, from a seed, as the maker's buyers would hold them: 3 to 5 tiers and 10 to 60 lines, firms
 * with owners, sellers, lists of names, and papers for all of it. A bill is whole and clean, or has one red planted that
 * a rulebook is known to reach, or has a red planted and then facts lost. Beside the red there is always what only looks
 * like one. What is so is written first as a plan; records, pins and papers are made from it.
 */
import { addDays } from '../../src/base/day.ts';
import { digestOf } from '../../src/model/digest.ts';
import type { Day, Digest, Evidence, Id, Line, Party, Rec, RegisteredId, Use } from '../../src/model/record.ts';
import type { Question } from '../../src/select/predicate.ts';
import { sha256 } from './digest.ts';
import { type Random, random } from './random.ts';

export const BOOKS = ['us-ndaa-848', 'tw-non-red'] as const;
export type Book = (typeof BOOKS)[number];
export interface Drone {
  readonly seed: number;
  readonly records: readonly Rec[];
  readonly lines: number;
  /** The longest way down, in products below the aircraft. */
  readonly tiers: number;
  readonly questions: Readonly<Record<Book, Question>>;
  /** What was planted, and the rulebooks that it breaks; the other is clear of it. */
  readonly plant?: { readonly name: string; readonly breaks: readonly Book[] };
  /** What was lost: `product/camera-3: maker blank`. */
  readonly holes: readonly string[];
}
/** `clean`: whole papers and no red; `planted`: whole papers and one red; `holed`: the planted one, with holes. */
export type State = 'clean' | 'planted' | 'holed';

/** One bill. Equal seeds give equal bills, byte for byte, and the three states of a seed are one bill. */
export function drone(seed: number, state: State): Drone {
  const plan = new Plan(random(2 * seed + 1));
  const plant = state === 'clean' ? undefined : sow(plan, random(2 * seed + 2));
  const drafts = write(plan, random(3 * seed + 7));
  const { records, holes } =
    state === 'holed'
      ? pierce(plan, drafts, new Set(plant!.keys), random(5 * seed + 11))
      : { records: seal(drafts), holes: [] };
  const { asOf, knownAt, act, asIfBound } = plan;
  const base = { product: plan.root.id, asOf, knownAt, act, ...(plan.oldBill && { bom: plan.root.ways[0]!.id }) };
  const buyers: Record<Book, string> = { 'us-ndaa-848': 'us-dod', 'tw-non-red': 'tw-government' };
  const question = (book: Book): Question => ({ ...base, ...(asIfBound ? { asIfBound } : { buyer: buyers[book] }) });
  return {
    seed,
    records,
    holes,
    lines: plan.lineCount(),
    tiers: plan.depth(),
    questions: { 'us-ndaa-848': question('us-ndaa-848'), 'tw-non-red': question('tw-non-red') },
    ...(plant && { plant: { name: plant.name, breaks: plant.breaks } }),
  };
}

// What the rulebooks cover.
const COVERED = ['CN', 'CN', 'CN', 'HK', 'MO', 'RU', 'IR', 'KP'];
const NAMED = ['flight-controller', 'radio', 'data-transmission', 'camera', 'gimbal'];
const SOFTWARE = ['ground-control', 'operating-software'];
const DATA = ['connectivity', 'storage'];
/** Words that do not say whether a named thing is meant: open where such a part is red, and equipment to a contractor who operates it. */
const BROADER = ['software', 'firmware', 'payload', 'network-equipment', 'video-equipment'];
/** Kinds that are lines of the aircraft itself. */
const onTop = (name: string): boolean => meet(KINDS[name]!.roles, [...SOFTWARE, ...DATA]);
const meet = (xs: readonly string[], ys: readonly string[]): boolean => xs.some((x) => ys.includes(x));

const GOOD = ['TW', 'TW', 'TW', 'US', 'US', 'JP', 'KR', 'DE', 'CH', 'MY', 'VN', 'SG', 'TH', 'CZ', 'FR'];
/** Nothing to the tender's terms, and to section 848 nothing unless it is the maker's own domicile or a named part's place. */
const ELSEWHERE = ['HK', 'MO', 'RU', 'IR', 'KP'];
const WHOLE = 1_000_000;
const LISTS = ['covered-uas-company', 'us-csl'] as const;
const ACCEPTED = ['declaration', 'bill-of-materials', 'distributor-invoice', 'reel-label', 'teardown', 'certificate'];
const REFUSED = ['website', 'datasheet', 'invoice', 'test-report'];

// The plan: what is so.
interface Firm {
  readonly id: Id;
  readonly names: string[];
  country: string;
  readonly person?: true;
  ids: RegisteredId[];
  owners: Stake[];
  /** A statement says that these are all owners. */
  stated: boolean;
  /** A second record of the same firm, judged to be so. */
  twin?: { readonly id: Id; readonly names: readonly string[]; readonly ids: readonly RegisteredId[] };
  /** Only the second record says where it is domiciled. */
  hidden?: true;
}
interface Stake {
  readonly owner: Firm;
  readonly lo: number;
  readonly hi: number;
  /** Recorded without a number. */
  readonly silent?: true;
}
interface Site {
  readonly id: Id;
  readonly country: string;
  readonly operator: Firm;
}
interface Way {
  readonly id: Id;
  readonly steps: readonly string[];
  country?: string | undefined;
  site?: Site | undefined;
  use?: Use;
  from?: Day;
  to?: Day;
  readonly lines: Slot[];
}
interface Choice {
  readonly part: Part;
  use?: Use | undefined;
}
interface Slot {
  readonly name: string;
  readonly options: Choice[];
  readonly quantity: string;
}
interface Part {
  readonly id: Id;
  readonly kind: string;
  readonly roles: readonly string[];
  maker: Firm;
  readonly ways: Way[];
  legs: Leg[];
  /** One recipe says that it is the only one; otherwise a statement lists them. */
  readonly sole: boolean;
  /** Nobody asks for it: few facts and no papers. */
  readonly bare?: boolean;
}
interface Leg {
  readonly seller: Firm;
  readonly buyer?: Firm;
}
interface Entry {
  readonly id: Id;
  readonly list: Id;
  readonly names: readonly string[];
  readonly ids: readonly RegisteredId[];
  readonly scope?: 'and-subsidiaries' | 'self';
}
interface Judged {
  readonly left: string;
  readonly right: string;
  readonly says: 'same' | 'different';
}
interface Kind {
  readonly roles: readonly string[];
  readonly steps: readonly string[];
  readonly inside: readonly string[];
}
const kind = (roles: string, steps: string, inside = ''): Kind => ({
  roles: roles.split(' ').filter(Boolean),
  steps: steps.split(' '),
  inside: inside.split(' ').filter(Boolean),
});
const KINDS: Readonly<Record<string, Kind>> = {
  controller: kind('flight-controller', 'assembled tested', 'chip board imu capacitor'),
  autopilot: kind('flight-controller navigation', 'produced', 'chip board imu'),
  radio: kind('radio', 'assembled', 'chip antenna board'),
  link: kind('data-transmission', 'assembled', 'chip antenna'),
  modem: kind('radio data-transmission', 'assembled tested', 'chip board'),
  camera: kind('camera', 'assembled', 'imager lens board'),
  thermal: kind('camera sensor', 'produced tested', 'imager lens'),
  gimbal: kind('gimbal', 'assembled', 'smallmotor board bearing'),
  turret: kind('camera gimbal', 'assembled', 'imager lens smallmotor'),
  receiver: kind('gnss', 'assembled', 'chip antenna'),
  lidar: kind('lidar', 'assembled', 'chip lens'),
  motor: kind('motor', 'assembled', 'magnet bearing'),
  smallmotor: kind('motor', 'assembled', 'magnet'),
  esc: kind('esc', 'assembled', 'transistor board'),
  propeller: kind('propeller', 'produced'),
  battery: kind('battery', 'assembled', 'cell guard'),
  guard: kind('battery-management', 'assembled', 'chip board'),
  cell: kind('', 'produced'),
  shell: kind('frame', 'produced'),
  arm: kind('frame', 'produced'),
  cable: kind('cable', 'produced', 'plug'),
  plug: kind('connector', 'produced'),
  antenna: kind('antenna', 'produced'),
  screw: kind('', 'produced'),
  bearing: kind('', 'produced'),
  magnet: kind('magnet', 'sintered magnetised', 'alloy'),
  alloy: kind('', 'melted'),
  imager: kind('sensor chip', 'fabricated packaged', 'die'),
  die: kind('', 'fabricated'),
  lens: kind('', 'produced'),
  imu: kind('sensor', 'fabricated packaged', 'die'),
  chip: kind('chip', 'fabricated packaged', 'die'),
  transistor: kind('', 'fabricated', 'die'),
  capacitor: kind('', 'produced'),
  board: kind('circuit-board', 'produced'),
  station: kind('ground-control', 'developed assembled', 'chip board'),
  app: kind('ground-control software', 'developed'),
  firmware: kind('operating-software', 'developed'),
  library: kind('software', 'developed'),
  cloud: kind('storage', 'located'),
  relay: kind('connectivity', 'located'),
};
const NEEDED = ['radio', 'camera', 'motor', 'esc', 'battery', 'firmware'];
const COMMON = Object.keys(KINDS).filter((name) => !['die', 'alloy', 'cell'].includes(name));
const UNNAMED = COMMON.filter((name) => !meet(KINDS[name]!.roles, [...NAMED, ...SOFTWARE, ...DATA, ...BROADER]));
const ASSEMBLIES = ['airframe', 'payload', 'avionics', 'propulsion', 'power', 'link-set', 'mast', 'gear'];

class Plan {
  readonly r: Random;
  readonly asOf: Day;
  readonly knownAt: Day;
  act: string;
  readonly asIfBound?: true;
  readonly firms: Firm[] = [];
  readonly sites: Site[] = [];
  readonly parts: Part[] = [];
  readonly entries: Entry[] = [];
  readonly judged: Judged[] = [];
  /** Records that were corrected or taken back, and the corrections. */
  readonly corrected: Draft[] = [];
  readonly suppliers: Firm[] = [];
  readonly root: Part;
  /** The aircraft has an older bill, and the question names the newer. */
  readonly oldBill: boolean;
  #names = new Set<string>();
  #count = 0;

  constructor(r: Random) {
    this.r = r;
    this.asOf = addDays('2026-01-07', r.int(319));
    this.knownAt = addDays(this.asOf, r.pick([0, 0, 0, 3, 10]));
    this.act = r.pick(['operate-in-contract', 'operate-in-contract', 'procure-direct', 'procure-indirect']);
    if (r.chance(0.3)) this.asIfBound = true;
    const maker = this.company(r.pick(['TW', 'TW', 'US']));
    for (let i = 4 + r.int(9); i > 0; i--) this.suppliers.push(this.company());
    if (r.chance(0.3)) this.crossHold(...(r.shuffle(this.suppliers).slice(0, 2) as [Firm, Firm]));
    this.root = this.part('drone', maker, { roles: ['uas'], steps: ['assembled'], inside: [] });
    this.assemblies(10 + r.int(48), r.pick([3, 4, 4, 5]));
    this.oldBill = r.chance(0.2);
    this.lookalikes();
    this.root.legs = this.sale(maker);
    for (const list of LISTS) for (let i = 2 + r.int(8); i > 0; i--) this.entry(list);
  }

  id(stem: string): Id {
    return `${stem}-${++this.#count}`;
  }
  name(r: Random = this.r): string {
    const syllable = (): string =>
      `${r.pick([...'bdfgklmnprstvz'])}${r.pick([...'aeiou'])}${r.pick(['', '', 'n', 'r', 'l'])}`;
    for (;;) {
      const word = syllable() + syllable() + syllable();
      if (this.#names.has(word)) continue;
      this.#names.add(word);
      return `${word[0]!.toUpperCase()}${word.slice(1)}`;
    }
  }

  // Firms.
  person(country: string): Firm {
    const made: Firm = {
      id: this.id('person'),
      names: [this.name()],
      country,
      person: true,
      ids: [],
      owners: [],
      stated: false,
    };
    this.firms.push(made);
    return made;
  }
  anyone(r: Random = this.r): Firm {
    return this.person(r.chance(0.1) ? r.pick(ELSEWHERE) : r.pick(GOOD));
  }
  /** A company that people own, some of it through another company. */
  company(country: string = this.r.pick(GOOD), r: Random = this.r): Firm {
    const name = this.name(r);
    const made: Firm = {
      id: this.id('firm'),
      names: r.chance(0.2)
        ? [`${name} Co., Ltd.`, name]
        : [`${name} ${r.pick(['Inc.', 'Co., Ltd.', 'GmbH', 'KK', 'Corp.'])}`],
      country,
      ids: r.chance(0.5) ? [{ scheme: r.pick(['reg', 'lei']), value: `N-${this.#count}` }] : [],
      owners: [],
      stated: r.chance(0.6),
    };
    const holder = this.suppliers.length > 0 && r.chance(0.25) ? [r.pick(this.suppliers)] : [];
    this.hold(made, [...Array.from({ length: 1 + r.int(3) }, () => this.anyone(r)), ...holder], WHOLE, r);
    if (made.stated && r.chance(0.3)) {
      const off = r.int(20_000);
      made.owners = made.owners.map((s) => ({ ...s, lo: Math.max(0, s.lo - off), hi: Math.min(WHOLE, s.hi + off) }));
    }
    if (r.chance(0.08))
      made.twin = { id: `${made.id}-b`, names: [this.name(r)], ids: [{ scheme: 'duns', value: `D-${this.#count}` }] };
    this.firms.push(made);
    return made;
  }
  /** Owners with stakes that sum to `total`, beside those there are. */
  hold(firm: Firm, owners: readonly Firm[], total: number, r: Random = this.r): void {
    let rest = total;
    for (const [i, owner] of owners.entries()) {
      const share = i === owners.length - 1 ? rest : 1 + r.int(Math.max(1, rest - (owners.length - i)));
      rest -= share;
      firm.owners.push({ owner, lo: share, hi: share });
    }
  }
  /** The rest of a firm is people's. */
  fillUp(firm: Firm, r: Random): void {
    const rest = WHOLE - firm.owners.reduce((sum, { lo }) => sum + lo, 0);
    if (rest > 0)
      this.hold(
        firm,
        Array.from({ length: 1 + r.int(2) }, () => this.anyone(r)),
        rest,
        r,
      );
  }
  /** Each holds a part of the other, and nobody else enters. */
  crossHold(a: Firm, b: Firm): void {
    for (const [asset, owner] of [
      [a, b],
      [b, a],
    ] as const) {
      const share = 10_000 + this.r.int(450_000);
      asset.owners = [{ owner, lo: share, hi: share }];
      this.fillUp(asset, this.r);
    }
  }
  entry(list: Id, body: Partial<Entry> = {}, r: Random = this.r): Entry {
    const made: Entry = {
      id: this.id('entry'),
      list,
      names: [this.name(r)],
      ids: [{ scheme: r.pick(['reg', 'lei', 'duns']), value: `L-${this.#count}` }],
      ...(r.chance(0.4) && { scope: r.pick(['and-subsidiaries', 'self'] as const) }),
      ...body,
    };
    this.entries.push(made);
    return made;
  }

  // Parts.
  part(name: string, maker: Firm, { roles, steps }: Kind, body: Partial<Part> = {}, r: Random = this.r): Part {
    const id = name === 'drone' ? name : this.id(name);
    const made: Part = { id, kind: name, roles, maker, ways: [], legs: [], sole: r.chance(0.5), ...body };
    made.ways.push(this.way(made, steps, r.chance(0.6) ? maker.country : r.pick(GOOD), r));
    this.parts.push(made);
    return made;
  }
  bought(name: string, maker: Firm = this.r.pick(this.suppliers), body: Partial<Part> = {}, r: Random = this.r): Part {
    const made = this.part(name, maker, KINDS[name]!, body, r);
    if (r.chance(0.1) && !body.bare) {
      made.ways.push(this.way(made, KINDS[name]!.steps, r.pick(GOOD), r));
      for (const way of made.ways) way.use = 'in-use';
    }
    if (r.chance(0.4) && !body.bare) {
      const dealer = r.pick([maker, r.pick(this.suppliers)]);
      made.legs = dealer === maker ? [{ seller: maker }] : [{ seller: dealer }, { seller: maker, buyer: dealer }];
    }
    return made;
  }
  way(part: Part, steps: readonly string[], country: string, r: Random = this.r): Way {
    const made: Way = { id: `make-${part.id}${part.ways.length || ''}`, steps, lines: [] };
    this.place(made, part, GOOD.includes(country) ? country : r.pick(GOOD), r);
    return made;
  }
  /** Where it is done: a country, a site, or both. */
  place(
    way: Way,
    part: Part,
    country: string,
    r: Random,
    operator: Firm = r.chance(0.7) ? part.maker : r.pick(this.suppliers),
  ): void {
    const how = meet(part.roles, DATA) ? 'site' : r.pick(['country', 'country', 'site', 'both'] as const);
    // Section 848 asks who runs the plant of the aircraft and of the parts that it names.
    const site = how !== 'country' || meet(part.roles, [...NAMED, 'uas']) || part.maker === this.root?.maker;
    way.site = site ? { id: this.id('site'), country, operator } : undefined;
    way.country = how === 'site' ? undefined : country;
    if (way.site) this.sites.push(way.site);
  }
  slot(way: Way, options: readonly Choice[], r: Random = this.r): Slot {
    const made: Slot = { name: String(way.lines.length + 1), options: [...options], quantity: String(1 + r.int(8)) };
    way.lines.push(made);
    return made;
  }

  /** Assemblies of the maker's own in a tree, bought parts on them, and some of what is inside those, bare. */
  assemblies(lines: number, tiers: number): void {
    const { r, root } = this;
    const own: { part: Part; depth: number }[] = [{ part: root, depth: 0 }];
    for (const name of r.shuffle(ASSEMBLIES).slice(0, 2 + r.int(5))) {
      const under = r.pick(own.filter(({ depth }) => depth < tiers - 2));
      const made = this.part(name, root.maker, { roles: [], steps: [r.pick(['assembled', 'produced'])], inside: [] });
      this.slot(under.part.ways[0]!, [{ part: made }]);
      own.push({ part: made, depth: under.depth + 1 });
    }
    const below: { part: Part; depth: number }[] = [];
    const place = (name: string, at: (typeof own)[number] = r.pick(own)): void => {
      // Software and services are lines of the aircraft: of an assembly that contains them it would be asked where it was developed.
      const under = onTop(name) ? own[0]! : at;
      const mine = (name === 'controller' || name === 'firmware' || name === 'app') && r.chance(0.4);
      const made = mine ? this.part(name, root.maker, KINDS[name]!) : this.bought(name);
      const slot = this.slot(under.part.ways[0]!, [{ part: made }]);
      if (!mine && r.chance(0.15)) this.alternate(slot, name);
      const met = { part: made, depth: under.depth + 1 };
      if (!mine && !onTop(name)) below.push(met);
      else if (name === 'controller') for (const inside of KINDS[name]!.inside) place(inside, met);
    };
    /** A part that is already on another assembly. */
    const share = (under: (typeof own)[number], met: (typeof below)[number]): void => {
      this.slot(under.part.ways[0]!, [{ part: met.part }]);
      met.depth = Math.max(met.depth, under.depth + 1);
    };
    place(r.pick(['controller', 'controller', 'autopilot']));
    for (const name of r.shuffle(NEEDED)) if (this.lineCount() < lines) place(name);
    for (const { part, depth } of own)
      if (part.ways[0]!.lines.length === 0 && ASSEMBLIES.includes(part.kind)) place(r.pick(COMMON), { part, depth });
    while (this.lineCount() < lines * 0.75) {
      if (r.chance(0.08) && below.length > 0)
        share(r.pick(own.filter(({ part }) => part.kind !== 'drone')), r.pick(below));
      else place(r.pick(COMMON));
    }
    const first = own.find(({ depth }) => depth === 1)!;
    if (!below.some(({ part, depth }) => depth > 1 && KINDS[part.kind]!.inside.length > 0)) place('camera', first);
    // The insides of what is bought: made anywhere, by anyone, unless nobody has asked.
    for (let tries = 200; tries > 0 && (this.lineCount() < lines || this.depth() < 3); tries--) {
      const { part, depth } = r.pick(below.filter((b) => b.depth > 1 || this.depth() > 2));
      const { inside } = KINDS[part.kind]!;
      if (inside.length === 0 || depth >= tiers) continue;
      const made = this.bought(r.pick(inside), r.pick(this.suppliers), { bare: true });
      made.ways[0]!.country = r.pick(['CN', 'CN', ...GOOD]);
      made.ways[0]!.site = undefined;
      this.slot(part.ways[0]!, [{ part: made }]);
      below.push({ part: made, depth: depth + 1 });
    }
  }
  /** A second part for a line: in use and clean, or not in use and anything. */
  alternate(slot: Slot, name: string): void {
    const { r } = this;
    slot.options[0]!.use = 'in-use';
    const use = r.pick(['in-use', 'approved', 'known'] as const);
    if (use === 'in-use') return void slot.options.push({ part: this.bought(name), use });
    const made = this.bought(name, r.chance(0.5) ? this.company(r.pick(COVERED)) : r.pick(this.suppliers), {
      bare: true,
    });
    made.ways[0]!.country = r.pick([...COVERED, ...GOOD]);
    made.ways[0]!.site = undefined;
    slot.options.push({ part: made, use });
  }
  sale(maker: Firm, r: Random = this.r): Leg[] {
    const dealer = r.pick(this.suppliers),
      trader = r.pick(this.suppliers);
    if (r.chance(0.5)) return [{ seller: maker }];
    if (r.chance(0.5) || dealer === trader) return [{ seller: dealer }, { seller: maker, buyer: dealer }];
    return [{ seller: dealer }, { seller: trader, buyer: dealer }, { seller: maker, buyer: trader }];
  }

  /** What looks red and is none. */
  lookalikes(): void {
    const { r, root } = this;
    const sure = this.visited().filter((part) => !part.bare);
    if (this.oldBill) {
      const old = this.way(root, ['assembled'], 'TW');
      old.country = 'CN';
      old.site = undefined;
      this.slot(old, [{ part: this.bought('camera', this.company('CN'), { bare: true }) }]);
      root.ways.push(old);
    }
    for (const part of sure) {
      if (!r.chance(0.05)) continue;
      const old = this.way(part, part.ways[0]!.steps, 'TW');
      old.country = r.pick(COVERED);
      old.site = undefined;
      if (r.chance(0.5)) old.to = addDays(this.asOf, -r.int(400));
      else old.from = addDays(this.asOf, 1 + r.int(200));
      part.ways.push(old);
    }
    for (const part of sure)
      if (r.chance(0.2) && UNNAMED.includes(part.kind))
        for (const way of part.ways) if (!way.from && !way.to) this.place(way, part, r.pick(ELSEWHERE), r);
    // A holder on a list, with less than half.
    if (r.chance(0.4)) {
      const holder = this.company(r.pick(['RU', 'HK', 'SG', 'AE']));
      this.listed(holder, r.pick(['id', 'judged']), r);
      const asset = r.pick([root.maker, ...this.suppliers]);
      const share = r.pick([310_000, 499_999, 1 + r.int(499_999)]);
      asset.owners = [{ owner: holder, lo: share, hi: share }];
      this.fillUp(asset, r);
    }
    // A name that somebody else on a list has too: judged different, or with an id that differs.
    for (const firm of r.shuffle(this.suppliers).slice(0, r.int(3))) {
      const by = r.chance(0.5);
      if (!by && firm.ids.length === 0) continue;
      const { id, list } = this.entry(r.pick(LISTS), {
        names: [this.name(), firm.names[0]!.toUpperCase()],
        ids: by ? [] : [{ scheme: firm.ids[0]!.scheme, value: 'another' }],
      });
      if (by) this.judged.push({ left: `party/${firm.id}`, right: `entry/${list}/${id}`, says: 'different' });
    }
    // Slips that were put right: a domicile corrected, a stake taken back.
    for (const [i, firm] of r.shuffle(this.suppliers).slice(0, r.int(3)).entries()) {
      if (i === 0) {
        this.corrected.push({
          key: `slip/${firm.id}`,
          rec: { kind: 'party', id: firm.id, level: 'confirmed', names: [...firm.names], domicile: 'CN' },
        });
      } else {
        const owner = this.person('CN').id;
        this.corrected.push(
          {
            key: `slip/${firm.id}`,
            rec: {
              kind: 'ownership',
              id: `slip-${firm.id}`,
              level: 'confirmed',
              owner,
              asset: firm.id,
              equityPpm: { lo: 300_000, hi: 300_000 },
            },
          },
          {
            key: `back/${firm.id}`,
            rec: { kind: 'judgement', id: `back-${firm.id}`, level: 'confirmed', by: 'reviewer' },
            withdraws: `slip/${firm.id}`,
          },
        );
      }
    }
  }
  /** Puts a firm on a list; `judged`: under a name of its own, and a reviewer says that it is the same. Gives the keys that say so. */
  listed(firm: Firm, how: 'id' | 'judged' | 'twin', r: Random): string[] {
    const list = r.pick(LISTS);
    const entry = (body: Partial<Entry>): string => `entry/${list}/${this.entry(list, body, r).id}`;
    if (how === 'id') {
      firm.ids = [{ scheme: 'reg', value: `R-${firm.id}` }];
      return [`party/${firm.id}`, entry({ names: [firm.names[0]!], ids: firm.ids })];
    }
    if (how === 'twin') {
      firm.twin = { id: `${firm.id}-b`, names: [this.name(r)], ids: [{ scheme: 'duns', value: `D-${firm.id}` }] };
      return [`party/${firm.id}`, `party/${firm.id}-b`, entry({ names: firm.twin.names, ids: firm.twin.ids })];
    }
    const right = entry({ names: [this.name(r), firm.names[0]!.toLowerCase()], ids: [] });
    this.judged.push({ left: `party/${firm.id}`, right, says: 'same' });
    return [`party/${firm.id}`, right, `judged/party/${firm.id}=${right}`];
  }

  // What can be read off the plan.
  live(part: Part): Way[] {
    const ways = part === this.root ? part.ways.slice(0, 1) : part.ways;
    return ways.filter(
      ({ from, to }) => (from === undefined || from <= this.asOf) && (to === undefined || this.asOf < to),
    );
  }
  own(part: Part): boolean {
    return part.maker === this.root.maker;
  }
  /** Assemblies of the maker's own that hold other parts. */
  hosts(): Part[] {
    return this.visited().filter(
      (part) => this.own(part) && (ASSEMBLIES.includes(part.kind) || part.kind === 'controller'),
    );
  }
  /** Parts below the aircraft that both rulebooks reach: in use, and in assemblies of the maker's own. */
  visited(): Part[] {
    const met = new Set([this.root]);
    for (const part of met)
      if (this.own(part))
        for (const { lines } of this.live(part))
          for (const { options } of lines)
            for (const option of options) if (option.use === undefined || option.use === 'in-use') met.add(option.part);
    met.delete(this.root);
    return [...met];
  }
  rolesOf(part: Part): string[] {
    const roles = new Set(part.roles);
    for (const { lines } of part.ways)
      for (const { options } of lines)
        for (const option of options) for (const role of this.rolesOf(option.part)) roles.add(role);
    return [...roles].sort();
  }
  lineCount(): number {
    return this.parts.reduce((sum, { ways }) => sum + ways.reduce((more, { lines }) => more + lines.length, 0), 0);
  }
  depth(part: Part = this.root): number {
    const below = part.ways.flatMap(({ lines }) =>
      lines.flatMap(({ options }) => options.map((option) => this.depth(option.part))),
    );
    return below.length === 0 ? 0 : 1 + Math.max(...below);
  }
  /** Section 848 asks where the part is made, by this way. */
  asksPlace(part: Part, { steps }: Way): boolean {
    const roles = this.rolesOf(part);
    return (
      (meet(roles, NAMED) && meet(steps, ['assembled', 'produced'])) ||
      (meet(roles, SOFTWARE) && steps.includes('developed')) ||
      (meet(roles, DATA) && steps.includes('located'))
    );
  }
  /** Section 848 asks who made the part. */
  asksMaker(part: Part): boolean {
    return part === this.root || meet(this.rolesOf(part), [...NAMED, ...SOFTWARE, ...(this.act === 'operate-in-contract' ? BROADER : [])]);
  }
}

// Planting.
interface Sown {
  readonly breaks: readonly Book[];
  /** Keys of the records that decide. */
  readonly keys: readonly string[];
}
/** Undefined where the bill has no place for it. */
type Sow = (plan: Plan, r: Random) => Sown | undefined;

/** A red that one rulebook reaches or both: `at848` says whether section 848 asks for it at all. */
function breaks(at848: boolean, country: string): Book[] {
  return [...(at848 ? (['us-ndaa-848'] as const) : []), ...(country === 'CN' ? (['tw-non-red'] as const) : [])];
}
const within = (at848: boolean, r: Random): string => (at848 ? r.pick(COVERED) : 'CN');
const wayKeys = (part: Part, way: Way): string[] => [
  `product/${part.id}`,
  `recipe/${way.id}`,
  `recipes/${part.id}`,
  ...(way.site ? [`site/${way.site.id}`] : []),
];
/** A company that people in its own country own. */
function stranger(plan: Plan, country: string, r: Random): Firm {
  const made = plan.company(country, r);
  made.owners = [];
  plan.hold(
    made,
    Array.from({ length: 1 + r.int(2) }, () => plan.person(country)),
    WHOLE,
    r,
  );
  return made;
}
/** The lines by which a part is reached. */
function linesOf(plan: Plan, part: Part): string[] {
  return plan.parts.flatMap(({ ways }) =>
    ways.flatMap((way) =>
      way.lines
        .filter(({ options }) => options.some((o) => o.part === part))
        .flatMap(({ name }) => [`line/${way.id}/${name}`, `components/${way.id}`]),
    ),
  );
}
function boughtParts(plan: Plan): Part[] {
  return plan.visited().filter((part) => !plan.own(part));
}
/** A red part of a kind: by place or by maker. */
function redPart(
  plan: Plan,
  name: string,
  r: Random,
  by: 'place' | 'maker' = r.pick(['place', 'maker']),
): Sown & { readonly part: Part } {
  const made = plan.bought(name, r.pick(plan.suppliers), {}, r);
  const way = made.ways[0]!;
  made.ways.splice(1);
  delete way.use;
  if (by === 'place') {
    const at848 = plan.asksPlace(made, way),
      country = within(at848, r);
    plan.place(way, made, country, r);
    return { part: made, breaks: breaks(at848, country), keys: wayKeys(made, way) };
  }
  const at848 = plan.asksMaker(made),
    country = within(at848, r);
  made.maker = stranger(plan, country, r);
  made.legs = [];
  return { part: made, breaks: breaks(at848, country), keys: [`product/${made.id}`, `party/${made.maker.id}`] };
}
/** Makes `source` an owner of `asset` in one of the ways in which owners hide; `half`: of a half of it, else of any part. */
function hide(plan: Plan, source: Firm, asset: Firm, half: boolean, r: Random): string[] {
  const keys: string[] = [];
  const enough = (): number =>
    half
      ? r.pick([500_000, 500_000, 510_000, 500_000 + r.int(500_001)])
      : r.pick([1, 10_000, 200_000, 1 + r.int(WHOLE)]);
  const own = (owner: Firm, of: Firm, lo: number, hi: number = lo, silent?: true): void => {
    of.owners.push({ owner, lo, hi, ...(silent && { silent }) });
    keys.push(`stake/${owner.id}>${of.id}`, `owners/${of.id}`, `party/${of.id}`);
  };
  const shell = (): Firm => {
    const made = plan.company(r.pick(GOOD), r);
    made.owners = [];
    return made;
  };
  /** 2 to 4 steps, each enough. */
  const chain = (to: Firm, share: number, steps: number): void => {
    let holder = source;
    for (let i = 1; i < steps; i++) {
      const next = shell();
      own(holder, next, enough());
      plan.fillUp(next, r);
      holder = next;
    }
    own(holder, to, share);
  };
  asset.owners = [];
  const style = r.pick(['straight', 'chain', 'chain', 'split', 'ring', 'rest', 'range'] as const);
  if (style === 'straight') own(source, asset, enough());
  if (style === 'chain') chain(asset, enough(), 2 + r.int(3));
  if (style === 'split') {
    own(source, asset, half ? 310_000 : 1);
    chain(asset, half ? 220_000 : 1, 2);
  }
  if (style === 'ring') {
    // The source enters where one firm of a ring is held; the asset stands further on.
    const entry = shell();
    own(source, entry, half ? 500_000 : 1);
    own(entry, asset, half ? 300_000 : 1);
    if (half) own(source, asset, 200_000);
    own(asset, entry, 400_000);
    plan.fillUp(entry, r);
  }
  if (style === 'rest') {
    // Its stake has no number, but all owners are known, and so are the others' stakes.
    own(source, asset, enough(), WHOLE, true);
    asset.stated = true;
  }
  if (style === 'range') {
    const lo = enough();
    own(source, asset, lo, Math.min(WHOLE, lo + 50_000));
    asset.stated = true;
  }
  plan.fillUp(asset, r);
  return [...keys, `party/${source.id}`];
}
/** Puts a firm in a maker's place; owners and all. */
function fromMainland(plan: Plan, r: Random): Firm {
  return r.chance(0.5) ? plan.person('CN') : stranger(plan, 'CN', r);
}

const PLANTS: Readonly<Record<string, Sow>> = {
  'maker domiciled in a covered country'(plan, r) {
    const part = r.pick(boughtParts(plan));
    const at848 = plan.asksMaker(part),
      country = within(at848, r);
    part.maker = stranger(plan, country, r);
    part.legs = [];
    return {
      breaks: breaks(at848, country),
      keys: [`product/${part.id}`, `party/${part.maker.id}`, ...linesOf(plan, part)],
    };
  },
  'maker with its domicile on a second record'(plan, r) {
    const part = r.pick(boughtParts(plan));
    const at848 = plan.asksMaker(part),
      country = within(at848, r);
    const maker = stranger(plan, country, r);
    maker.twin = { id: `${maker.id}-b`, names: [plan.name(r)], ids: [] };
    maker.hidden = true;
    part.maker = maker;
    part.legs = [];
    return { breaks: breaks(at848, country), keys: [`product/${part.id}`, `party/${maker.id}`, `party/${maker.id}-b`] };
  },
  'supplier of several parts that moves its seat'(plan, r) {
    const { maker } = r.pick(boughtParts(plan));
    const made = boughtParts(plan).filter((part) => part.maker === maker);
    const runs = plan
      .visited()
      .some((part) => meet(part.roles, DATA) && plan.live(part).some(({ site }) => site?.operator === maker));
    const at848 = runs || made.some((part) => plan.asksMaker(part));
    maker.country = within(at848, r);
    return {
      breaks: breaks(at848, maker.country),
      keys: [`party/${maker.id}`, ...made.map(({ id }) => `product/${id}`)],
    };
  },
  'part made in a covered country'(plan, r) {
    const part = r.pick(boughtParts(plan));
    const ways = plan.live(part);
    const at848 = ways.every((way) => plan.asksPlace(part, way)),
      country = within(at848, r);
    for (const way of ways) plan.place(way, part, country, r);
    return { breaks: breaks(at848, country), keys: ways.flatMap((way) => wayKeys(part, way)) };
  },
  'named part made in a covered country'(plan, r) {
    const named = boughtParts(plan).filter((part) => plan.live(part).every((way) => plan.asksPlace(part, way)));
    if (named.length === 0) return undefined;
    const part = r.pick(named),
      country = r.pick(COVERED),
      ways = plan.live(part);
    for (const way of ways) plan.place(way, part, country, r);
    return {
      breaks: breaks(true, country),
      keys: [...ways.flatMap((way) => wayKeys(part, way)), ...linesOf(plan, part)],
    };
  },
  'second plant in use'(plan, r) {
    const part = r.pick(boughtParts(plan));
    const way = plan.way(part, part.ways[0]!.steps, 'TW', r);
    const at848 = plan.asksPlace(part, way),
      country = within(at848, r);
    plan.place(way, part, country, r);
    part.ways.push(way);
    for (const each of part.ways) each.use = 'in-use';
    return { breaks: breaks(at848, country), keys: wayKeys(part, way) };
  },
  'recipe valid from a day'(plan, r) {
    const part = r.pick(boughtParts(plan));
    const day = addDays(plan.asOf, -r.int(300));
    const way = plan.way(part, part.ways[0]!.steps, 'TW', r);
    const at848 = plan.asksPlace(part, way),
      country = within(at848, r);
    plan.place(way, part, country, r);
    for (const each of plan.live(part)) each.to = day;
    way.from = day;
    part.ways.push(way);
    return { breaks: breaks(at848, country), keys: wayKeys(part, way) };
  },
  'assembly of the maker’s own, put together elsewhere'(plan, r) {
    const own = plan.visited().filter((part) => plan.own(part));
    if (own.length === 0) return undefined;
    const part = r.pick(own),
      way = part.ways[0]!;
    const at848 = plan.asksPlace(part, way),
      country = within(at848, r);
    plan.place(way, part, country, r);
    return { breaks: breaks(at848, country), keys: [...wayKeys(part, way), ...linesOf(plan, part)] };
  },
  'aircraft assembled in a covered country'(plan, r) {
    const way = plan.root.ways[0]!,
      country = r.pick(COVERED);
    plan.place(way, plan.root, country, r);
    return { breaks: breaks(true, country), keys: wayKeys(plan.root, way) };
  },
  'aircraft’s maker domiciled in a covered country'(plan, r) {
    const { maker } = plan.root;
    maker.country = r.pick(COVERED);
    return { breaks: breaks(true, maker.country), keys: [`product/${plan.root.id}`, `party/${maker.id}`] };
  },
  'data kept by a company of a covered country'(plan, r) {
    const part = plan.bought(r.pick(['cloud', 'relay']), r.pick(plan.suppliers), {}, r);
    const country = r.pick(COVERED);
    for (const way of part.ways) plan.place(way, part, r.pick(GOOD), r, stranger(plan, country, r));
    const ways = plan.live(part);
    plan.slot(plan.root.ways[0]!, [{ part }], r);
    return {
      breaks: ['us-ndaa-848'],
      keys: ways.flatMap((way) => [...wayKeys(part, way), `party/${way.site!.operator.id}`]),
    };
  },
  'software developed or data kept in a covered country'(plan, r) {
    const part = plan.bought(r.pick(['app', 'station', 'firmware', 'cloud', 'relay']), r.pick(plan.suppliers), {}, r);
    const country = r.pick(COVERED);
    for (const way of part.ways) plan.place(way, part, country, r);
    plan.slot(plan.root.ways[0]!, [{ part }], r);
    return {
      breaks: breaks(true, country),
      keys: [...plan.live(part).flatMap((way) => wayKeys(part, way)), ...linesOf(plan, part)],
    };
  },
  'chip inside an assembly of the maker’s own'(plan, r) {
    const { part, breaks, keys } = redPart(plan, r.pick(['chip', 'board', 'transistor', 'imu']), r);
    plan.slot(r.pick(plan.hosts()).ways[0]!, [{ part }], r);
    return { breaks, keys: [...keys, ...linesOf(plan, part)] };
  },
  'camera inside an assembly of the maker’s own'(plan, r) {
    const { part, breaks, keys } = redPart(plan, r.pick(['camera', 'thermal', 'turret']), r);
    plan.slot(r.pick(plan.hosts()).ways[0]!, [{ part }], r);
    return { breaks, keys: [...keys, ...linesOf(plan, part)] };
  },
  'alternate in use'(plan, r) {
    const slots = [plan.root, ...plan.visited().filter((part) => plan.own(part))].flatMap((part) =>
      part.ways[0]!.lines.filter(({ options }) => !plan.own(options[0]!.part)),
    );
    const slot = r.pick(slots);
    const { part, breaks, keys } = redPart(plan, slot.options[0]!.part.kind, r);
    slot.options[0]!.use = 'in-use';
    slot.options.splice(r.chance(0.5) ? 0 : slot.options.length, 0, { part, use: 'in-use' });
    return { breaks, keys: [...keys, ...linesOf(plan, part)] };
  },
  'two alternates, either red'(plan, r) {
    const name = r.pick([...COMMON, ...NEEDED]);
    // Both by the same clause: a clause sees one red of two otherwise, and nobody says which is used.
    const by = r.pick(['place', 'maker'] as const);
    const [a, b] = [redPart(plan, name, r, by), redPart(plan, name, r, by)];
    const both = a.breaks.filter((book) => b.breaks.includes(book));
    if (both.length < Math.max(a.breaks.length, b.breaks.length)) return undefined;
    plan.slot((onTop(name) ? plan.root : r.pick(plan.hosts())).ways[0]!, [{ part: a.part }, { part: b.part }], r);
    return { breaks: both, keys: [...a.keys, ...b.keys, ...linesOf(plan, a.part)] };
  },
  'vendor of the mainland'(plan, r) {
    const vendor = stranger(plan, 'CN', r),
      { maker } = plan.root,
      dealer = r.pick(plan.suppliers);
    plan.root.legs = r.pick([
      [{ seller: vendor }, { seller: maker, buyer: vendor }],
      [{ seller: dealer }, { seller: vendor, buyer: dealer }, { seller: maker, buyer: vendor }],
      [{ seller: maker }, { seller: vendor }],
    ]);
    plan.root.ways[0]!.use = 'in-use'; // or else nobody says which of two sales is
    return {
      breaks: ['tw-non-red'],
      keys: [
        `supplies/${plan.root.id}`,
        ...plan.root.legs.map((_, i) => `supply/${plan.root.id}/${i}`),
        `party/${vendor.id}`,
      ],
    };
  },
  'mainland capital in the vendor'(plan, r) {
    const vendor = plan.company(r.pick(GOOD), r);
    plan.root.legs = [{ seller: vendor }, { seller: plan.root.maker, buyer: vendor }];
    return {
      breaks: ['tw-non-red'],
      keys: [...hide(plan, fromMainland(plan, r), vendor, false, r), `supply/${plan.root.id}/0`],
    };
  },
  'mainland capital in the maker of a part'(plan, r) {
    const part = r.pick(boughtParts(plan));
    return {
      breaks: ['tw-non-red'],
      keys: [...hide(plan, fromMainland(plan, r), part.maker, false, r), `product/${part.id}`],
    };
  },
  'mainland capital in the aircraft’s maker'(plan, r) {
    return {
      breaks: ['tw-non-red'],
      keys: [...hide(plan, fromMainland(plan, r), plan.root.maker, false, r), `product/${plan.root.id}`],
    };
  },
  'listed owner of the aircraft’s maker'(plan, r) {
    return listedOwner(plan, plan.root, r);
  },
  'listed owner of a named part’s maker'(plan, r) {
    const named = boughtParts(plan).filter((part) => plan.asksMaker(part));
    return named.length === 0 ? undefined : listedOwner(plan, r.pick(named), r);
  },
  'listed maker of a named part'(plan, r) {
    const named = boughtParts(plan).filter((part) => plan.asksMaker(part));
    if (named.length === 0) return undefined;
    const part = r.pick(named);
    plan.act = 'operate-in-contract';
    part.maker = stranger(plan, r.pick(['MY', 'SG', 'TH']), r);
    part.legs = [];
    return {
      breaks: ['us-ndaa-848'],
      keys: [...plan.listed(part.maker, r.pick(['id', 'judged', 'twin']), r), `product/${part.id}`],
    };
  },
};
function listedOwner(plan: Plan, part: Part, r: Random): Sown {
  plan.act = 'operate-in-contract';
  const source = stranger(plan, r.pick(['CN', 'SG', 'AE', 'RU', 'HK']), r);
  const keys = [
    ...plan.listed(source, r.pick(['id', 'judged', 'twin']), r),
    ...hide(plan, source, part.maker, true, r),
  ];
  return { breaks: breaks(true, source.country), keys: [...keys, `product/${part.id}`] };
}

/** Every way in which a red is planted. */
export const PLANT_NAMES: readonly string[] = Object.keys(PLANTS);

function sow(plan: Plan, r: Random): Sown & { readonly name: string } {
  for (;;) {
    const name = r.pick(PLANT_NAMES);
    const sown = PLANTS[name]!(plan, r);
    if (sown) return { name, ...sown };
  }
}

// Records of a plan. Drafts name each other by keys; digests are put in when all is settled.
interface Draft {
  readonly key: string;
  /** Says who a firm is that has two records. Which are one party is a judgement and no fact: losing it loses the party. */
  readonly identity?: true;
  readonly rec: Rec;
  readonly members?: readonly string[];
  readonly supports?: readonly string[];
  readonly left?: string;
  readonly right?: string;
  readonly withdraws?: string;
  readonly supersedes?: string;
}
const level = 'confirmed';

function write(plan: Plan, r: Random): Draft[] {
  const drafts: Draft[] = [];
  const piles = new Map<string, string[]>();
  /** A fact, and the pile of facts that one office would attest. */
  const add = (pile: string | undefined, draft: Draft): string => {
    drafts.push(draft);
    if (pile !== undefined) piles.set(pile, [...(piles.get(pile) ?? []), draft.key]);
    return draft.key;
  };
  const complete = (
    pile: string | undefined,
    list: 'components' | 'recipes' | 'supplies' | 'owners' | 'entries',
    of: Id,
    members: readonly string[],
    body: object = {},
  ): void => {
    const key = `${list}/${of}`;
    add(pile, {
      key,
      rec: {
        kind: 'completeness',
        id: `complete-${list}-${of}`,
        level,
        list,
        of,
        status: 'complete',
        members: [],
        ...body,
      },
      members,
    });
  };
  for (const firm of plan.firms) writeFirm(plan, firm, add, complete);
  for (const { id, country, operator } of plan.sites)
    add(`firm ${operator.id}`, {
      key: `site/${id}`,
      rec: { kind: 'facility', id, level, country, region: `${country}-${country === 'CN' ? ['AH', 'FJ', 'GD', 'JS', 'SC', 'ZJ'][r.int(6)]! : 1 + r.int(20)}`, operator: operator.id },
    });
  for (const part of plan.parts) writePart(plan, part, r, add, complete);
  const needed = plan.act === 'operate-in-contract' || r.chance(0.5);
  for (const list of needed ? LISTS : []) {
    const members = plan.entries
      .filter((entry) => entry.list === list)
      .map(({ id, names, ids, scope }) =>
        add(list, {
          key: `entry/${list}/${id}`,
          rec: { kind: 'listing', id, level, list, names, ids, ...(scope && { scope }) },
        }),
      );
    const oldest = (list === 'us-csl' ? 30 : 365) - 10;
    complete(list, 'entries', list, members, { validFrom: addDays(plan.asOf, -r.int(oldest)) });
  }
  for (const { left, right, says } of plan.judged)
    if (needed || !right.startsWith('entry/')) {
      const key = `judged/${left}=${right}`;
      drafts.push({ key, left, right, rec: { kind: 'judgement', id: key, level, says, by: 'reviewer' } });
    }
  drafts.push(...plan.corrected);
  for (const [pile, keys] of piles) writePapers(plan, pile, keys, r, drafts);
  return drafts;
}

type Add = (pile: string | undefined, draft: Draft) => string;
type Complete = (
  pile: string | undefined,
  list: 'components' | 'recipes' | 'supplies' | 'owners' | 'entries',
  of: Id,
  members: readonly string[],
  body?: object,
) => void;

function writeFirm(plan: Plan, firm: Firm, add: Add, complete: Complete): void {
  const pile = `firm ${firm.id}`;
  const { id, names, ids, country: domicile, twin, hidden, person, owners, stated } = firm;
  const slip = plan.corrected.find(({ key, rec }) => key === `slip/${id}` && rec.kind === 'party');
  const partyKind = person ? 'person' : 'company';
  const rec: Party = {
    kind: 'party',
    id,
    level,
    names: [...names],
    partyKind,
    ...(!hidden && { domicile }),
    ...(ids.length > 0 && { ids }),
  };
  const first = add(pile, {
    key: `party/${id}`,
    rec,
    ...(slip && { supersedes: slip.key }),
    ...(twin && { identity: true as const }),
  });
  if (twin) {
    const second = add(pile, {
      key: `party/${twin.id}`,
      identity: true,
      rec: {
        kind: 'party',
        id: twin.id,
        level,
        names: twin.names,
        ...(hidden && { domicile }),
        ...(twin.ids.length > 0 && { ids: twin.ids }),
      },
    });
    plan.judged.push({ left: first, right: second, says: 'same' });
  }
  const stakes = new Map<Firm, Stake>();
  for (const stake of owners) {
    const before = stakes.get(stake.owner);
    stakes.set(stake.owner, before ? { ...stake, lo: before.lo + stake.lo, hi: before.hi + stake.hi } : stake);
  }
  const members = [...stakes.values()].map(({ owner, lo, hi, silent }) =>
    add(pile, {
      key: `stake/${owner.id}>${id}`,
      rec: {
        kind: 'ownership',
        id: `${owner.id}>${id}`,
        level,
        owner: owner.id,
        asset: id,
        ...(!silent && { equityPpm: { lo, hi } }),
      },
    }),
  );
  if (stated && !person) complete(pile, 'owners', id, members);
}

function writePart(plan: Plan, part: Part, r: Random, add: Add, complete: Complete): void {
  const { id, maker, bare } = part;
  const pile = bare ? undefined : `part ${id}`;
  const kept = (): boolean => !bare || r.chance(0.5);
  add(pile, {
    key: `product/${id}`,
    rec: {
      kind: 'product',
      id,
      level,
      name: part.kind,
      partNumbers: [`${part.kind.toUpperCase()}-${r.int(9000) + 1000}`],
      ...(kept() && { maker: maker.id }),
      ...(kept() && { roles: plan.rolesOf(part) }),
    },
  });
  const live = plan.live(part);
  for (const way of part.ways) {
    const { country, site, use, from, to } = way;
    add(pile, {
      key: `recipe/${way.id}`,
      rec: {
        kind: 'recipe',
        id: way.id,
        level,
        output: id,
        steps: way.steps,
        ...(country !== undefined && kept() && { country }),
        ...(site && { facility: site.id }),
        ...(use && { use }),
        ...(from && { validFrom: from }),
        ...(to && { validTo: to }),
        ...(part.sole && live.length === 1 && live[0] === way && part !== plan.root && { sole: true as const }),
      },
    });
    const lines = way.lines.map(({ name, options, quantity }) =>
      add(pile, {
        key: `line/${way.id}/${name}`,
        rec: {
          kind: 'line',
          id: `${way.id}-${name}`,
          level,
          recipe: way.id,
          line: name,
          options: options.map((option) => ({ product: option.part.id, ...(option.use && { use: option.use }) })),
          quantity,
          uom: 'H87',
        },
      }),
    );
    if (!bare && (plan.own(part) || r.chance(0.4))) complete(pile, 'components', way.id, lines);
  }
  if (!bare && part !== plan.root && !(part.sole && live.length === 1))
    complete(
      pile,
      'recipes',
      id,
      live.map((way) => `recipe/${way.id}`),
    );
  const supplies = part.legs.map(({ seller, buyer }, i) =>
    add(pile, {
      key: `supply/${id}/${i}`,
      rec: {
        kind: 'supply',
        id: `sale-${id}-${i}`,
        level,
        product: id,
        supplier: seller.id,
        ...(buyer && { buyer: buyer.id }),
        use: 'in-use',
      },
    }),
  );
  if (supplies.length > 0 && !bare) complete(pile, 'supplies', id, supplies);
}

/** Papers for a pile: one or several, of kinds that count and young enough, some twice, and some that count for nothing. */
function writePapers(plan: Plan, pile: string, keys: readonly string[], r: Random, drafts: Draft[]): void {
  const kinds = pile.startsWith('firm')
    ? ['company-registry', 'company-registry', 'certificate', 'declaration']
    : LISTS.some((l) => l === pile)
      ? ['official-list', 'screening']
      : ACCEPTED;
  const youngest = pile.startsWith('firm') || pile.startsWith('part') ? 350 : 200;
  const paper = (supports: readonly string[], body: Partial<Evidence>): void => {
    const id = `paper-${drafts.length}`;
    drafts.push({
      key: id,
      supports,
      rec: { kind: 'evidence', id, level, docKind: r.pick(kinds), issuer: pile, supports: [], ...body },
    });
  };
  const issued = (): Day => addDays(plan.knownAt, -r.int(youngest));
  const custody = (): Partial<Evidence> =>
    r.chance(0.1) ? { custody: r.pick(['identity-preserved', 'segregated', 'controlled-blending']) } : {};
  const size = r.pick([1, 3, 8, 1000]);
  for (let i = 0; i < keys.length; i += size) paper(keys.slice(i, i + size), { issued: issued(), ...custody() });
  if (r.chance(0.1)) paper(keys, { issued: issued(), ...custody() });
  if (r.chance(0.1)) paper(keys, { issued: addDays(plan.knownAt, -366 - r.int(900)) });
  if (r.chance(0.1)) paper(keys, { issued: issued(), docKind: r.pick(REFUSED) });
  if (r.chance(0.05)) paper(keys, { issued: issued(), custody: r.pick(['mass-balance', 'book-and-claim']) });
}

/**
 * Records of drafts. `changed`: what became of some of them, nothing where they are lost. Pins and papers follow a change,
 * but name what is lost, or `torn`, by the digest that it had.
 */
function seal(
  drafts: readonly Draft[],
  changed: ReadonlyMap<string, Draft | undefined> = new Map(),
  torn: ReadonlySet<string> = new Set(),
): Rec[] {
  const byKey = new Map(drafts.map((draft) => [draft.key, draft]));
  const before = new Map<string, Rec>(),
    after = new Map<string, Rec>();
  const put = (draft: Draft, link: (key: string) => Digest): Rec => {
    const { rec, members, supports, left, right, withdraws, supersedes } = draft;
    if (!members && !supports && !left && !withdraws && !supersedes) return rec;
    return {
      ...rec,
      ...(members && { members: members.map(link).sort() }),
      ...(supports && { supports: supports.map(link).sort() }),
      ...(left && { left: link(left) }),
      ...(right && { right: link(right) }),
      ...(withdraws && { withdraws: link(withdraws) }),
      ...(supersedes && { supersedes: link(supersedes) }),
    } as Rec;
  };
  const was = (key: string): Rec => {
    const known = before.get(key);
    if (known) return known;
    const made = put(byKey.get(key)!, (other) => digestOf(was(other), sha256));
    before.set(key, made);
    return made;
  };
  const is = (key: string): Rec => {
    const known = after.get(key);
    if (known) return known;
    const made = put(changed.get(key) ?? byKey.get(key)!, (other) =>
      digestOf(
        changed.has(other) && (changed.get(other) === undefined || torn.has(other)) ? was(other) : is(other),
        sha256,
      ),
    );
    after.set(key, made);
    return made;
  };
  return drafts.filter(({ key }) => !changed.has(key) || changed.get(key) !== undefined).map(({ key }) => is(key));
}

// Holes.
/** What is left of a draft; nothing where it is lost; the same draft where there was nothing to lose. */
type Hole = readonly [name: string, make: (draft: Draft, r: Random, plan: Plan) => Draft | undefined];
const blank =
  (...fields: readonly string[]): Hole[1] =>
  (draft) => {
    if (!fields.some((field) => field in draft.rec)) return draft;
    const rec = Object.fromEntries(
      Object.entries(draft.rec).filter(([field]) => !fields.includes(field)),
    ) as unknown as Rec;
    return { ...draft, rec };
  };
const change =
  (make: (rec: never, r: Random, plan: Plan) => object): Hole[1] =>
  (draft, r, plan) => ({ ...draft, rec: { ...draft.rec, ...make(draft.rec as never, r, plan) } as Rec });
const some = (keys: readonly string[], r: Random): string[] => keys.filter(() => r.chance(0.6));
const lost: Hole = ['lost', () => undefined];
const inferred: Hole = ['inferred', change(() => ({ level: 'inferred' }))];
/** In a line: of one option, or of all. */
const optionWithout = (field: 'use' | 'product'): Hole[1] =>
  change((rec: Line, r) => {
    const at = r.int(rec.options.length + 1);
    return {
      options: rec.options.map((option, i) => {
        if (i !== at && at < rec.options.length) return option;
        if (field === 'product') return { ...option, product: null };
        const { use: _, ...rest } = option;
        return rest;
      }),
    };
  });
const HOLES: Readonly<Partial<Record<Rec['kind'], readonly Hole[]>>> = {
  evidence: [
    lost,
    lost,
    ['stale', change((_: Evidence, r, plan) => ({ issued: addDays(plan.knownAt, -366 - r.int(2000)) }))],
    ['undated', blank('issued')],
    ['not issued yet', change((_: Evidence, r, plan) => ({ issued: addDays(plan.knownAt, 1 + r.int(90)) }))],
    ['of another kind', change((_: Evidence, r) => ({ docKind: r.pick(REFUSED) }))],
    ['mass balance', change(() => ({ custody: 'mass-balance' }))],
    ['of fewer facts', (draft, r) => ({ ...draft, supports: some(draft.supports!, r) })],
  ],
  completeness: [
    lost,
    lost,
    ['incomplete', change((_: Rec, r) => ({ status: r.pick(['incomplete', 'unknown']) }))],
    ['of fewer members', (draft, r) => ({ ...draft, members: some(draft.members!, r) })],
    [
      'of some roles',
      (draft) =>
        draft.key.startsWith('components')
          ? { ...draft, rec: { ...draft.rec, scope: { roles: ['flight-controller', 'camera'] } } as Rec }
          : draft,
    ],
    [
      'an old edition',
      (draft, r, plan) =>
        draft.key.startsWith('entries')
          ? { ...draft, rec: { ...draft.rec, validFrom: addDays(plan.knownAt, -366 - r.int(300)) } }
          : draft,
    ],
  ],
  party: [
    lost,
    ['domicile blank', blank('domicile')],
    ['kind blank', blank('partyKind')],
    ['names and ids blank', blank('names', 'ids')],
    ['bare', blank('names', 'ids', 'domicile', 'partyKind')],
    inferred,
  ],
  ownership: [
    lost,
    lost,
    ['number blank', blank('equityPpm')],
    [
      'range',
      change((rec: { equityPpm?: { lo: number } }) => ({
        equityPpm: { lo: 0, hi: Math.min(WHOLE, (rec.equityPpm?.lo ?? 0) + 100_000) },
      })),
    ],
    inferred,
  ],
  facility: [lost, ['country blank', blank('country', 'region')], ['operator blank', blank('operator')], inferred],
  product: [
    lost,
    ['maker blank', blank('maker')],
    ['maker blank', blank('maker')],
    ['roles blank', blank('roles')],
    ['bare', blank('maker', 'roles')],
    inferred,
  ],
  recipe: [
    lost,
    ['origin blank', blank('country', 'facility')],
    ['origin blank', blank('country', 'facility')],
    ['country blank', blank('country')],
    ['site blank', blank('facility')],
    ['steps blank', blank('steps')],
    ['sole blank', blank('sole')],
    ['use blank', blank('use')],
    inferred,
  ],
  line: [lost, ['product blank', optionWithout('product')], ['use blank', optionWithout('use')], inferred],
  supply: [lost, ['use blank', blank('use')], ['buyer blank', blank('buyer')], inferred],
  listing: [lost, inferred],
  judgement: [
    [
      'unsure',
      (draft) =>
        draft.right?.startsWith('entry/') ? { ...draft, rec: { ...draft.rec, says: 'unsure' } as Rec } : draft,
    ],
    ['lost', (draft) => (draft.right?.startsWith('entry/') ? undefined : draft)],
  ],
};
const KEEP_IDENTITY = ['domicile blank', 'kind blank', 'inferred'];
/** A second record that says something innocent of the same thing. */
function denial({ rec }: Draft, plan: Plan): Rec | undefined {
  if (rec.kind === 'party') return { kind: 'party', id: rec.id, level, domicile: 'TW' };
  if (rec.kind === 'product') return { kind: 'product', id: rec.id, level, maker: plan.suppliers[0]!.id };
  if (rec.kind === 'recipe' && rec.country)
    return { kind: 'recipe', id: rec.id, level, output: rec.output, country: 'TW' };
  if (rec.kind === 'facility') return { kind: 'facility', id: rec.id, level, country: 'TW' };
  if (rec.kind === 'ownership') return { ...rec, id: `${rec.id}-again`, equityPpm: { lo: 0, hi: 0 } };
  return undefined;
}

/** How facts are lost: here and there, or those that decide and nothing else, so that nothing else keeps it from being clear. */
const AIMED = ['one', 'one', 'one', 'one', 'two', 'two', 'half', 'all'] as const;
const MODES = ['few', 'some', 'many', 'kind', 'denied', ...AIMED] as const;

function pierce(
  plan: Plan,
  drafts: readonly Draft[],
  decisive: ReadonlySet<string>,
  r: Random,
): { records: Rec[]; holes: string[] } {
  const mode = r.pick(MODES);
  const deciding = r.shuffle(drafts.filter(({ key }) => decisive.has(key)));
  const among = (odds: number, ofDeciding: number): Draft[] =>
    drafts.filter(({ key }) => r.chance(decisive.has(key) ? ofDeciding : odds));
  const kind = r.pick(Object.keys(HOLES));
  const targets: Record<(typeof MODES)[number], () => readonly Draft[]> = {
    few: () => r.shuffle(drafts).slice(0, 1 + r.int(4)),
    some: () => among(0.08, 0.3),
    many: () => among(0.45, 0.5),
    kind: () => drafts.filter(({ rec }) => rec.kind === kind && r.chance(0.5)),
    denied: () => deciding.filter(() => r.chance(0.7)),
    one: () => deciding.slice(0, 1),
    two: () => deciding.slice(0, 2),
    half: () => among(0, 0.5),
    all: () => deciding,
  };
  const changed = new Map<string, Draft | undefined>();
  const torn = new Set<string>();
  const holes: string[] = [];
  const extra: Draft[] = [];
  for (const draft of targets[mode]()) {
    const { key, rec, identity } = draft;
    const denied = mode === 'denied' ? denial(draft, plan) : undefined;
    if (denied) {
      // Beside the truth, not in its place: two claims that differ decide nothing.
      const id = `denial-${key}`;
      const issued = plan.knownAt;
      const paper: Evidence = { kind: 'evidence', id, level, docKind: 'declaration', issued, supports: [] };
      extra.push({ key: `again/${key}`, rec: denied }, { key: id, rec: paper, supports: [`again/${key}`] });
      holes.push(`${key}: denied`);
      continue;
    }
    const holesOf = (HOLES[rec.kind] ?? []).filter(([hole]) => !identity || KEEP_IDENTITY.includes(hole));
    const aimed = AIMED.some((other) => other === mode) && holesOf.includes(lost) && r.chance(0.4);
    const [name, make] = aimed ? lost : r.pick(holesOf);
    const left = make(draft, r, plan);
    if (left === draft) continue;
    changed.set(key, left);
    const broken = left !== undefined && !identity && r.chance(0.4);
    if (broken) torn.add(key);
    holes.push(`${key}: ${name}${broken ? ', and the pins and papers name what it was' : ''}`);
  }
  if (holes.length === 0) return pierce(plan, drafts, decisive, r);
  // A statement that names fewer than there are has a hole; one that leaves out what is lost would be a lie.
  for (const { key, members } of drafts) {
    const left = changed.get(key);
    if (members === undefined || left?.members === undefined) continue;
    const gone = members.filter((member) => changed.has(member) && changed.get(member) === undefined);
    changed.set(key, { ...left, members: [...new Set([...left.members, ...gone])] });
  }
  return { records: seal([...drafts, ...extra], changed, torn), holes };
}
