/**
 * The record kinds: plain, dated, immutable facts. Everything a verdict rests on is one of these.
 *
 * A record is identified by its digest: SHA-256 (lower-case hex) of its RFC 8785 JSON, `salt` included. Records of one
 * *key* (see key.ts) that are valid on the same day speak of the same thing and are read together. Shares and stakes are
 * integers in parts per million; other amounts are decimals as text. An absent field is unknown, never a default.
 */
export type Id = string;
/** SHA-256, 64 lower-case hex digits. */
export type Digest = string;
/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;
/** A non-negative decimal as text: digits with an optional fraction, no exponent. */
export type Decimal = string;
/** Parts per million, 0..1 000 000; a point is `lo === hi`. */
export interface RangePpm { readonly lo: number; readonly hi: number }
/** An amount between two decimals; a point is `lo === hi`. */
export interface RangeDecimal { readonly lo: Decimal; readonly hi: Decimal }
/** An amount of money between two decimals; ISO 4217 currency. */
export interface Money extends RangeDecimal { readonly currency: string }
export type Use = 'in-use' | 'approved' | 'known';
export interface RegisteredId { readonly scheme: string; readonly value: string }

interface Common {
  readonly id: Id;
  /** Valid on day d iff validFrom <= d < validTo; absent is open. */
  readonly validFrom?: Day;
  readonly validTo?: Day;
  readonly level: 'confirmed' | 'inferred';
  readonly recordedAt?: string;
  /** The record that this one replaces, whole. */
  readonly supersedes?: Digest;
  /** HMAC of the id under the workspace's secret, so that a digest cannot be guessed; absent where there is no secret. */
  readonly salt?: string;
  /** Where the fact was read, for people: `parties.csv, row 4`. */
  readonly origin?: string;
  /** Unknown columns of a table, kept. */
  readonly notes?: Readonly<Record<string, string>>;
}
export interface Party extends Common {
  readonly kind: 'party';
  /** The first is the primary name. */
  readonly names?: readonly string[];
  readonly partyKind?: 'person' | 'company' | 'state-body';
  readonly ids?: readonly RegisteredId[];
  readonly domicile?: string;
  readonly principalPlace?: string;
  readonly citizenship?: string;
  readonly stateOf?: string;
}
export interface Ownership extends Common {
  readonly kind: 'ownership';
  readonly owner: Id;
  readonly asset: Id;
  readonly equityPpm?: RangePpm;
  readonly votingPpm?: RangePpm;
  readonly boardPpm?: RangePpm;
  readonly debtPpm?: RangePpm;
  /** A right of control that is not a share; `consolidates`: in its accounts; `none`: it is recorded that there is none. */
  readonly control?: 'contract' | 'licence' | 'appoints' | 'consolidates' | 'other' | 'none';
}
export interface Facility extends Common {
  readonly kind: 'facility';
  readonly name?: string;
  readonly operator?: Id;
  readonly country?: string;
  readonly region?: string;
  readonly lat?: Decimal;
  readonly lon?: Decimal;
  readonly recoverDays?: Decimal;
}
export interface Product extends Common {
  readonly kind: 'product';
  readonly name?: string;
  readonly maker?: Id;
  readonly partNumbers?: readonly string[];
  readonly hs?: string;
  /** Present: all roles that it has or contains; empty: none of them. */
  readonly roles?: readonly string[];
  readonly unitCost?: Money;
  readonly unitMassKg?: RangeDecimal;
  /** Unit of its capacities, stocks and demands, UN/ECE Recommendation 20; absent: that of the lines that name it. */
  readonly uom?: string;
}
export interface Recipe extends Common {
  readonly kind: 'recipe';
  readonly output: Id;
  readonly steps?: readonly string[];
  readonly facility?: Id;
  readonly country?: string;
  /** The document says "the" place: this recipe is the only one of its output (a pin of one member). */
  readonly sole?: true;
  readonly use?: Use;
  readonly capacityPerDay?: Decimal;
  /** Days from the first input to the finished unit. */
  readonly leadTimeDays?: Decimal;
  readonly cost?: Money;
}
export interface Option { readonly product: Id | null; readonly share?: RangePpm; readonly use?: Use }
export interface Line extends Common {
  readonly kind: 'line';
  readonly recipe: Id;
  readonly line: string;
  readonly options: readonly Option[];
  readonly quantity?: Decimal;
  /** UN/ECE Recommendation 20 code. */
  readonly uom?: string;
  readonly costEach?: Money;
}
export interface Supply extends Common {
  readonly kind: 'supply';
  readonly product: Id;
  readonly supplier: Id;
  readonly buyer?: Id;
  readonly facility?: Id;
  readonly sharePpm?: RangePpm;
  readonly use?: Use;
  readonly price?: Money;
  readonly leadTimeDays?: Decimal;
  readonly capacityPerDay?: Decimal;
  /** Straits, canals, ports and the like that it passes, by your own names. */
  readonly via?: readonly string[];
}
export interface Material extends Common {
  readonly kind: 'material';
  readonly product: Id;
  readonly substance: string;
  readonly massPpm: RangePpm;
}
export interface Evidence extends Common {
  readonly kind: 'evidence';
  readonly docKind: string;
  readonly issuer?: string;
  readonly issued?: Day;
  /** SHA-256 of the document itself. */
  readonly digest?: Digest;
  readonly file?: string;
  /** Chain of custody, ISO 22095: identity-preserved, segregated, controlled-blending, mass-balance, book-and-claim. */
  readonly custody?: string;
  /** Digests of the records that the document supports. */
  readonly supports: readonly Digest[];
}
export type ListName = 'components' | 'recipes' | 'supplies' | 'owners' | 'entries' | 'materials';
export interface Completeness extends Common {
  readonly kind: 'completeness';
  readonly list: ListName;
  /** Whose list: a recipe (components), a product (recipes, supplies, materials), a party (owners), a list id (entries). */
  readonly of: Id;
  readonly scope?: { readonly roles: readonly string[] } | { readonly abovePpm: number };
  readonly status: 'complete' | 'incomplete' | 'unknown';
  /** The pin: digests of all members. */
  readonly members: readonly Digest[];
}
export interface Listing extends Common {
  readonly kind: 'listing';
  readonly list: Id;
  readonly names?: readonly string[];
  readonly ids?: readonly RegisteredId[];
  readonly scope?: 'self' | 'and-subsidiaries';
  /** A predicate on goods (select/predicate.ts), for an entry that names a category and not a party. */
  readonly category?: unknown;
}
export interface Judgement extends Common {
  readonly kind: 'judgement';
  /** Digests of two Party records, or of a Party record (left) and a Listing record (right). */
  readonly left?: Digest;
  readonly right?: Digest;
  readonly says?: 'same' | 'different' | 'unsure';
  /** Instead of a pair: the digest of a record that is taken out. */
  readonly withdraws?: Digest;
  readonly by: string;
  readonly on?: Day;
  readonly why?: string;
}
export interface Demand extends Common {
  readonly kind: 'demand';
  readonly product: Id;
  readonly customer?: string;
  /** Where it is delivered to. */
  readonly country?: string;
  readonly perDay: Decimal;
  readonly uom?: string;
  /** Lost where one unit is not delivered. */
  readonly margin?: Money;
  /** Served first: the smallest. */
  readonly priority?: Decimal;
}
export interface Inventory extends Common {
  readonly kind: 'inventory';
  /** A facility. */
  readonly place: Id;
  readonly product: Id;
  readonly quantity: Decimal;
  readonly uom?: string;
}
/** Any record; `kind` says which. */
export type Rec = Party | Ownership | Facility | Product | Recipe | Line | Supply | Material | Evidence | Completeness | Listing | Judgement | Demand | Inventory;
export type Kind = Rec['kind'];
/** A record of one kind. */
export type RecOf<K extends Kind> = Extract<Rec, { kind: K }>;
