/**
 * The independent checker: do these grounds prove their verdict on these records? It shares docs/semantics.md with the
 * program that wrote them and nothing else: no import, no search, no fixed point over the graph; it follows the lists
 * in the grounds.
 *
 * `full` mode has all records: the network's root is recomputed, and a hidden rival of a cited record is found, because
 * a bucket is read whole. `bundle` mode has the cited records and the members of cited editions: the root is the
 * signer's word. A `draft` is full, and has no seal and no cites yet.
 *
 * Read it from the top: what is checked, how each kind of body proves its verdict, how a network is read, the network
 * of a day; the tables and the arithmetic are at the end. Input is plain JSON values. Whatever is wrong with it, the
 * answer is `refused`, with one of these faults:
 *
 * | fault | because |
 * | --- | --- |
 * | records | a record has not the shape of its kind, or a recipe or supply is recorded for two products |
 * | shape | question, rulebook or grounds are not what they should be |
 * | seal, question, rulebook, network | a digest is not that of the thing given, or not the one expected |
 * | clause | no such clause, or it has no verdict on that day: version, status, scope |
 * | subject | the body speaks of another subject |
 * | not-bad, not-reached | a path member is not bad by earlier ones; the root does not lead to the subject |
 * | not-closed, not-founded | a visited node is not clear or leads out of the list; nothing starts it |
 * | not-open | unknown: the subject is red as things are, or clear |
 * | not-settled | unknown: nothing shows that a condition is open |
 * | not-met | no component is shown to have a role that the clause `expects` |
 * | not-dead, not-choosable | independence: a node has a way out; a node has no clear choice |
 * | not-caught, not-free, not-uncaught, not-unfree, not-unstarted | a member of a set is not surely in it |
 * | cites | `cites` is not what was read |
 *
 * Not checked: the truth of documents; signatures; that a matcher proposed every candidate; `missing`, `basis`,
 * minimality.
 */

// biome-ignore lint/suspicious/noExplicitAny: from outside: records pass KINDS, all the rest is used under one catch
type Json = any;
export type Expected = { readonly question?: string; readonly rulebook?: string };
/** A record whose fields KINDS has checked. */
type Rec = Readonly<Record<string, Json>>;
/**
 * 1 holds, 0 is open, -1 fails: `all` is min, `any` is max, `not` is minus. A strength is 1 for red, -1 for clear; a
 * sign s needs strength s for T, -s for F.
 */
type Value = number;
type Span = readonly [lo: bigint, hi: bigint];
/** What is asked, by which rules; the floor, and the least use that counts as recorded. */
type Law = Readonly<Record<'question' | 'rulebook' | 'version' | 'floor', Json>> & { readonly least: number };
type Used = { readonly use: number; readonly said: boolean };
type Way = Used & { readonly recipe?: string; readonly supply?: string; readonly raw?: boolean; sold?: boolean };
type Claim = readonly [product: string, by: readonly Rec[]];
type Option = Used & { readonly at: number; readonly claims: readonly Claim[] };
type Holder = readonly [owner: string, pairs: readonly (readonly Rec[])[]];
type Line = { readonly records: readonly Rec[]; readonly options: readonly Option[] };
/** What a condition speaks of: a product made in a way (none: the empty product), one substance of it, or a party. */
type At = {
  readonly n?: string; readonly way?: Way; readonly substance?: string; readonly party?: string; readonly goods?: true;
};
/** A statement that holds, and the digests of what it is pinned to. */
type Stated = { readonly by: Rec; readonly members: ReadonlySet<string> };
type Class = { readonly name: string; readonly members: readonly string[]; readonly conflict: boolean };
/** A question to a product and all above it: the clause itself, `expects`, `ancestor`, `allSteps`. */
type Walk = {
  readonly sign: Value; readonly roles?: readonly string[];
  readonly local: (node: string, way: Way) => Value; readonly expand: (node: string) => Value;
  readonly child: (node: string, product: string, deep: boolean) => string; readonly id: (node: string) => string;
};
type Clause = Walk & {
  readonly root: string; readonly empty: () => Value; readonly users: (node: string) => string[];
  readonly expects: readonly string[];
};
export type Sha256 = (text: string) => string | Promise<string>;
export type Opened = {
  readonly facts: ReadonlyMap<string, Rec>; readonly sha256: Sha256; readonly nets: Map<unknown, Json>;
  readonly fault?: string;
};
export type Mode = 'full' | 'bundle' | 'draft';
export type Given = { readonly grounds: unknown; readonly question: unknown; readonly rulebook: unknown };
export type Result = {
  readonly outcome: 'accepted' | 'refused'; readonly mode: Mode; readonly verdict: string;
  readonly reads: readonly string[]; readonly fault?: { readonly code: string; readonly at: string };
};

// ---- What is checked -----------------------------------------------------------------------------------------------

/**
 * Digests every record, once for many checks. `sha256`: lower-case hex of the UTF-8 bytes; absent, the platform's
 * WebCrypto.
 */
export async function open(records: readonly unknown[], sha256: Sha256 = webSha256): Promise<Opened> {
  const found = new Map<string, Rec>(), made = new Map<string, string>();
  let at = 0;
  try {
    for (const r of records as readonly Rec[]) {
      const product = r.kind === 'recipe' ? r.output : r.kind === 'supply' ? r.product : undefined;
      const first = product === undefined ? product : recall(made, `${r.kind} ${r.id}`, () => product);
      if (!wellFormed(r) || first !== product) refuse('records', at);
      const digest = sha256(canonical(r));
      found.set(isText(digest) ? digest : await digest, r);
      at++;
    }
    return { facts: new Map([...found.keys()].sort().map((d) => [d, found.get(d)!])), sha256, nets: new Map() };
  } catch {
    return { facts: new Map(), sha256, nets: new Map(), fault: String(at) };
  }
}
/**
 * Sealed grounds against records: see the head of this file. `expect`: digests that the reader knows from elsewhere.
 */
export async function check(opened: Opened, given: Given, mode: Mode, expect: Expected = {}): Promise<Result> {
  const sealed = mode !== 'draft';
  const reads = new Set<Rec>();
  let net: Net | undefined, verdict = 'unknown';
  const answer = (outcome: Result['outcome'], fault?: Result['fault']): Result => ({
    outcome, mode, verdict, ...(fault && { fault }), reads: [...reads].map((r) => net!.digest(r)).sort(),
  });
  const same = (fault: string, found: string, ...others: readonly unknown[]): void => {
    if (others.some((other) => other !== undefined && other !== found)) refuse(fault, found);
  };
  try {
    if (opened.fault !== undefined) refuse('records', opened.fault);
    const [asked, rules] = [settled(opened, given.question), settled(opened, given.rulebook)];
    // Read from a copy that is text; a draft is the caller's own: what is checked of it only has to have one.
    const text = sealed ? canonical(given.grounds)
      : JSON.stringify(given.grounds, (name, v) => (name === 'missing' ? undefined : v));
    const grounds = sealed ? JSON.parse(text) : given.grounds, { seal, ...rest } = grounds, question = asked.value;
    if (!['red', 'clear', 'unknown'].includes(grounds.verdict) || ![question.asOf, question.knownAt].every(TYPES.day!)
      || !isText(question.product)) refuse('shape', 'question');
    verdict = grounds.verdict;
    same('question', await asked.digest, expect.question, grounds.question ?? null);
    same('question', question.asOf, grounds.asOf ?? null);
    same('rulebook', await rules.digest, expect.rulebook, grounds.rulebook ?? null);
    if (sealed) same('seal', await opened.sha256(canonical(rest)), seal ?? null);
    net = networkOf(opened, question);
    const { facts, kept } = net, root = (): Json => opened.sha256(canonical([...facts.keys()]));
    if (mode !== 'bundle') same('network', await recall(kept, '', root), grounds.network ?? null);
    weigh(net, question, rules.value, grounds, reads);
    const done = answer('accepted');
    return !sealed || canonical(done.reads) === canonical(grounds.cites ?? null) ? done : refuse('cites', 'cites');
  } catch (error) {
    return answer('refused', (error as Json)?.fault ?? { code: 'shape', at: '' });
  }
}
/** All records, and grounds without seal and cites: what a draft of grounds reads is what it has to cite. */
export const prove = (opened: Opened, draft: Given): Promise<Result> => check(opened, draft, 'draft');
type Settled = { readonly value: Json; readonly digest: ReturnType<Sha256> };
/** A question or a rulebook: read and hashed once for many grounds, so it must not change between them. */
const settled = ({ nets, sha256 }: Opened, given: unknown): Settled => recall(nets, given, () => {
  const text = canonical(given);
  return recall(nets, text, () => ({ value: JSON.parse(text), digest: sha256(text) }));
});
/** Is the verdict proved? */
function weigh(net: Net, question: Json, rulebook: Json, grounds: Json, reads: Set<Rec>): void {
  const { body, subject, verdict } = grounds;
  const least = (clause: Json): number => clause.reading === 'independence' ? APPROVED : IN_USE;
  const version = rulebook.versions.filter((v: Json) => current(v, question)).sort((a: Json, b: Json) =>
    (a.from < b.from ? -1 : 1)).at(-1);
  const [clause, ...more] = rulebook.clauses.filter((c: Json) => c.id === grounds.clause && current(c, question));
  if (!clause || more.length || !['in-force', 'unknown'].includes(version?.status)) refuse('clause', grounds.clause);
  const law: Law = { question, rulebook, version, floor: clause.floor ?? rulebook.floor ?? {}, least: least(clause) };
  const inScope = (r: Reading): Value =>
    r.overWays(r.root, T, (way) => r.value(rulebook.scope, { n: r.root, way }, T, '/scope'));
  const bound = question.asIfBound || !rulebook.scope ? T
    : inScope(reading(net, { ...law, floor: rulebook.floor ?? {}, least: IN_USE }, reads));
  const applies = version.status === 'unknown' ? Math.min(bound, U) : bound;
  if (applies === F || (verdict === 'red' && applies !== T)) refuse('clause', 'scope');
  const ifBound = verdict === 'unknown' && applies !== T ? body.red : undefined; // red, if the rulebook applies
  const r = reading(net, law, reads, (ifBound ?? body).sets, verdict === 'unknown' && !ifBound);
  const proofs = law.least === APPROVED ? { red: dead, clear: choice, unknown: noChoice } : { red, clear, unknown };
  proofs[ifBound ? 'red' : verdict as 'red'](r, r.clauseWalk(clause), ifBound ?? body, subject);
}

// ---- How a body proves its verdict: section 9 of docs/semantics.md -------------------------------------------------

/** Red: path members bad by earlier ones, which lead from the root to the first; and that is red by itself. */
function red(r: Reading, walk: Clause, body: Json, subject: string): void {
  const path = shown(body.path, 'not-bad', (m, earlier) => r.bad(walk, m, earlier)), [first = ''] = path;
  const met = new Set(path.has(walk.root) ? [walk.root] : []);
  for (const m of met) for (const next of r.convicts(walk, m, path, path)) met.add(next);
  if (!met.has(first)) refuse('not-reached', first);
  if (walk.id(first) !== subject) refuse('subject', subject);
  if (!r.alone(walk, first)) refuse('not-bad', first);
}
/** Clear: every visited node clear, nothing left out, each founded by earlier ones. */
function clear(r: Reading, walk: Clause, body: Json, subject: string): void {
  if (subject !== 'all') refuse('subject', subject);
  if (asksNothing(walk, body)) return;
  const visited = shown(body.visited, 'not-closed', (m, _, all) => !r.mayBeBad(walk, m, except(all)));
  shown(body.visited, 'not-founded', (m, earlier) => r.founded(walk, m, earlier, F));
  if (!visited.has(walk.root)) refuse('not-closed', walk.root);
  if (r.unmet(walk)) refuse('not-met', walk.root);
}
/** Unknown, read exactly: each subject is reached and not clear, and not red by itself where it is surely used. */
function unknown(r: Reading, walk: Clause, body: Json, subject: string): void {
  if (subject !== 'all' || !body.each.length) refuse('subject', subject);
  const idle = r.certified('unstarted', '', (m, _, all) => !r.founded(walk, m, except(all), F));
  const harmless = r.certified('uncaught', '', (m, _, all) => !r.bad(walk, m, except(all)));
  for (const one of body.each) {
    const path = texts(one.open), [node = ''] = path, aside = new Set(texts(one.aside ?? []));
    if (walk.id(node) !== one.subject) refuse('subject', one.subject);
    if (!r.reached(walk, path)) refuse('not-reached', node);
    if (!idle.has(node) && !r.mayBeBad(walk, node) && !(node === walk.root && r.unmet(walk))) refuse('not-open', node);
    if (r.alone(walk, node) && (!aside.has(node) || aside.has(walk.root))) refuse('not-open', node);
    for (const m of aside) for (const user of new Set(walk.users(m))) {
      const convicted = !aside.has(user) && r.convicts(walk, user, new Set([m]), except(harmless)).includes(m);
      if (convicted) refuse('not-open', user);
    }
  }
}
/** Red under independence: nodes without a way out, which rest on each other only where they are founded. */
function dead(r: Reading, walk: Clause, body: Json, subject: string): void {
  const started = shown(body.founded, 'not-founded', (m, earlier) => r.founded(walk, m, earlier, T));
  const found = shown(body.dead, 'not-dead', (m, earlier, all) => r.deadAt(walk, m, earlier, all, started));
  if (subject !== walk.root) refuse('subject', subject);
  if (!found.has(walk.root)) refuse('not-reached', walk.root);
}
/** Clear under independence: each node has a clear choice among earlier ones. */
function choice(r: Reading, walk: Clause, body: Json, subject: string): void {
  if (subject !== 'all' && subject !== walk.root) refuse('subject', subject);
  if (asksNothing(walk, body)) return;
  const chosen = shown(body.visited, 'not-choosable', (m, earlier) => r.choosable(walk, m, earlier));
  if (!chosen.has(walk.root)) refuse('not-closed', walk.root);
  if (r.unmet(walk)) refuse('not-met', walk.root);
}
/** Unknown under independence: the root has no clear choice (or no part that is expected), and is not dead. */
function noChoice(r: Reading, walk: Clause, body: Json, subject: string): void {
  if (subject !== walk.root) refuse('subject', subject);
  const choiceless = r.certified('uncaught', '', (m, _, all) => !r.choosable(walk, m, except(all)));
  if (!choiceless.has(walk.root) && !r.unmet(walk)) refuse('not-open', walk.root);
  const idle = r.certified('unstarted', '', (m, _, all) => !r.founded(walk, m, except(all), T));
  const earlier = new Set<string>();
  for (const group of body.alive ?? []) {
    const upTo = new Set([...earlier, ...texts(group)]);
    for (const m of group) if (r.deadAt(walk, m, except(upTo), except(earlier), except(idle))) refuse('not-open', m);
    for (const m of group) earlier.add(m);
  }
  if (!earlier.has(walk.root)) refuse('not-open', walk.root);
}
/** Nothing is visited: no product could be red, whatever is recorded. */
const asksNothing = (walk: Clause, { visited }: Json): boolean =>
  texts(visited).length === 0 && (walk.empty() === F || refuse('not-closed', walk.root));

// ---- How a network is read: sections 2 to 6 ------------------------------------------------------------------------

type Reading = ReturnType<typeof reading>;
/** What was found, the records that were read for it, and whose reads have been told of them last. */
type Find = { readonly value: Json; readonly read: readonly Rec[]; told?: ReadonlySet<Rec> };
/**
 * A network read under a floor, with the sets of one body; `exact`: a condition is open only where they show it. What
 * is read goes into `reads`.
 */
function reading(net: Net, law: Law, reads: Set<Rec>, sets?: Json, exact = false) {
  const { question, rulebook, version, floor } = law, root: string = question.product, memo = new Map<unknown, Has>();
  // The same for all grounds of a question under one floor: found once, and kept with what was read for it.
  const finds: Map<string, Map<unknown, Find>[]> = recall(net.kept, canonical([question, floor]), () => new Map());
  let into = reads;
  const shared = <Of, V>(name: string, make: (of: Of, strength: Value) => V): (of: Of, strength?: Value) => V => {
    const known = recall(finds, name, () => [new Map(), new Map(), new Map()]); // by strength
    return (of, strength = U) => {
      let find = known[strength + 1]!.get(of);
      if (!find) {
        const outer = into;
        into = new Set();
        known[strength + 1]!.set(of, (find = { value: make(of, strength), read: [...into] }));
        into = outer;
      }
      if (find.told !== into) for (const r of find.read) into.add(r);
      if (into === reads) find.told = reads;
      return find.value;
    };
  };
  const read = (name: string, id?: string): readonly Rec[] => {
    const found = net.shelf(name, id);
    for (const r of found) into.add(r);
    return found;
  };

  // Section 3, and 1.3 to 1.5: strength, fields, classes, roles.
  const meets = (paper: Rec, { kind, issuer, maxAgeDays, custody, status }: Json): boolean =>
    !status && (!kind || kind.includes(paper.docKind)) && (!issuer || issuer.includes(paper.issuer)) &&
    (maxAgeDays === undefined || daysBetween(paper.issued ?? '', question.knownAt) <= maxAgeDays) &&
    (!custody || custody.includes(paper.custody));
  const papers = (r: Rec, asked: Json): boolean => read('supports', net.digest(r)).some((paper) => meets(paper, asked));
  const kept: Json[] = [undefined, 'identity-preserved', 'segregated', 'controlled-blending'];
  const acquits = (r: Rec): boolean =>
    floor.clear ? papers(r, { custody: kept, ...floor.clear }) : r.level === 'confirmed';
  const strong = (r: Rec, strength: Value): boolean =>
    strength === F ? acquits(r) : r.level === 'confirmed' || floor.red?.level === 'inferred';
  const anyStrong = (records: readonly Rec[], strength: Value): boolean =>
    records.filter((r) => strong(r, strength)).length > 0;
  /** 1.3: a test on what records state in a field: what it is of all of them, if one is strong enough to say so. */
  const says = (records: readonly Rec[], field: string, sign: Value, test: (stated: Json) => Value): Value => {
    const stated = records.filter((r) => r[field] !== undefined);
    const [value = U, ...more] = stated.map((r) => test(r[field]));
    return value !== U && more.every((v) => v === value) && anyStrong(stated, value * sign) ? value : U;
  };
  const used = (records: readonly Rec[], use: (r: Rec) => string): Used => {
    const said = records.filter((r) => use(r) && (strong(r, F) || (use(r) === 'in-use' && strong(r, T))));
    const uses = [...new Set(said.map((r) => USES.indexOf(use(r))))];
    return { use: uses.length === 1 ? uses[0]! : OPEN, said: uses.some((x) => x < IN_USE) };
  };
  const party = shared('party', (id: string): Class & { readonly records: readonly Rec[] } => {
    const found = net.classOf(id), records = found.members.flatMap((member) => read('party', member));
    for (const r of records) read('about', net.digest(r));
    return { ...found, records };
  });
  const makers = (n?: string): string[] =>
    [...new Set(read('product', n).flatMap((r) => r.maker === undefined ? [] : party(r.maker).name))];
  /** 1.4: different classes are different parties; whether one in conflict is one party is open. */
  const isOf = (id: string, name: string): Value => party(id).name !== name ? F : party(id).conflict ? U : T;
  /** 5.2: is the maker of n that of the other? */
  const sameMaker = (n: string, other: string): Value => {
    const [of, ...more] = makers(other);
    if (of === undefined || more.length) return U;
    const value = says(read('product', n), 'maker', T, (id) => isOf(id, of));
    return anyStrong(read('product', other).filter((r) => r.maker !== undefined), value) ? value : U;
  };
  /** 1.5: do the roles of a product leave out one of a product below it? */
  const clash = shared('clash', (n: string | undefined): boolean => {
    const inner = (at?: string): string[] =>
      read('recipes', at).flatMap(({ id }) => read('components', id).flatMap((line) => parts(line)));
    const stated = n === root ? [] : read('product', n).filter((r) => r.roles);
    const below = new Set(stated.length ? inner(n) : []);
    for (const at of below) for (const part of inner(at)) below.add(part); // the set grows as it is gone through
    const inside = [...below].flatMap((at) => read('product', at).flatMap((r) => r.roles ?? []));
    return inside.some((x) => stated.some((r) => !r.roles.includes(x)));
  });
  const role = (n: string | undefined, asked: readonly string[], sign: Value): Value => clash(n) ? U
    : says(read('product', n), 'roles', sign, (roles) => is(roles.some((x: string) => asked.includes(x))));
  const range = (records: readonly Rec[], get: (r: Rec) => Span | undefined, strength: Value, none: Span): Span => {
    const spans = records.filter((r) => get(r)).map((r) => (strong(r, strength) ? get(r)! : none));
    return merge(spans.length ? spans : [none]);
  };

  // Section 4: lists.
  /** The entries of a list that count, all and by name and id; and the statements of its last edition. */
  const catalogue = shared('catalogue', (list: string) => {
    const entries = net.shelf('entries', list), stated = read('stated', `entries ${list}`);
    const last = stated.map((s) => s.validFrom ?? '').sort().at(-1);
    const edition = stated.filter((s) => (s.validFrom ?? '') === last);
    const [cited, members] = [stated, edition].map((of) => new Set<string>(of.flatMap((s) => s.members)));
    for (const e of entries) if (!cited!.has(net.digest(e))) into.add(e); // a statement stands for its members
    const complete = edition.length > 0 && edition.every((s) => s.status === 'complete');
    const counted = entries.filter((e) => !complete || members!.has(net.digest(e))), byMark = new Map<string, Rec[]>();
    for (const e of counted) for (const mark of marks(e)) push(byMark, mark, e);
    return { edition: complete ? edition : [], byMark, counted: new Set(counted),
      heirs: new Set(counted.filter((e) => e.scope === 'and-subsidiaries')),
      goods: counted.filter((e) => e.category !== undefined) };
  });
  /** What says that a list is all there is, and is so: statements, or a recipe that is the `sole` one. */
  const held = new Map(LISTS.map((list) => [list, shared(list, (of: string | undefined): Stated[] => {
    const ids = of !== undefined && list === 'owners' ? party(of).members : [of], entries = list === 'entries';
    const records = ids.flatMap((id) => entries ? net.shelf(list, id) : read(list, id));
    const inScope = ({ scope }: Rec, r: Rec): boolean => scope?.roles ? parts(r).some((part) => {
      const roles = read('product', part).flatMap((x) => x.roles ? [x.roles] : []);
      return !roles.length || roles.flat().some((x) => scope.roles.includes(x));
    }) : !(scope && r.equityPpm?.hi < scope.abovePpm);
    const said = ids.flatMap((id) => read('stated', id === undefined ? id : `${list} ${id}`));
    const stated = entries ? catalogue(of!).edition
      : groups(said, keyOf).filter((k) => k.every((s) => s.status === 'complete')).flat();
    const sole = records.filter((r) => r.sole && list === 'recipes' && records.every((x) => x.id === r.id));
    const holding = stated.filter((s) => pinHolds(net, s, records, (r) => inScope(s, r)));
    return [...holding, ...sole].map((by) => ({ by, members: new Set(by.members ?? [net.digest(by)]) }));
  })]));
  const fresh = (s: Rec): boolean => {
    const days = s.list === 'entries' ? own(rulebook.lists, s.of)?.maxAgeDays : undefined;
    return days === undefined || daysBetween(s.validFrom ?? '', question.knownAt) <= days;
  };
  const statements = (list: string, of: string | undefined, strength: Value): Stated[] =>
    held.get(list)!(of).filter(({ by }) => strong(by, F) && strong(by, strength) && fresh(by));
  /** Does a list hold for what is asked, and is it pinned to a record, if one is given? */
  const pinned = (list: string, of: string | undefined, strength: Value, roles?: readonly string[], r?: Rec): boolean =>
    statements(list, of, strength).some(({ by, members }) => (!r || members.has(net.digest(r)))
      && (!by.scope || !!roles?.every((x) => by.scope.roles?.includes(x))));
  /** Does what is listed count: by a strong record, or towards clear by one that a statement of the whole list pins? */
  const counts = (by: readonly Rec[], strength: Value, list: string, of: string, roles?: readonly string[]): boolean =>
    anyStrong(by, strength) || (strength === F && by.some((r) => pinned(list, of, F, roles, r)));

  // Section 2: ways, lines, uses.
  const waysIf = shared('waysIf', (n: string, allKnown): readonly Way[] => {
    const recipes = groups(read('recipes', n), (r) => r.id).filter(([r]) => n !== root
      || (question.bom ?? r!.id) === r!.id);
    const sold = groups(read('supplies', n), (r) => r.id);
    const sells = (s: Rec[], buyer: string): boolean => s.some((r) => party(r.supplier).name === party(buyer).name);
    const legs = sold.filter((s) => s.every((r) => r.buyer === undefined
      || !sold.some((other) => other !== s && sells(other, r.buyer))));
    const agree = (a: Rec[], b: Rec[]): boolean => {
      const [x, y] = [a, b].map((k) => k.flatMap((r) => r.facility ?? [])) as [string[], string[]];
      return !x.length || !y.length || x.some((facility) => y.includes(facility));
    };
    const pairs: [Rec[], Rec[]][] = recipes.flatMap((r) => legs.filter((s) => agree(r, s)).map((s): [Rec[], Rec[]] =>
      [r, s]));
    for (const r of recipes) if (!legs.some((s) => agree(r, s))) pairs.push([r, []]);
    for (const s of legs) if (!recipes.some((r) => agree(r, s))) pairs.push([[], s]);
    const closed = allKnown === T, raw = closed && n !== root && !recipes.length;
    if (!closed || !pairs.length) pairs.push([[], []]);
    const made = pairs.map(([r, s]) => {
      const both = [r, s].filter((k) => k.length).map((k) => used(k, (x) => x.use)), uses = both.map((x) => x.use);
      const use = uses.includes(KNOWN) ? KNOWN : Math.min(...uses, uses.length ? IN_USE : OPEN);
      const sold = closed && s.length > 0 && uses.at(-1) === IN_USE, said = both.some((x) => x.said);
      return { recipe: r[0]?.id, supply: s[0]?.id, raw, sold, said, use };
    }).sort((a, b) => (`${a.recipe ?? '-'}|${a.supply ?? '-'}` < `${b.recipe ?? '-'}|${b.supply ?? '-'}` ? -1 : 1));
    // The only way of the product, or the only one that may be in use of a supply that is.
    const only = (w: Way): boolean => made.length === 1 || (w.sold === true &&
      made.every((x) => x === w || x.supply !== w.supply || x.use === KNOWN || x.use === APPROVED));
    return made.map((w) => w.use === OPEN && !w.said && only(w) ? { ...w, use: IN_USE } : w);
  });
  /** The same objects for both strengths where the list of recipes holds for both or for neither. */
  const ways = shared('ways', (n: string, strength) => waysIf(n, is(n === root || pinned('recipes', n, strength))));
  const counted = <M extends Used>(members: readonly M[]): M[] =>
    members.filter((m) => m.use === OPEN || m.use >= law.least);
  const everywhere: Group = (of, holds) => counted(of).length > 0 && counted(of).every(holds);
  const overWays = (n: string, sign: Value, value: (way: Way) => Value): Value => [T, F].find((v) => {
    const all = counted(ways(n, v * sign));
    return all.length > 0 && all.every((way) => value(way) === v);
  }) ?? U;
  /** The lines of a way; or those that name one of some products, each with all that is recorded of it. */
  const lines = (way: Way, among?: readonly string[]): readonly Line[] => {
    if (way.recipe === undefined) return [];
    const { all, naming } = net.billOf(way.recipe);
    const found = among?.map((part) => naming.get(part) ?? []);
    return (!found ? all : found.length === 1 ? found[0]! : [...new Set(found.flat())]).map((line) => lineOf(line));
  };
  const lineOf = shared('line', (records: readonly Rec[]): Line => {
    for (const r of records) into.add(r);
    const options = Array.from({ length: Math.max(...records.map((r) => r.options.length)) }, (_, at): Option => {
      const there = records.filter((r) => r.options[at]), named = there.filter((r) => isText(r.options[at].product));
      const claims = groups(named.length ? named : there, (r) => parts(r)[at]!).map((by) =>
        [parts(by[0]!)[at]!, by] as const);
      return { ...used(there, (r) => r.options[at].use), at, claims };
    });
    const [only, ...more] = options;
    return { records, options: only && !more.length && !only.said ? [{ ...only, use: IN_USE }] : options };
  });
  const complete = (way: Way, strength: Value, roles?: readonly string[]): boolean =>
    !!way.raw || (way.recipe !== undefined && pinned('components', way.recipe, strength, roles));
  /** What claims the facility of a way: its recipe; of a way without one, its supply. */
  const facilities = (way: Way | undefined): readonly Rec[] =>
    (way?.recipe === undefined ? read('supply', way?.supply) : read('recipe', way.recipe)).filter((r) => r.facility);

  // Section 9: the sets of the body. Caught and unfree members rest on earlier ones, the others on all of them.
  const certified = (kind: string, ptr: string, holds: Holds): Has => recall(memo, `${kind} ${ptr}`, () =>
    shown(own(sets?.[kind], ptr) ?? [], `not-${kind}`, holds, `${ptr} `));
  /**
   * Is m in a least set: T if it is caught, F if it is free, U if it is shown to be neither. Given what is in it: is
   * one surely (`shows`), is one possibly (`may`)? `starts`: what else has to be so of one that is not?
   */
  const settle = (ptr: string, m: string, shows: Holds, may?: Holds, starts?: Holds): Value => {
    if (certified('caught', ptr, shows).has(m)) return T;
    const free: Holds = (x, earlier, all) => !may!(x, except(all), all) && (!starts || starts(x, earlier, all));
    if (may && certified('free', ptr, free).has(m)) return F;
    if (!exact) return U;
    const idle = starts ? certified('unstarted', ptr, (x, _, all) => !starts(x, except(all), all)) : NONE;
    const never = certified('uncaught', ptr, (x, _, all) => !shows(x, except(all), all));
    const unfree: Holds = (x, earlier, all) => idle.has(x) || may!(x, earlier, all);
    return never.has(m) && (!may || certified('unfree', ptr, unfree).has(m)) ? U : refuse('not-settled', `${ptr} ${m}`);
  };

  // Section 6.1 to 6.3: parties.
  const match = (id: string, e: Rec, list: string, sign: Value): Value => {
    const { records } = party(id), digest = net.digest(e), ids: Json[] = records.flatMap((r) => r.ids ?? []);
    const sure = (by: readonly Rec[]): Value => (anyStrong(by, sign) && counts([e], sign, 'entries', list) ? T : U);
    const sharing = (marksOf: (r: Rec) => string[]): Rec[] =>
      records.filter((r) => marksOf(r).some((mark) => marksOf(e).includes(mark)));
    const eq = sharing(idMarks), equal = ids.filter((x) => idMarks(e).includes(idMark(x))).map((x) => x.scheme);
    const neq = e.ids?.some(({ scheme: s }: Json) =>
      !MANY.test(s) && !equal.includes(s) && ids.some((x) => x.scheme === s));
    const judged = records.flatMap((r) => read('about', net.digest(r))
      .filter((j) => [j.left, j.right].includes(digest)).map((j) => ({ r, says: j.says })));
    const told = new Set(judged.map((j) => j.says));
    if (eq.length) return neq || told.has('different') ? U : sure(eq);
    if (neq) return told.has('same') ? U : F;
    if (told.size > 1 || told.has('unsure')) return U;
    if (told.size) return told.has('same') ? sure(judged.map((j) => j.r)) : F;
    const named = sharing(nameMarks);
    if (!named.length) return records.some((r) => r.names?.length) ? F : U;
    return own(rulebook.lists, list)?.exactName === 'trusted' ? sure(named) : U;
  };
  const onLists = (id: string, lists: readonly string[], only: 'counted' | 'heirs', sign: Value): Value => {
    const { records, conflict } = party(id);
    const judged = records.flatMap((r) => read('about', net.digest(r)).flatMap((j) => [j.left, j.right]));
    const best = fold(T, lists, (name) => {
      const list = catalogue(name);
      const near: Rec[] = !records.some((r) => r.names?.length) ? [...list[only]]
        : records.flatMap((r) => [...marks(r)].flatMap((mark) => list.byMark.get(mark) ?? []));
      const named = judged.flatMap((digest) => net.facts.get(digest) ?? []);
      const entries = new Set([...near, ...named].filter((e) => list[only].has(e)));
      return Math.max(pinned('entries', name, -sign) ? F : U, ...[...entries].map((e) => match(id, e!, name, sign)));
    });
    return conflict || !records.some((r) => r.names?.length || r.ids?.length) ? U : best;
  };
  const holders = shared('holders', (asset: string): readonly Holder[] => {
    const by = new Map<string, Rec[][]>();
    const recorded = groups(party(asset).members.flatMap((id) => read('owners', id)), keyOf);
    for (const pair of recorded) push(by, party(pair[0]!.owner).name, pair);
    return [...by];
  });
  /** Do hands that count hold enough of an asset: surely (`end` T), or possibly (F)? */
  const enough = (asset: string, [measure, ...more]: readonly string[], counts: (owner: string) => boolean, end: Value,
    sign: Value, dispersed: boolean): boolean => {
    const strength = end * sign, full = pinned('owners', asset, strength), sure = end === T;
    const mine = holders(asset).filter(([owner]) => counts(owner));
    if (measure === 'control') {
      const right = ([, pairs]: Holder): Value => says(pairs.flat(), 'control', sign, (v) => is(more.includes(v)));
      return mine.some((holder) => right(holder) >= leastAt(end)) || !(sure || full);
    }
    // Seats on a board may have no owner behind them, and debt has no whole.
    const field = `${measure}Ppm`, sums = measure === 'equity' || measure === 'voting';
    const held = ([, pairs]: Holder): Span => {
      const spans = pairs.map((k) => range(k, (r) => r[field] && spanOf(r[field]), strength, [0n, WHOLE]));
      return [hull(spans)[0], pick([WHOLE, sum(spans.map((x) => x[1]))], false)];
    };
    const total = (of: readonly Span[], i: 0 | 1): bigint => sum(of.map((span) => span[i]));
    const all = holders(asset).map(held), [near, far] = sure ? [0, 1] as const : [1, 0] as const;
    if (total(all, 0) > WHOLE || (full && sums && total(all, 1) < WHOLE)) return !sure;
    const large = dispersed && statements('owners', asset, strength).some(({ by }) => by.scope?.abovePpm !== undefined);
    const closed = sure ? full && sums : full || (sums && large);
    /** What they hold, and what the others leave them: at least, or at most. */
    const amount = (of: readonly Span[], known: boolean): bigint => {
      const [own, left] = [total(of, near), WHOLE - total(all, far) + total(of, far)];
      return known ? pick([own, left], sure) : sure ? own : left;
    };
    // In one hand: of one owner, or of one that nobody recorded.
    const amounts = more[1] !== 'one' ? [amount(mine.map(held), closed)]
      : [[], ...mine.map((holder) => [held(holder)])].map((of) => amount(of, closed || (!sure && of.length > 0)));
    return pick(amounts, true) >= BigInt(more[0]!);
  };
  const owned = (test: string, base: (id: string) => Value, id: string, sign: Value, ptr: string,
    dispersed: boolean): Value => {
    const [catches, passes = catches] = TESTS.get(test) ?? refuse('shape', test), { name } = party(id);
    const lone = (m: string, strength: Value): boolean => party(m).conflict
      || says(party(m).records, 'partyKind', strength, (kind) => is(kind === 'person' || kind === 'state-body')) === T;
    const reached = (m: string, rules: Json, end: Value, counts: (owner: string) => boolean): boolean =>
      base(m) >= leastAt(end) || (!lone(m, end * sign) && rules.some((rule: string[]) =>
        !(end === T && rule.at(-1) === '?') && enough(m, rule, counts, end, sign, dispersed && end === F)));
    // Whose holdings count is a least set; who is caught is read off it, unless it is the same.
    const passing = (at: string, owner: string): Value => settle(at, owner,
      (m, given) => reached(m, passes, T, (o) => given.has(o)),
      (m, given) => reached(m, passes, F, (o) => given.has(o)));
    if (passes === catches) return passing(ptr, name);
    const caught = (end: Value): boolean =>
      reached(name, catches, end, (o) => passing(`${ptr}#passes`, o) >= leastAt(end));
    return caught(T) ? T : caught(F) ? U : F;
  };
  /** Section 2, sellers: from the way's own supply towards the maker, each sure or not. */
  const supplier = ({ n, way }: At, sign: Value, holds: (party: string) => Value): Value => {
    const legs = groups(read('supplies', n), (r) => r.id), closed = pinned('supplies', n, sign);
    const met = new Map<readonly Rec[], boolean>(), queue: (readonly Rec[])[] = [];
    const meet = (leg: readonly Rec[], sure: boolean): void => {
      if (met.get(leg) || (!sure && met.has(leg))) return; // met before, as sure as now
      met.set(leg, sure);
      queue.push(leg);
    };
    const inUse = (leg: readonly Rec[]): boolean => used(leg, (r) => r.use).use === IN_USE;
    for (const leg of legs) if (leg[0]!.id === way?.supply) meet(leg, closed || inUse(leg));
    for (const leg of queue) for (const seller of new Set(leg.map((r) => party(r.supplier).name))) {
      const isMaker = says(read('product', n), 'maker', -sign, (id) => isOf(id, seller));
      const lone = leg.every((r) => party(r.supplier).name === seller);
      const onward = met.get(leg)! && lone && isMaker === F && anyStrong(leg, sign);
      const buys = (r: Rec): boolean => r.buyer !== undefined && party(r.buyer).name === seller;
      const next = isMaker === T ? [] : legs.filter((l) => l.some(buys));
      for (const l of next) {
        const stays = inUse(l) || (closed && next.length === 1 && !used(l, (r) => r.use).said);
        meet(l, onward && stays && anyStrong(l, sign) && l.every((r) => r.buyer === undefined || buys(r)));
      }
    }
    const values = [...met].map(([leg, sure]) => {
      const v = says(leg, 'supplier', sign, holds);
      return sure ? v : Math.min(v, U);
    });
    return values.includes(T) ? T : values.length && !values.includes(U) && pinned('supplies', n, -sign) ? F : U;
  };
  /** 6.4: of the items of a product, the share at least that those have whose `where` is `side`; as a fraction. */
  const portion = (p: Json, at: At, sign: Value, side: Value, ptr: string): readonly [bigint, bigint] => {
    const strength = sign * side, none: Span = [0n, UNBOUNDED];
    const cost = p.share === 'cost', field = cost ? 'unitCost' : 'unitMassKg';
    const where = (to: At): Value => value(p.where, to, sign, `${ptr}/where`);
    const about = (id: string): readonly Rec[] => read('product', id);
    const bill = at.way && p.over === 'components' ? lines(at.way) : [];
    const self = at.n === undefined ? [] : about(at.n).filter((r) => r[field]);
    // Amounts count in one currency: that of the whole where it is stated, else the only one there is.
    const whole = new Set(self.map((r) => r[field].currency)).size === 1
      ? range(self, (r) => spanOf(r[field]), strength, none) : none;
    const stated = p.over === 'materials' ? WHOLE * WHOLE : whole[0] === whole[1] ? whole[0] * 10n ** 24n : undefined;
    const unit = (factors: Rec, records: readonly Rec[]): Json => {
      const said = records.filter((r) => r.uom), [one, ...others] = new Set(said.map((r) => r.uom));
      return others.length || !anyStrong(said, strength) ? undefined : own(factors, one);
    };
    const pricesOf = (o: Option): Json[] => o.claims.flatMap(([id]) => about(id).flatMap((r) => r[field] ?? []));
    const priceOf = ({ records, options }: Line): Json[] => cost && records.some((r) => r.costEach)
      ? records.flatMap((r) => r.costEach ?? []) : unit(PIECES, records) ? options.flatMap(pricesOf) : [];
    const [currency, ...others] = new Set((stated === undefined ? bill.flatMap(priceOf) : self.map((r) => r[field]))
      .map((price) => price.currency));
    const price = (of: readonly Rec[], name: string): Span =>
      of.some((r) => r[name] && (others.length || r[name].currency !== currency)) ? none
        : range(of, (r) => r[name] && spanOf(r[name]), strength, none);
    const item = ({ records }: Line, { use, at, claims }: Option): Item => {
      const kilograms = cost ? undefined : unit(MASS, records), pieces = unit(PIECES, records) ?? 0n;
      const [low, high] = hull(claims.map(([id]) => price(about(id), field)));
      const each = kilograms ? decimalSpan(kilograms) : cost && records.some((r) => r.costEach)
        ? price(records, 'costEach') : pieces ? [low * pieces, high * pieces] as const : none;
      const count = range(records, (r) => r.quantity && decimalSpan(r.quantity), strength, none);
      const share = range(records, (r) => r.options[at]?.share && spanOf(r.options[at].share), strength, [0n, WHOLE]);
      const [one, ...others] = new Set(claims.map(([id]) => overWays(id, sign, (way) => where({ n: id, way }))));
      const limit: Span = use === KNOWN || use === APPROVED ? [0n, 0n] : [0n, WHOLE];
      const v = others.length ? U : one! * side;
      return { v, of: [count[0] * each[0], count[1] * each[1]], share: limit[1] ? share : limit, limit };
    };
    const substances = p.over === 'materials' ? groups(read('materials', at.n), (r) => r.substance) : [];
    const items: Item[][] = p.over === 'components' ? bill.map((line) => line.options.map((o) => item(line, o)))
      : substances.map((k) => [{ v: where({ ...at, substance: k[0]!.substance }) * side,
        of: range(k, (r) => spanOf(r.massPpm), strength, none), share: [WHOLE, WHOLE], limit: [WHOLE, WHOLE] }]);
    const full = p.over === 'materials' ? pinned('materials', at.n, strength) : !!at.way && complete(at.way, strength);
    const total = (first: (i: Item) => boolean): Span =>
      items.map((options) => split(options, first)).reduce((a, b) => [a[0] + b[0], a[1] + b[1]], [0n, 0n]);
    const [sure, rest] = total((i) => i.v !== T), [low] = total(() => false), [, high] = total(() => true);
    if (stated === undefined) return full && rest < UNBOUNDED && sure + rest > 0n ? [sure, sure + rest] : [0n, 1n];
    return stated === 0n || low > stated || (full && high < stated) ? [0n, 1n]
      : [pick([sure, full ? stated - rest : 0n], true), stated];
  };
  const share = (p: Json, at: At, sign: Value, ptr: string): Value => {
    const { atMost, lessThan, ...rest } = p;
    const turned = { ...rest, moreThan: atMost, atLeast: lessThan };
    if ((atMost ?? lessThan) !== undefined) return -share(turned, at, -sign, ptr);
    const bound = BigInt(p.moreThan ?? p.atLeast), strict = p.moreThan !== undefined ? 1n : 0n;
    const [lo, whole] = portion(p, at, sign, T, ptr), [no, all] = portion(p, at, sign, F, ptr);
    if (lo * 10_000n >= bound * whole + strict) return T;
    return (all - no) * 10_000n < bound * all + strict ? F : U;
  };

  // Section 5: walks.
  const linked = (walk: Walk, way: Way, by: readonly Rec[]): boolean =>
    counts(by, walk.sign, 'components', way.recipe!, walk.roles);
  const badOption = (walk: Walk, node: string, way: Way, o: Option, given: Has): boolean =>
    o.claims.every(([p, by]) => given.has(walk.child(node, p, true)) && linked(walk, way, by));
  const made = (walk: Walk, node: string, way: Way): boolean =>
    walk.expand(node) === T && (way.recipe === undefined || anyStrong(read('recipe', way.recipe), walk.sign));
  const badWay = (walk: Walk, node: string, way: Way, given: Has, group: Group): boolean =>
    walk.local(node, way) === T || (made(walk, node, way) && lines(way, given instanceof Set ? [...given].map(walk.id)
      : undefined).some((line) => group(line.options, (o) => badOption(walk, node, way, o, given))));
  /** Surely bad, given what is: by a group of its ways, each by itself or by a group of the options of a line. */
  const bad = (walk: Walk, node: string, given: Has, group: Group = needed): boolean =>
    group(ways(walk.id(node), walk.sign), (way) => badWay(walk, node, way, given, group));
  /** Possibly bad, given what may be: not all of it is known, and nothing bad. */
  const badAtMost = (walk: Walk, node: string, way: Way, given: Has): boolean => {
    const open = ([p, by]: Claim): boolean => given.has(walk.child(node, p, false))
      || !counts(by, -walk.sign, 'components', way.recipe!, walk.roles);
    return walk.local(node, way) !== F || (walk.expand(node) !== F && (!complete(way, -walk.sign, walk.roles)
      || lines(way).some((line) => counted(line.options).some((o) => o.claims.some(open)))));
  };
  const mayBeBad = (walk: Walk, node: string, given: Has = NONE): boolean =>
    counted(ways(walk.id(node), -walk.sign)).some((way) => badAtMost(walk, node, way, given));
  const founded = (walk: Walk, node: string, earlier: Has, strength: Value,
    suits = (_: Way): boolean => true): boolean => {
    const started = (o: Option): boolean => o.claims.every(([p]) => earlier.has(walk.child(node, p, false)));
    const starts = (way: Way): boolean => suits(way) && (walk.expand(node) === F || (complete(way, strength, walk.roles)
      && lines(way).every((line) => some(line.options, law.least, started))));
    return some(ways(walk.id(node), strength), law.least, starts);
  };
  const choosable = (walk: Walk, node: string, earlier: Has): boolean =>
    founded(walk, node, earlier, F, (way) => !badAtMost(walk, node, way, NONE));
  /**
   * 5.5: does every way of a node but the known need what is dead? It may rest on itself where both ends are
   * founded.
   */
  const deadAt = (walk: Walk, node: string, earlier: Has, all: Has, started: Has): boolean => bad(walk, node,
    { has: (p) => earlier.has(p) || (all.has(p) && started.has(p) && started.has(node)) }, unavoidable);
  /** Does a node lead to another by what is counted? */
  const leads = (walk: Walk, node: string, to: string): boolean => walk.expand(node) !== F &&
    counted(ways(walk.id(node), F)).some((way) => lines(way, [walk.id(to)]).some((line) =>
      counted(line.options).some((o) => o.claims.some(([p]) => walk.child(node, p, false) === to))));
  /** Does a path lead from the root to its first node? */
  const reached = (walk: Clause, path: readonly string[]): boolean => path.at(-1) === walk.root &&
    path.every((node, i) => i === 0 || leads(walk, node, path[i - 1]!));
  /**
   * 5.4: those of `others` that a node convicts, given what is bad: what it surely uses. Whatever leads to something
   * red is bad itself, so only bad ways and options are followed.
   */
  const convicts = (walk: Walk, node: string, others: ReadonlySet<string>, given: Has): string[] => {
    const standing = <M extends Used>(of: readonly M[], isBad: (m: M) => boolean): readonly M[] => {
      const use = of.some((m) => m.use === IN_USE) ? IN_USE : OPEN;
      return needed(of, isBad) ? of.filter((m) => m.use === use && isBad(m)) : [];
    };
    return standing(ways(walk.id(node), T), (way) => badWay(walk, node, way, given, needed))
      .filter((way) => made(walk, node, way)).flatMap((way) => lines(way, [...others].map(walk.id)).flatMap((line) =>
        standing(line.options, (o) => badOption(walk, node, way, o, given))
          .flatMap((o) => o.claims.map(([p]) => walk.child(node, p, true)))));
  };
  /** Is a role that the clause expects not shown of any part? */
  const unmet = (walk: Clause): boolean => walk.expects.some((role_, i) => {
    const local = (node: string): Value => (walk.id(node) === root ? F : role(walk.id(node), [role_], F));
    const has: Walk = { ...walk, sign: F, local };
    return settle(`/expects/${i}`, walk.root, (m, given) => bad(has, m, given)) !== T;
  });
  /** Is a node red by itself, wherever it is used? */
  const alone = (walk: Walk, node: string): boolean =>
    needed(ways(walk.id(node), T), (way) => walk.local(node, way) === T);
  /** The walk of a clause (5.2, 5.3). */
  const clauseWalk = (clause: Json): Clause => {
    const of = clause.for.components, tiers: number | undefined = of?.walk?.tiers, expects = clause.expects ?? [];
    const split = (node: string): number => tiers === undefined ? node.length : node.lastIndexOf('@');
    const id = (node: string): string => node.slice(0, split(node));
    const depth = (node: string): number => Number(node.slice(split(node) + 1));
    if (of ? of.walk !== 'all' && (law.least === APPROVED || (of.walk !== 'bought' && !Number.isInteger(tiers)))
      : clause.for !== 'product' && !clause.for.parties) refuse('shape', '/for');
    const asked = clause.for.parties ? { any: clause.for.parties.map((kind: string) => ({ [kind]: clause.redIf })) }
      : clause.redIf;
    const applies = (u: Json, at: At, ptr: string): Value => !u.shown && !u.when ? refuse('shape', ptr)
      : u.shown && !paper(u.shown, at) ? F : u.when ? value(u.when, at, F, `${ptr}/when`) : T;
    const exempt = (at: At): Value => fold(T, (clause.unless ?? []) as Json[], (u, i) =>
      !current(u, question) ? F : u.of !== 'root' ? applies(u, at, `/unless/${i}`)
        : recall(locals, u, () => overWays(root, F, (way) => applies(u, { n: root, way }, `/unless/${i}`))));
    const redIf = (at: At): Value => value(asked, at, T, '/redIf');
    const red: readonly ((at: At) => Value)[] = [(at) => of?.roles ? role(at.n, of.roles, T) : T,
      (at) => of?.materials ? value({ material: of.materials }, at, T, '/for') : T, redIf, (at) => -exempt(at)];
    // A way is of one product, and so is an exemption of the root.
    const locals = new Map<unknown, Value>(), expands = new Map<string, Value>();
    const local = (node: string, way: Way): Value => recall(locals, way, () =>
      (of?.roles ?? of?.materials) && id(node) === root ? F : fold(F, red, (holds) => holds({ n: id(node), way })));
    const expand = (node: string): Value => recall(expands, node, () => !of ? F : node === start ? T
      : of.roles && id(node) !== root && role(id(node), of.roles, T) === F ? F
      : of.walk === 'all' || (tiers === undefined && id(node) === root) ? T
      : tiers === undefined ? sameMaker(id(node), root) : is(depth(node) < tiers));
    const child = (node: string, p: string, deep: boolean): string => {
      const same = tiers === undefined ? T : sameMaker(p, id(node));
      return tiers === undefined ? p : `${p}@${depth(node) + (same === F || (deep && same === U) ? 1 : 0)}`;
    };
    const start = tiers === undefined ? root : `${root}@0`, empty = (): Value => redIf({});
    /** Nodes that recorded lines show to use a node: as deep, or one less. */
    const users = (node: string): string[] => {
      const products = read('uses', id(node)).flatMap((line) => read('recipe', line.recipe).map((r) => r.output));
      const depths = [depth(node) - 1, depth(node)].filter((d) => d >= 0);
      return tiers === undefined ? products : products.flatMap((n) => depths.map((d) => `${n}@${d}`));
    };
    return { root: start, sign: T, roles: of?.roles, id, local, expand, child, users, empty, expects };
  };

  // Section 6: the table of conditions.
  const places = (p: Json): Json => isText(p) ? own(version.sets, p) ?? own(rulebook.sets, p) ?? refuse('shape', p) : p;
  const inPlaces = (p: Json, codes: readonly Rec[], field: string, regions: readonly Rec[], sign: Value): Value => {
    const set = places(p), inSet = (code: string): Value => is(set.includes(code));
    const inRegion = (region: string): Value => is(set.some((x: Json) => x.region === region));
    return Math.max(set.some(isText) ? says(codes, field, sign, inSet) : F,
      set.every(isText) ? F : says(regions, 'region', sign, inRegion));
  };
  const place = (way: Way | undefined, p: Json, sign: Value): Value => {
    const made = read('recipe', way?.recipe), stated = made.some((r) => r.country !== undefined);
    const at = (id: string): Value => inPlaces(p, read('facility', id), 'country', read('facility', id), sign);
    const sites = made.flatMap((r) => (r.facility === undefined ? [] : read('facility', r.facility)));
    if (stated && sites.some((f) => f.country !== undefined && made.every((r) => r.country !== f.country))) return U;
    return stated ? inPlaces(p, made, 'country', [], sign) : says(made, 'facility', sign, at);
  };
  const steps = (way: Way | undefined, asked: readonly string[], sign: Value): Value =>
    says(read('recipe', way?.recipe), 'steps', sign, (stated) => is(asked.some((x) => stated.includes(x))));
  const paper = (asked: Json, { n, way }: At): boolean => {
    const about: Readonly<Record<string, () => readonly (readonly Rec[])[]>> = {
      product: () => [read('product', n)], maker: () => makers(n).map((id) => party(id).records), lot: () => [],
      facility: () => [...new Set(facilities(way).map((r) => r.facility))].map((id) => read('facility', id)) };
    const of = about[asked.about]!();
    return of.length > 0 && of.every((records) => records.some((r) => papers(r, asked)));
  };
  type Ask = (p: Json, at: At, sign: Value, ptr: string) => Value;
  const ancestor: Ask = (p, { n }, sign, ptr) => {
    const asked = [...p.materials ? [[{ material: p.materials }, ptr]] : [], [p.ancestor, `${ptr}/ancestor`]];
    const walk = upward(sign, (m, way) => fold(F, asked, ([q, at]) => value(q, { n: m, way }, sign, at)));
    return above(walk, n!, ptr);
  };
  const allSteps: Ask = (p, { n }, sign, ptr) => {
    const walk = upward(-sign, (_, way) => Math.min(steps(way, p.allSteps, -sign), place(way, p.outside, -sign)));
    const found = above(walk, n!, ptr);
    if (found !== F) return -found;
    const seen = (x: string): Walk => upward(sign, (_, way) => steps(way, [x], sign));
    return fold(F, p.seen ?? p.allSteps, (x: string) =>
      settle(`${ptr}#${x}`, n!, (m, given) => bad(seen(x), m, given, everywhere)));
  };
  const upward = (sign: Value, local: (n: string, way: Way) => Value): Walk =>
    ({ sign, local, id: (n) => n, expand: () => T, child: (_, p) => p });
  const above = (walk: Walk, n: string, ptr: string): Value => settle(ptr, n, (m, given) => bad(walk, m, given),
    (m, given) => mayBeBad(walk, m, given), (m, given) => founded(walk, m, given, -walk.sign));
  const listed: Ask = (p, at, sign, ptr) => {
    const direct = onLists(at.party!, p.listed, 'counted', sign);
    const heirs = p.listed.some((name: string) => catalogue(name).heirs.size > 0);
    const base = (id: string): Value => onLists(id, p.listed, p.closure ? 'counted' : 'heirs', sign);
    return direct === T || !(p.closure || heirs) ? direct
      : Math.max(direct, owned(p.closure ?? 'OWN50_CASCADE', base, at.party!, sign, ptr, false));
  };
  const category: Ask = (p, at, sign, ptr) => {
    const entries = catalogue(p.category).goods;
    const ask = (e: Rec): Value => value(e.category, { ...at, goods: true }, sign, `${ptr}/category/${e.id}`);
    if (at.goods) refuse('shape', ptr);
    const values = entries.map(ask), holds = entries.filter((_, i) => values[i] === T);
    return holds.some((e) => counts([e], sign, 'entries', p.category)) ? T
      : values.every((v) => v === F) && pinned('entries', p.category, -sign) ? F : U;
  };
  const given = (name: string): Ask => (p) => question[name] === undefined ? U : is(p[name].includes(question[name]));
  const whole = (p: Json): readonly Json[] => p.length ? p : refuse('shape', 'empty');
  const CONDITIONS: Readonly<Record<string, Ask>> = {
    all: (p, at, sign, ptr) => fold(F, whole(p.all), (q, i) => value(q, at, sign, `${ptr}/all/${i}`)),
    any: (p, at, sign, ptr) => fold(T, whole(p.any), (q, i) => value(q, at, sign, `${ptr}/any/${i}`)),
    not: (p, at, sign, ptr) => -value(p.not, at, -sign, `${ptr}/not`),
    role: (p, at, sign) => role(at.n, p.role, sign),
    hs: (p, at, sign) => says(read('product', at.n), 'hs', sign, (hs) =>
      is(p.hs.some((x: string) => digits(hs).startsWith(digits(x))))),
    material: (p, at, sign, ptr) => at.substance !== undefined ? is(p.material.includes(at.substance))
      : share({ over: 'materials', where: { material: p.material },
        ...(p.atLeast === undefined ? { moreThan: 0 } : { atLeast: p.atLeast }) }, at, sign, ptr),
    madeIn: (p, at, sign) => {
      const v = place(at.way, p.madeIn, sign);
      return v === U || !p.step || steps(at.way, p.step, v * sign) === T ? v : U;
    },
    domicile: (p, at, sign) => inPlaces(p.domicile, party(at.party!).records, 'domicile', [], sign),
    principalPlace: (p, at, sign) => inPlaces(p.principalPlace, party(at.party!).records, 'principalPlace', [], sign),
    maker: (p, at, sign, ptr) => says(read('product', at.n), 'maker', sign, (id) =>
      value(p.maker, { party: id }, sign, `${ptr}/maker`)),
    supplier: (p, at, sign, ptr) =>
      supplier(at, sign, (id) => value(p.supplier, { party: id }, sign, `${ptr}/supplier`)),
    operator: (p, at, sign, ptr) => says(facilities(at.way), 'facility', sign, (site) =>
      says(read('facility', site), 'operator', sign, (id) =>
        value(p.operator, { party: id }, sign, `${ptr}/operator`))),
    owned: (p, at, sign, ptr) => owned(p.owned, (id) => value(p.by, { party: id }, sign, `${ptr}/by`), at.party!, sign,
      ptr, p.dispersed === 'ignore'),
    evidence: (p, at) => paper(p.evidence, at) ? T : U,
    date: (p) => {
      const day = p.of === 'act' ? question.actOn : question.asOf;
      return day === undefined ? U : is((p.date.from ?? '') <= day && day < (p.date.to ?? '~'));
    },
    act: given('act'), buyer: given('buyer'), purpose: given('purpose'), category, listed, ancestor, allSteps, share,
  };
  const kinds = new Map<unknown, string[]>(); // by condition
  const value: Ask = (p, at, sign, ptr) => {
    const found = recall(kinds, p, () => Object.keys(p).filter((name) => Object.hasOwn(CONDITIONS, name)));
    const [kind = ''] = found;
    if (found.length !== 1 || (law.least === APPROVED && ['ancestor', 'share'].includes(kind))) refuse('shape', ptr);
    return at.party !== undefined && party(at.party).conflict ? U : CONDITIONS[kind]!(p, at, sign, ptr);
  };
  return { root, law, value, overWays, certified, unmet, bad, mayBeBad, choosable, founded, deadAt, reached, convicts,
    alone, clauseWalk };
}

// ---- The network of a day: section 1 -------------------------------------------------------------------------------

/** 1: the records in force in buckets, and classes. */
type Net = ReturnType<typeof network>;
type Bill = { readonly all: readonly Rec[][]; readonly naming: ReadonlyMap<string, Rec[][]> };
function network(facts: ReadonlyMap<string, Rec>) {
  const digests = new Map<Rec, string>(), kinds = new Map<string, Rec[]>(), bills = new Map<string, Bill>();
  const shelves = new Map<string, Map<string, Rec[]>>(), classes = new Map<string, Class>();
  const same = new Map<string, string[]>(), different = new Map<string, string[]>(), kept = new Map<string, Json>();
  for (const [digest, r] of facts) {
    digests.set(r, digest);
    push(kinds, r.kind, r);
    if (r.kind !== 'judgement') continue;
    const [a, b] = [r.left, r.right].map((side) => facts.get(side)), links = { same, different }[r.says as 'same'];
    if (!links || a?.kind !== 'party' || b?.kind !== 'party') continue;
    push(links, a.id, b.id);
    push(links, b.id, a.id);
  }
  for (const id of same.keys()) if (!classes.has(id)) {
    const met = new Set([id]);
    for (const one of met) for (const other of same.get(one)!) met.add(other); // the set grows as it is gone through
    const members = [...met].sort(), conflict = members.some((m) => different.get(m)?.some((other) => met.has(other)));
    for (const member of met) classes.set(member, { name: members[0]!, members, conflict });
  }
  const filled = (name: string): Map<string, Rec[]> => {
    const made = new Map<string, Rec[]>(), shelf = SHELVES.get(name)!;
    for (const r of kinds.get(shelf.kind) ?? []) for (const id of idsOn(shelf, r)) push(made, id, r);
    return made;
  };
  const shelf = (name: string, id?: string): readonly Rec[] =>
    (id === undefined ? undefined : recall(shelves, name, () => filled(name)).get(id)) ?? [];
  /** The lines of a recipe, each with its records; and by a product that they name. */
  const billOf = (recipe: string): Bill => recall(bills, recipe, () => {
    const all = groups(shelf('components', recipe), (r) => r.line), naming = new Map<string, Rec[][]>();
    for (const line of all) for (const part of new Set(line.flatMap(parts))) push(naming, part, line);
    return { all, naming };
  });
  return { facts, shelf, billOf, kept, digest: (r: Rec): string => digests.get(r) ?? '',
    classOf: (id: string): Class => classes.get(id) ?? { name: id, members: [id], conflict: false } };
}
/** 4: are the members there, and is what else is in scope only more about them? */
function pinHolds(net: Net, stated: Rec, records: readonly Rec[], inScope: (r: Rec) => boolean): boolean {
  const here = new Map(records.map((r) => [net.digest(r), r]));
  const pinned = stated.members.map((digest: string) => here.get(digest));
  if (pinned.includes(undefined)) return false;
  const size = (r: Rec): number => r.options?.length ?? 0, most = new Map<string, number>();
  for (const r of pinned) most.set(keyOf(r), Math.max(size(r), most.get(keyOf(r)) ?? 0));
  return records.every((r) => size(r) <= (most.get(keyOf(r)) ?? -1) || !inScope(r));
}
const nameMarks = (r: Rec): string[] => (r.names ?? []).map((name: string) => `name ${normal(name)}`);
const idMark = (id: Json): string => canonical([id.scheme, id.value]);
const idMarks = (r: Rec): string[] => (r.ids ?? []).map(idMark);
const marks = (r: Rec): ReadonlySet<string> => new Set([...nameMarks(r), ...idMarks(r)]);
/** 1.1 */
function networkOf(opened: Opened, question: Json): Net {
  return recall(opened.nets, `${question.asOf} ${question.knownAt}`, () => {
    const out = new Set<Json>(), dated = new Map<string, Rec>();
    for (const [digest, r] of opened.facts) if (there(r, question)) {
      dated.set(digest, r);
      out.add(r.supersedes).add(r.kind === 'judgement' && r.withdraws);
    }
    for (const digest of out) dated.delete(digest);
    return network(dated);
  });
}

// ---- Records, tables and arithmetic --------------------------------------------------------------------------------

/**
 * By kind: its buckets (name:field; the first holds all records of a K, the last is its list), the fields of its K, and
 * the fields that verdicts read: `!` must be there, `?` may be. Of the last two none is read; they are in the network.
 */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  party: ['party:id', 'id', 'names?texts ids?ids partyKind?text domicile?text principalPlace?text'],
  ownership: ['owners:asset', 'owner asset',
    'owner!text asset!text equityPpm?ppm votingPpm?ppm boardPpm?ppm debtPpm?ppm control?text'],
  facility: ['facility:id', 'id', 'operator?text country?text region?text'],
  product: ['product:id', 'id', 'maker?text hs?text roles?texts unitCost?money unitMassKg?span'],
  recipe: ['recipe:id recipes:output', 'id', 'output!text steps?texts facility?text country?text sole?true use?use'],
  line: ['components:recipe', 'recipe line',
    'recipe!text line!text options!options quantity?decimal uom?text costEach?money'],
  supply: ['supply:id supplies:product', 'id', 'product!text supplier!text buyer?text facility?text use?use'],
  material: ['materials:product', 'product substance', 'product!text substance!text massPpm!ppm'],
  evidence: ['supports:supports', 'id', 'docKind!text issuer?text issued?day custody?text supports!texts'],
  completeness: ['stated:list+of', 'list of scope', 'list!list of!text scope?scope status!text members!texts'],
  listing: ['entries:list', 'id', 'list!text names?texts ids?ids scope?text category?any'],
  judgement: ['about:left about:right', 'id', 'left?text right?text says?says withdraws?text'],
  demand: ['demand:id', 'id', 'product!text'],
  inventory: ['inventory:place+product', 'place product', 'place!text product!text'],
};
const parse = (fields: string): string[][] => fields.split(' ').map((field) => field.split(/([!?])/));
const COMMON = 'id!text level!level validFrom?day validTo?day supersedes?text ';
const FIELDS = new Map(Object.keys(KINDS).map((kind) => [kind, parse(COMMON + KINDS[kind]![2])]));
const OPTION = parse('product?text share?ppm use?use'), USES = ['', 'known', 'approved', 'in-use'];
const [F, U, T, OPEN, KNOWN, APPROVED, IN_USE] = [-1, 0, 1, 0, 1, 2, 3] as const;
const LISTS = ['components', 'recipes', 'supplies', 'owners', 'materials', 'entries'];
const PIECES: Rec = { C62: 1n, H87: 1n, EA: 1n, PR: 2n, DZN: 12n, MIL: 1000n };
const MASS: Rec = { KGM: '1', GRM: '0.001', MGM: '0.000001', TNE: '1000', LBR: '0.45359237', ONZ: '0.028349523125' };
/** Shares are in ppm, decimals in units of 1e-18; what nothing bounds is beyond any product of them. */
const WHOLE = 1_000_000n, UNBOUNDED = 10n ** 200n;
/**
 * 6.3: by test, which holdings catch, and after the bar which make a party's own holdings count (no bar: the same).
 * A share is the least ppm in all counting hands, or in `one`; the rest are rights of control. `?`: not confirmed,
 * so it catches nobody, and who is not free of it is not free.
 */
const WHOLLY = 'equity 1000000, equity 1 ?, voting 1 ?', PASS = `voting 1000000, ${WHOLLY}`;
const OTHER_CONTROL = 'control contract licence appoints consolidates other ?';
const TESTS = new Map(Object.entries({
  DOMICILE: '', OWN50_CASCADE: 'equity 500000', ANY_CAPITAL: 'equity 1',
  CHIPS25: `equity 250000, voting 250000, board 250000 | ${PASS}, board 1 ?`,
  CHIPS50LIST: 'voting 500000 | voting 1000000, voting 1 ?',
  DOE25: `equity 250000, voting 250000, board 250000, control contract licence
    | ${PASS}, board 1 ?, control contract licence ?`,
  OBBBA_SFE: `equity 500001, voting 500001 ? | ${WHOLLY}`,
  OBBBA_FIE: `equity 250000 one, equity 400000, debt 150000, control appoints contract licence,
    voting 250000 one ?, voting 400000 ? |`,
  AFFILIATE: `equity 500001, voting 500001, control contract appoints consolidates,
    equity 100000 ?, voting 100000 ?, board 100000 ?, control licence other ?`,
  TW_RED: `equity 300001, equity 1 ?, voting 1 ?, ${OTHER_CONTROL} | ${WHOLLY}, ${OTHER_CONTROL}`,
}).map(([test, text]) => [test, text.split('|').map((rules) => rules.split(',').map((rule) =>
  rule.trim().split(/\s+/)).filter(([measure]) => measure))]));
const isText = (v: Json): v is string => typeof v === 'string';
const each = (is: (v: Json) => boolean) => (v: Json): boolean => Array.isArray(v) && v.every(is);
const TYPES: Readonly<Record<string, (v: Json) => boolean>> = {
  text: isText, texts: each(isText), any: () => true, true: (v) => v === true, use: (v) => USES.indexOf(v) > 0,
  level: (v) => v === 'confirmed' || v === 'inferred', day: (v) => isText(v) && /^\d{4}-\d\d-\d\d$/.test(v),
  list: (v) => LISTS.includes(v),
  ppm: (v) => [v.lo, v.hi].every((x) => Number.isInteger(x) && x >= 0 && x <= 1_000_000) && v.lo <= v.hi,
  decimal: (v) => isText(v) && /^\d{1,40}(\.\d{1,18})?$/.test(v), money: (v) => TYPES.span!(v) && isText(v.currency),
  span: (v) => [v.lo, v.hi].every(TYPES.decimal!) && decimal(v.lo) <= decimal(v.hi),
  says: (v) => ['same', 'different', 'unsure'].includes(v), ids: each((v) => isText(v.scheme) && isText(v.value)),
  options: each((v) => v.product !== undefined && OPTION.every((field) => v[field[0]!] === null || fits(v, field))),
  scope: (v) => Object.keys(v).length === 1 && (each(isText)(v.roles) || Number.isInteger(v.abovePpm)),
};
const fits = (v: Json, field: readonly string[]): boolean =>
  v[field[0]!] === undefined ? field[1] !== '!' : TYPES[field[2]!]!(v[field[0]!]);
const wellFormed = (r: Json): boolean => FIELDS.has(r.kind) && FIELDS.get(r.kind)!.every((field) => fits(r, field));
function refuse(code: string, at: unknown): never {
  throw Object.assign(new Error(code), { fault: { code, at: String(at) } });
}

/** RFC 8785 JSON. */
function canonical(v: Json): string {
  if (v === undefined || (typeof v === 'number' && !Number.isFinite(v))) refuse('shape', v);
  if (typeof v !== 'object' || v === null) return JSON.stringify(v);
  if (Array.isArray(v)) return `[${v.map(canonical).join(',')}]`;
  let members = '';
  for (const name of Object.keys(v).sort()) if (v[name] !== undefined)
    members += `${members && ','}${JSON.stringify(name)}:${canonical(v[name])}`;
  return `{${members}}`;
}
async function webSha256(input: string): Promise<string> {
  const bytes = await globalThis.crypto.subtle.digest('SHA-256', new TextEncoder().encode(input));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
function decimal(v: string): bigint {
  const [whole = '', fraction = ''] = v.split('.');
  return BigInt(whole + fraction.padEnd(18, '0'));
}
const spanOf = (v: Json): Span => isText(v.lo) ? [decimal(v.lo), decimal(v.hi)] : [BigInt(v.lo), BigInt(v.hi)];
const pick = (values: readonly bigint[], greater: boolean): bigint =>
  values.reduce((a, b) => (a > b === greater ? a : b));
const hull = (spans: readonly Span[]): Span =>
  [pick(spans.map((s) => s[0]), false), pick(spans.map((s) => s[1]), true)];
/** 1.3: the inner one if nested, else the hull. */
const merge = (spans: readonly Span[]): Span =>
  spans.find((a) => spans.every((b) => b[0] <= a[0] && a[1] <= b[1])) ?? hull(spans);
const sum = (values: readonly bigint[]): bigint => values.reduce((a, b) => a + b, 0n);
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
const normal = (name: string): string =>
  name.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();
const keyOf = (r: Rec): string =>
  canonical([r.kind, ...KINDS[r.kind]![1]!.split(' ').map((field) => r[field] ?? null)]);
const is = (found: boolean): Value => (found ? T : F);
/** From which value on something is so: surely (`end` T), or possibly (F). */
const leastAt = (end: Value): Value => (end === T ? T : U);
const digits = (text: string): string => text.replace(/\D/g, '');
/** A member of its own, of an object that may be absent. */
const own = (of: Json, name: string): Json => (of !== undefined && Object.hasOwn(of, name) ? of[name] : undefined);
const texts = (v: Json): readonly string[] => (each(isText)(v) ? v : refuse('shape', 'list'));
const decimalSpan = (v: string): Span => [decimal(v), decimal(v)];
function push<V>(lists: Map<string, V[]>, name: string, value: V): void {
  if (!lists.get(name)?.push(value)) lists.set(name, [value]);
}
function recall<V>(memo: Map<unknown, Json>, name: unknown, make: () => V): V {
  let found = memo.get(name);
  if (found === undefined) memo.set(name, (found = make()));
  return found;
}
function groups(records: readonly Rec[], by: (r: Rec) => string): Rec[][] {
  const found = new Map<string, Rec[]>();
  for (const r of records) push(found, by(r), r);
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}
/** The least (end F) or greatest (end T) of values found one after the other, no further than they matter. */
function fold<P>(end: Value, parts: readonly P[], find: (part: P, i: number) => Value): Value {
  let value = -end;
  parts.some((part, i) => (value = end * Math.max(end * value, end * find(part, i))) === end);
  return value;
}
/** 2.3: does it hold of some recorded member, or, where none is recorded in use, of all open ones? */
function some<M extends Used>(members: readonly M[], recorded: number, holds: (member: M) => boolean): boolean {
  const open = members.filter((m) => m.use === OPEN), free = open.length > 0 && members.every((m) => m.use !== IN_USE);
  return members.some((m) => m.use >= recorded && holds(m)) || (free && open.every(holds));
}
/** How many of several ways or options it takes. */
type Group = <M extends Used>(of: readonly M[], holds: (m: M) => boolean) => boolean;
const needed: Group = (of, holds) => some(of, IN_USE, holds);
const unavoidable: Group = (of, holds) =>
  of.some((m) => m.use !== KNOWN) && of.every((m) => m.use === KNOWN || holds(m));
type Item = { readonly v: Value; readonly of: Span; readonly share: Span; readonly limit: Span };
/**
 * 6.4: the shares of a line's options, as much as can be to the first, the dearest of them; what the others then are
 * at least, and the first at most.
 */
function split(stated: readonly Item[], first: (item: Item) => boolean): Span {
  const whole = (of: readonly Item[]): boolean =>
    sum(of.map((o) => o.share[0])) <= WHOLE && sum(of.map((o) => o.share[1])) >= WHOLE;
  const options = whole(stated) ? stated : stated.map((o) => ({ ...o, share: o.limit })); // such shares say nothing
  if (!whole(options)) return [0n, UNBOUNDED];
  let [left, rest, mine] = [WHOLE - sum(options.map((o) => o.share[0])), 0n, 0n];
  const dearest = options.filter(first).sort((a, b) => (a.of[1] > b.of[1] ? -1 : 1));
  for (const o of [...dearest, ...options.filter((x) => !first(x)).sort((a, b) => (a.of[0] < b.of[0] ? -1 : 1))]) {
    const more = pick([left, o.share[1] - o.share[0]], false), part = o.share[0] + more;
    left -= more;
    if (first(o)) mine += part * o.of[1]; else rest += part * o.of[0];
  }
  return [rest, mine];
}
/** The products that a line names; an option without one has a product of its own. */
const parts = (line: Rec): string[] => line.options.map((o: Json, i: number) => o.product
  ?? `?${line.recipe}#${line.line}/${i}`);
type Has = Pick<ReadonlySet<string>, 'has'>;
/** Does it hold of a member, given those that have been shown before it, or (greatest sets) all that are listed? */
type Holds = (m: string, given: Has, all: Has) => boolean;
const except = (not: Has): Has => ({ has: (m) => !not.has(m) });
/** `MANY`, 6.1: schemes in which one party may have several numbers, and numbers that cannot be right. */
const NONE: ReadonlySet<string> = new Set(), MANY = /^(?:bic|cage|duns|epc|gln|isin|rmi-cid|us-sam-uei|vat)$|\?$/;
/** The members of a list, each of which is shown in its turn. */
function shown(list: Json, fault: string, holds: Holds, at = ''): ReadonlySet<string> {
  const all = new Set(texts(list)), earlier = new Set<string>();
  for (const m of all) if (holds(m, earlier, all)) earlier.add(m); else refuse(fault, at + m);
  return all;
}
/** A shelf has the records of a kind, by ids that are in some of their fields; `uses`: lines by the parts they name. */
type Shelf = { readonly kind: string; readonly fields: string[][] };
const SHELVES = new Map<string, Shelf>([['uses', { kind: 'line', fields: [] }]]);
for (const kind of Object.keys(KINDS)) for (const bucket of KINDS[kind]![0]!.split(' ')) {
  const [name = '', ...fields] = bucket.split(/[:+]/);
  SHELVES.set(name, { kind, fields: [...(SHELVES.get(name)?.fields ?? []), fields] });
}
/** The ids under which a record lies on a shelf. */
const idsOn = ({ fields }: Shelf, r: Rec): Iterable<string> => new Set(fields.length === 0 ? parts(r)
  : fields.flatMap(([one = '', two]): string[] => two ? [`${r[one]} ${r[two]}`] : r[one] ?? []));
const current = ({ from = '', to = '~' }: Json, q: Json): boolean => from <= q.asOf && q.asOf < to;
/** Is the record there on the day: valid, and no paper that is not known yet? */
const there = (r: Rec, q: Json): boolean => current({ from: r.validFrom, to: r.validTo }, q)
  && (r.kind !== 'evidence' || (r.issued ?? '') <= q.knownAt);
