/**
 * What nonred says in a CycloneDX document beyond the standard: properties of a component whose names begin with `nonred:`
 * (docs/cyclonedx.md). A name that begins so and is none of ours is a fault: a misspelt fact must not be lost.
 */
import { countryCode } from '../../base/countries.ts';
import { readDecimal } from '../../base/decimal.ts';
import type { ErrorCode, Issue } from '../../base/issue.ts';
import { parseJson } from '../../base/json.ts';
import { readShare } from '../../base/percent.ts';
import { unitCode } from '../../base/units.ts';
import type { RangePpm, Use } from '../../model/record.ts';
import { object, type Shape, word, z } from '../shape.ts';
import type { CdxPart } from './model.ts';

export const PROPERTIES = {
  role: 'nonred:role',
  country: 'nonred:countryOfProduction',
  step: 'nonred:step',
  facility: 'nonred:facility',
  onlyWay: 'nonred:onlyWay',
  domicile: 'nonred:makerDomicile',
  material: 'nonred:material',
  line: 'nonred:line',
} as const;
const FIELDS = new Map<string, keyof typeof PROPERTIES>(Object.entries(PROPERTIES).map(([field, name]) => [name, field as keyof typeof PROPERTIES]));

/** A line of the component's own bill: what CycloneDX has no place for (alternates, units, amounts of a part that stands in several). */
export interface StatedLine {
  readonly line: string;
  readonly options: readonly { readonly ref: string; readonly share?: RangePpm | undefined; readonly use?: Use | undefined }[];
  readonly quantity?: string | undefined;
  readonly uom?: string | undefined;
  readonly level?: 'inferred' | undefined;
}
export interface Stated {
  /** Absent: nothing is said. */
  readonly roles?: readonly string[];
  readonly countries: readonly string[];
  readonly steps: readonly string[];
  readonly facilities: readonly string[];
  readonly onlyWay: boolean;
  readonly domiciles: readonly string[];
  readonly materials: readonly { readonly substance: string; readonly massPpm: RangePpm }[];
  readonly lines: readonly (StatedLine & { readonly at: string })[];
  /** Other properties, by name: of several values of one name all, with `; ` between. */
  readonly others: ReadonlyMap<string, string>;
}

const ppm = z.number().int().min(0).max(1_000_000);
const share: Shape<RangePpm> = object({ lo: ppm, hi: ppm }).refine(({ lo, hi }) => lo <= hi, { params: { wanted: 'lo <= hi' } });
const lineShape: Shape<StatedLine> = object({
  line: word,
  options: z.array(object({ ref: word, share: share.optional(), use: z.enum(['in-use', 'approved', 'known']).optional() })).min(1),
  quantity: z.string().optional(),
  uom: z.string().optional(),
  level: z.literal('inferred').optional(),
});

type Tell = (code: ErrorCode, at: string, params: Issue['params']) => undefined;

const NOTHING: Stated = { countries: [], steps: [], facilities: [], onlyWay: false, domiciles: [], materials: [], lines: [], others: new Map() };

/** `fault` is told every fault, with its place. Most parts of most documents have no property of ours. */
export function statedOf({ properties }: CdxPart, fault: Tell): Stated {
  if (properties.length === 0) return NOTHING;
  const roles: string[] = [];
  const stated = { countries: [] as string[], steps: [] as string[], facilities: [] as string[], onlyWay: false, domiciles: [] as string[], materials: [] as Stated['materials'][number][], lines: [] as Stated['lines'][number][] };
  const others = new Map<string, string>();
  let anyRole = false;
  for (const { name, value: given, at } of properties) {
    const value = given.trim();
    if (!name.toLowerCase().startsWith('nonred:')) {
      if (value !== '') others.set(name, others.has(name) ? `${others.get(name)!}; ${value}` : value);
      continue;
    }
    const field = FIELDS.get(name);
    if (field === undefined) fault('input/unknown-field', at, { given: name, options: [...FIELDS.keys()].join(', ') });
    else if (value === '') fault('input/missing', at, { field: name });
    else if (field === 'role') {
      anyRole = true;
      if (value !== 'none') roles.push(value);
    } else if (field === 'country' || field === 'domicile') {
      const code = countryCode(value);
      if (code === undefined) fault('input/unknown-country', at, { given: value });
      else (field === 'country' ? stated.countries : stated.domiciles).push(code);
    } else if (field === 'step') stated.steps.push(value);
    else if (field === 'facility') stated.facilities.push(value);
    else if (field === 'onlyWay') {
      if (/^(?:yes|no)$/.test(value)) stated.onlyWay = value === 'yes';
      else fault('input/not-one-of', at, { given: value, options: 'yes, no' });
    } else if (field === 'material') materialOf(value, at, stated.materials, fault);
    else lineOf(value, at, stated.lines, fault);
  }
  return { ...stated, ...(anyRole && { roles: [...new Set(roles)] }), countries: [...new Set(stated.countries)], facilities: [...new Set(stated.facilities)], domiciles: [...new Set(stated.domiciles)], others };
}

/** `gallium`, `gallium = 12 %` or `gallium = 100..250 ppm`. */
function materialOf(value: string, at: string, materials: Stated['materials'][number][], fault: Tell): undefined {
  const split = value.lastIndexOf('=');
  const substance = (split < 0 ? value : value.slice(0, split)).trim();
  if (substance === '') return fault('input/missing', at, { field: PROPERTIES.material });
  if (split < 0) return void materials.push({ substance, massPpm: { lo: 0, hi: 1_000_000 } });
  const text = value.slice(split + 1).trim();
  const massPpm = readShare(text);
  if (!('fault' in massPpm)) return void materials.push({ substance, massPpm });
  const codes = { ambiguous: 'input/ambiguous-share', 'above-all': 'input/share-above-all', 'not-a-number': 'input/not-a-number', 'upside-down': 'input/not-a-number' } as const;
  return fault(codes[massPpm.fault], at, { given: text });
}

function lineOf(value: string, at: string, lines: Stated['lines'][number][], fault: Tell): undefined {
  const wrong = (wanted: string, given: string): undefined => fault('input/wrong-shape', at, { line: '-', wanted, given: given.slice(0, 80) });
  const { value: parsed, issues } = parseJson(value, { source: '' });
  const checked = issues.length === 0 ? lineShape.safeParse(parsed) : undefined;
  if (!checked?.success) return wrong('{"line": "1", "options": [{"ref": "..."}], "quantity": "2", "uom": "H87"}', value);
  const { quantity, uom, ...line } = checked.data;
  const amount = quantity === undefined ? undefined : readDecimal(quantity);
  if (amount && 'fault' in amount) return fault('input/not-a-number', at, { given: quantity! });
  const unit = uom === undefined ? undefined : unitCode(uom);
  if (uom !== undefined && unit === undefined) return fault('input/unknown-unit', at, { given: uom });
  return void lines.push({ ...line, at, quantity: amount?.value, uom: unit });
}
